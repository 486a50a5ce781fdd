using System.Diagnostics;
using System.Net.Http.Headers;

namespace Hotfix.Bench.Run;

/// <summary>Sends deliveries as GitHub does, and notes when each is acknowledged.</summary>
internal sealed class Load(Uri hook) : IDisposable
{
    /// <summary>How many wait for an answer at a time in a closed loop.</summary>
    private const int Side = 32;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Each is sent when an earlier one is answered.</summary>
    public Task ClosedAsync(IEnumerable<Tracked> deliveries, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        deliveries,
        new ParallelOptions { MaxDegreeOfParallelism = Side, CancellationToken = cancellationToken },
        async (delivery, cancellation) =>
        {
            delivery.DueAt = Stopwatch.GetTimestamp();
            await SendAsync(delivery, cancellation);
        });

    /// <summary>Each is sent when it is due, whatever became of those before; the time until it is answered counts from then.</summary>
    public async Task OpenAsync(IReadOnlyList<Tracked> deliveries, int aSecond, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var sending = new List<Task>(deliveries.Count);

        for (var at = 0; at < deliveries.Count; at++)
        {
            var due = start + (Stopwatch.Frequency * at / aSecond);

            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, cancellationToken);
            }

            // A timer rings late by up to a millisecond, which is not the answerer's fault.
            deliveries[at].DueAt = Math.Max(due, Stopwatch.GetTimestamp());
            sending.Add(SendAsync(deliveries[at], cancellationToken));
        }

        await Task.WhenAll(sending);
    }

    /// <summary>False when nobody answers yet.</summary>
    public async Task<bool> TrySendAsync(Tracked delivery, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(delivery, cancellationToken);

            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task SendAsync(Tracked delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hook) { Content = new ByteArrayContent(delivery.Payload) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Add("X-GitHub-Event", delivery.Event);
        request.Headers.Add("X-GitHub-Delivery", delivery.Id);
        request.Headers.Add("X-Hub-Signature-256", delivery.Signature);
        request.Headers.UserAgent.ParseAdd("GitHub-Hookshot/5a4db0x");
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        delivery.AcknowledgedAt = Stopwatch.GetTimestamp();
    }
}
