using System.Diagnostics;
using System.Globalization;
using Hotfix.Ports;

namespace Hotfix.GitHub.Calls;

/// <summary>
/// Lets others see each request that is sent, as a span and through <see cref="ICallObserver"/>. Where nobody looks it costs nothing.
/// Addresses are shown as templates: a label's name or a redirect's query is nobody's business.
/// <para>Source: OpenTelemetry semantic conventions, "HTTP client"; GitHub, "Rate limits for the REST API" (<c>x-ratelimit-remaining</c>; <c>x-ratelimit-reset</c> in Unix seconds).</para>
/// </summary>
internal sealed class Observed(IReadOnlyCollection<ICallObserver> observers, TimeProvider time, ICalls next) : ICalls
{
    private static readonly ActivitySource Spans = new("Hotfix.GitHub");

    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        using var span = Begin(call);

        if (span is null && observers.Count == 0)
        {
            return await next.SendAsync(call, cancellationToken);
        }

        var started = time.GetTimestamp();
        Answer? answer = null;

        try
        {
            return answer = await next.SendAsync(call, cancellationToken);
        }
        catch (Exception wrong)
        {
            span?.SetTag("error.type", wrong.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            End(span, answer);
            var made = new CallMade(call.Installation, call.Method.Method, (int?)answer?.Status, Left(call, answer), time.GetElapsedTime(started));

            foreach (var observer in observers)
            {
                observer.OnCall(made);
            }
        }
    }

    private static Activity? Begin(Call call)
    {
        if (!Spans.HasListeners())
        {
            return null;
        }

        var template = call.Authorization is null ? null : UrlTemplate.Of(call.Uri); // without credentials it goes to another host
        var span = Spans.StartActivity(template is null ? call.Method.Method : $"{call.Method} {template}", ActivityKind.Client);

        return span?
            .SetTag("http.request.method", call.Method.Method)
            .SetTag("url.template", template)
            .SetTag("server.address", call.Uri.Host)
            .SetTag("server.port", call.Uri.Port)
            .SetTag("hotfix.github.installation", call.Installation);
    }

    private static void End(Activity? span, Answer? answer)
    {
        if (answer is null)
        {
            return;
        }

        span?.SetTag("http.response.status_code", (int)answer.Status);

        if ((int)answer.Status >= 400)
        {
            span?.SetTag("error.type", ((int)answer.Status).ToString(CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>A token, the App's own calls and another host say nothing about the installation's limit.</summary>
    private static RateLeft? Left(Call call, Answer? answer) =>
        call is { Mints: false, Installation: not Call.App, Authorization: not null }
        && long.TryParse(answer?.Header("x-ratelimit-remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var left)
        && long.TryParse(answer?.Header("x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
        && reset < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new(left, DateTimeOffset.FromUnixTimeSeconds(reset))
            : null;
}
