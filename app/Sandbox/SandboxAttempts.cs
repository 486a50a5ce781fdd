namespace Hotfix.Sandbox;

/// <summary>One attempt to deliver: 502 where nobody answered, as GitHub records it.</summary>
internal sealed record SandboxAttempt(long Id, SandboxDelivery Delivery, DateTimeOffset DeliveredAt, int Status, Uri Target, bool Again);

/// <summary>
/// The App's deliveries and what became of them, as GitHub keeps them for three days. Safe to use from many threads. Source: "Viewing webhook deliveries".
/// </summary>
internal sealed class SandboxAttempts(TimeProvider time)
{
    /// <summary>So that a benchmark does not fill the memory.</summary>
    private const int Most = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private readonly Lock gate = new();
    private readonly Queue<SandboxAttempt> attempts = [];
    private readonly HashSet<string> sent = [];
    private long lastId = 12_345_678_900; // an attempt's number is beyond 32 bits

    /// <summary>The newest first.</summary>
    public IReadOnlyList<SandboxAttempt> All
    {
        get
        {
            lock (gate)
            {
                var since = time.GetUtcNow() - Kept;

                return [.. attempts.Where(attempt => attempt.DeliveredAt >= since).Reverse()];
            }
        }
    }

    public void Add(SandboxDelivery delivery, int status, Uri target)
    {
        lock (gate)
        {
            attempts.Enqueue(new(++lastId, delivery, time.GetUtcNow(), status, target, !sent.Add(delivery.Id)));

            if (attempts.Count > Most)
            {
                attempts.Dequeue();
            }
        }
    }
}
