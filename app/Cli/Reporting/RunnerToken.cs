using System.Net.Http.Headers;
using System.Text.Json;
using Hotfix.Ports;

namespace Hotfix.Cli.Reporting;

/// <summary>
/// Asks the runner for a token that says which run this is. It is good for some minutes and for one audience.
/// <para>Settings: <c>ACTIONS_ID_TOKEN_REQUEST_URL</c> and <c>ACTIONS_ID_TOKEN_REQUEST_TOKEN</c>, which a job has with <c>permissions: id-token: write</c>. Errors: <see cref="InputException"/> without them, <see cref="UnavailableException"/>
/// where the runner gives none; the token is in none of them.</para>
/// <para>Source: GitHub docs, "OpenID Connect reference", "Methods for requesting the OIDC token".</para>
/// </summary>
internal sealed class RunnerToken(HttpClient http)
{
    public async Task<string> GetAsync(string audience, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("ACTIONS_ID_TOKEN_REQUEST_URL") is not { Length: > 0 } url || Environment.GetEnvironmentVariable("ACTIONS_ID_TOKEN_REQUEST_TOKEN") is not { Length: > 0 } secret)
        {
            throw new InputException("There is no ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN: a report is sent from a step of a workflow, whose job needs `permissions: id-token: write`.");
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" }) || secret.Any(character => character is <= ' ' or > '~'))
        {
            throw new InputException("ACTIONS_ID_TOKEN_REQUEST_URL or ACTIONS_ID_TOKEN_REQUEST_TOKEN is none that a runner gives.");
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}audience={Uri.EscapeDataString(audience)}"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            using var answer = await http.SendAsync(request, cancellationToken);

            if (!answer.IsSuccessStatusCode)
            {
                throw new UnavailableException($"The runner gives no token ({(int)answer.StatusCode}): the job needs `permissions: id-token: write`.");
            }

            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));

            return json.RootElement.GetProperty("value").GetString() is { Length: > 0 } token && token.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_')
                ? token
                : throw new UnavailableException("The runner's answer holds no token.");
        }
        catch (Exception wrong) when (wrong is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException || (wrong is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new UnavailableException("The runner gives no token right now.", wrong);
        }
    }
}
