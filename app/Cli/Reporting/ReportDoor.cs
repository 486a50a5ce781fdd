using System.Net.Http.Headers;
using System.Text.Json;
using Hotfix.Cli.Deliveries;
using Hotfix.Http;
using Hotfix.Ports;

namespace Hotfix.Cli.Reporting;

/// <summary>
/// The App's door for reports, from outside: <see cref="BuildEndpoint"/>. Where no answer comes, or the App says that it cannot right now, it is sent again, which does no harm: the same report is taken in once.
/// <para>Errors: <see cref="UnavailableException"/> after three tries, <see cref="RefusedException"/> with the App's own sentence.</para>
/// </summary>
internal sealed class ReportDoor(HttpClient http, TimeProvider time)
{
    private const int Tries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>No redirect is followed: the token is for this App alone.</summary>
    public static HttpClient Client()
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the client disposes its handler
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 1024 * 1024 };
#pragma warning restore CA2000
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Hotfix");

        return http;
    }

    /// <summary>The delivery's id.</summary>
    public async Task<string> SendAsync(string app, string token, byte[] report, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            var (status, said) = await TryAsync(new Uri($"{app}{BuildEndpoint.Path}"), token, report, cancellationToken);

            switch (status)
            {
                case 202:
                    return said;
                case null or >= 500 when tried < Tries:
                    await Task.Delay(Pause * tried, time, cancellationToken);
                    break;
                case null or >= 500:
                    throw new UnavailableException(status is null ? $"{app} does not answer." : $"{app} cannot take it in right now ({status}): {said}");
                default:
                    throw new RefusedException(status.Value, $"{app} refused the report ({status}): {said}");
            }
        }
    }

    private async Task<(int? Status, string Said)> TryAsync(Uri address, string token, byte[] report, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(report) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await http.SendAsync(request, cancellationToken);

            return ((int)answer.StatusCode, Said(await answer.Content.ReadAsByteArrayAsync(cancellationToken), (int)answer.StatusCode));
        }
        catch (Exception wrong) when (wrong is HttpRequestException || (wrong is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, "");
        }
    }

    /// <summary>The id of what was taken in, else why not; of what is no answer of ours, that.</summary>
    private static string Said(byte[] body, int status)
    {
        try
        {
            using var json = JsonDocument.Parse(body);

            return json.RootElement.GetProperty(status == 202 ? "delivery" : "detail").GetString() is { Length: > 0 } said ? Visible.Short(said, 1000) : "it does not say why.";
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "what answers there is no Hotfix.";
        }
    }
}
