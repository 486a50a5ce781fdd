using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>
/// A doorbell that the Functions host took from the queue and holds while we answer it: the host keeps it silent, deletes it when we answer well, and lets it ring again when we do not. We never touch
/// it, or the host's receipt for it would be stale; what is to ring later is put as another one.
/// <para>An answer ends within seconds: the host gives each a limit, and ends the whole process when one is longer.</para>
/// </summary>
/// <param name="takes">How often it was taken, this time included.</param>
internal sealed class HostDoorbell(IQueue doorbells, string key, string holder, bool urgent, int takes, WorkOptions options, TimeProvider time) : IDoorbell
{
    /// <summary>Another delivery is begun until then; one takes no longer than the lease.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly DateTimeOffset until = time.GetUtcNow() + Longest;

    public string Key => key;

    public string Holder => holder;

    public bool IsOver => time.GetUtcNow() >= until;

    public Task KeepAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RingAgainAsync(TimeSpan pause, CancellationToken cancellationToken) => doorbells.PutAsync(key, urgent, QueueLimits.Within(pause), cancellationToken);

    public Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Taken once before, it may be the doorbell of the very holder that has the key, and died: the host rings it again when it likes, also before that lease has ended. Then another one rings after it.
    /// </summary>
    public Task GiveWayAsync(CancellationToken cancellationToken) => takes > 1 ? RingAgainAsync(TakenDoorbell.Hidden(options), cancellationToken) : Task.CompletedTask;

    public Task LetGoAsync() => Task.CompletedTask;
}
