using System.Globalization;
using Hotfix.Ports;

namespace Hotfix.ChromeWebStore;

/// <summary>
/// Sends requests. What may be repeated is repeated, with pauses that grow; what may not is sent once, and where it is not known what became of it, that is said.
/// </summary>
/// <param name="pause">Before the second try; doubled each time.</param>
internal sealed class StoreWire(HttpClient http, TimeProvider time, TimeSpan pause)
{
    private const int Tries = 4;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <exception cref="UnavailableException">No answer that says anything.</exception>
    public async Task<StoreAnswer> SendAsync(StoreCall call, CancellationToken cancellationToken)
    {
        var wait = pause;

        for (var tried = 1; ; tried++)
        {
            var isLast = !call.IsRepeatable || tried == Tries;
            TimeSpan? asked = null;

            try
            {
                var answer = await OnceAsync(call, cancellationToken);

                if (!answer.IsPassing)
                {
                    return answer;
                }

                // What is not sent again here may be by the caller, who then has to know how long the store wants to be left alone.
                var until = answer.RetryAfter > (isLast ? TimeSpan.Zero : LongestPause) ? time.GetUtcNow() + answer.RetryAfter : null;

                if (isLast || until is not null)
                {
                    throw new UnavailableException(Failed(call, answer, until)) { Until = until };
                }

                asked = answer.RetryAfter;
            }
            catch (UnavailableException away) when (!isLast && away.Until is null)
            {
                // Asked again below.
            }

            await Task.Delay(asked > wait ? asked.Value : wait, time, cancellationToken);
            wait *= 2;
        }
    }

    private async Task<StoreAnswer> OnceAsync(StoreCall call, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(call.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLate.Token);
        using var request = call.ToRequest();

        try
        {
            using var response = await http.SendAsync(request, either.Token);

            return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token), RetryAfter(response));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnavailableException($"{call.Who} did not answer within {call.Timeout.TotalSeconds:0} s when asked to {call.What}{Doubt(call)}.");
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException)
        {
            throw new UnavailableException($"The connection to {call.Uri.Host} failed when it was asked to {call.What}{Doubt(call)}.");
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };

    private static string Failed(StoreCall call, StoreAnswer answer, DateTimeOffset? until) => answer.Status == 429
        ? $"{call.Who} asks for fewer requests ({answer.Status}) and did not {call.What}: run this again {Later(until, "in a few minutes")}."
        : $"{call.Who} failed ({answer.Status}) when asked to {call.What}{Doubt(call)}; this is on its side: run this again {Later(until, "later")}.";

    private static string Later(DateTimeOffset? until, string usual) => until is { } at ? string.Create(CultureInfo.InvariantCulture, $"after {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : usual;

    private static string Doubt(StoreCall call) => call.IsRepeatable ? "" : ", so it is not known whether it did";
}
