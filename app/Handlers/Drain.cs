using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>
/// Answers one doorbell: whoever holds the key's lease handles its deliveries in the order received; who finds the lease taken is done, and the holder looks once more after letting go.
/// <para>The lease ends no later than the doorbell comes back, and is renewed after it: so when a holder dies, its own doorbell finds the key free.</para>
/// </summary>
internal sealed class Drain(IDocuments documents, IQueue doorbells, Inbox inbox, Attempt attempt, WorkOptions options, TimeProvider time)
{
    private const int AtATime = 20;

    /// <summary>How long our own worker hides a doorbell that it takes.</summary>
    public static TimeSpan Hidden(WorkOptions options) => TakenDoorbell.Hidden(options);

    public Task AnswerAsync(QueueMessage doorbell, CancellationToken cancellationToken) => AnswerAsync(new TakenDoorbell(doorbells, doorbell, options), cancellationToken);

    public async Task AnswerAsync(IDoorbell doorbell, CancellationToken cancellationToken)
    {
        try
        {
            while (await Lease.TakeAsync(documents, doorbell.Key, new(doorbell.Holder, time.GetUtcNow() + options.Lease), time.GetUtcNow(), cancellationToken) is { } lease)
            {
                var (pause, before) = await HoldAsync(lease, doorbell, cancellationToken);
                var waiting = await inbox.WaitingAsync(doorbell.Key, 1, cancellationToken);

                if (waiting.Count == 0)
                {
                    await doorbell.SettleAsync(cancellationToken);
                    return;
                }

                // Only where nothing came in before it meanwhile: that rang, found the key held, and nobody else rings for it.
                if (pause > TimeSpan.Zero && waiting[0] == before)
                {
                    await doorbell.RingAgainAsync(pause, cancellationToken);
                    return;
                }

                if (doorbell.IsOver)
                {
                    await doorbell.RingAgainAsync(TimeSpan.Zero, cancellationToken);
                    return;
                }

                // Another round, another lease: the doorbell must stay hidden for longer than that.
                await doorbell.KeepAsync(cancellationToken);
            }

            await doorbell.GiveWayAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping: whoever comes next need not wait until the doorbell comes back by itself.
            await doorbell.LetGoAsync();
            throw;
        }
    }

    /// <summary>Handles what is waiting and lets the lease go; a pause when the first in line is not due yet, and which that is.</summary>
    private async Task<(TimeSpan Pause, string? Before)> HoldAsync(Lease lease, IDoorbell doorbell, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.Zero;
        string? before = null;

        try
        {
            while (pause == TimeSpan.Zero && !doorbell.IsOver && lease.IsHeld && await inbox.WaitingAsync(lease.Key, AtATime, cancellationToken) is { Count: > 0 } waiting)
            {
                for (var at = 0; at < waiting.Count && pause == TimeSpan.Zero && !doorbell.IsOver; at++)
                {
                    await RenewAsync(lease, doorbell, cancellationToken);
                    before = waiting[at];
                    pause = await attempt.MakeAsync(lease, waiting[at], last: at == waiting.Count - 1 && waiting.Count < AtATime, cancellationToken);
                }
            }
        }
        finally
        {
            if (lease.IsHeld)
            {
                // Also when stopping: whoever comes next need not wait for the lease to run out.
                await lease.ReleaseAsync([], CancellationToken.None);
            }
        }

        return (pause, before);
    }

    private async Task RenewAsync(Lease lease, IDoorbell doorbell, CancellationToken cancellationToken)
    {
        if (lease.Until - time.GetUtcNow() <= options.Lease / 2)
        {
            await doorbell.KeepAsync(cancellationToken);
            await lease.RenewAsync(time.GetUtcNow() + options.Lease, cancellationToken);
        }
    }
}
