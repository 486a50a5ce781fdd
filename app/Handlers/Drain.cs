using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>
/// Answers one doorbell: whoever holds the key's lease handles its deliveries in the order received; who finds the lease taken is done, and the holder looks once more after letting go.
/// <para>The lease ends no later than the doorbell comes back, and is renewed after it: so when a holder dies, its own doorbell finds the key free.</para>
/// </summary>
internal sealed class Drain(IDocuments documents, IQueue doorbells, Inbox inbox, Attempt attempt, WorkOptions options, TimeProvider time)
{
    private const int AtATime = 20;

    /// <summary>How long a doorbell is hidden when taken: longer than the lease, by the time a slow store may need in between.</summary>
    public static TimeSpan Hidden(WorkOptions options) => options.Lease + TimeSpan.FromSeconds(5);

    public async Task AnswerAsync(QueueMessage doorbell, CancellationToken cancellationToken)
    {
        try
        {
            while (await Lease.TakeAsync(documents, doorbell.Text, new(doorbell.Id + doorbell.Receipt, time.GetUtcNow() + options.Lease), time.GetUtcNow(), cancellationToken) is { } lease)
            {
                (doorbell, var pause) = await HoldAsync(lease, doorbell, cancellationToken);

                if (pause > TimeSpan.Zero)
                {
                    await RingAgainAsync(doorbell, pause, cancellationToken);
                    return;
                }

                if ((await inbox.WaitingAsync(doorbell.Text, 1, cancellationToken)).Count == 0)
                {
                    break;
                }

                // Another round, another lease: the doorbell must stay hidden for longer than that.
                doorbell = await HideAsync(doorbell, cancellationToken);
            }

            await doorbells.DeleteAsync(doorbell, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping: whoever comes next need not wait until the doorbell comes back by itself.
            await doorbells.HideAsync(doorbell, TimeSpan.Zero, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Handles what is waiting and lets the lease go; a pause when the first in line is not due yet.</summary>
    private async Task<(QueueMessage Doorbell, TimeSpan Pause)> HoldAsync(Lease lease, QueueMessage doorbell, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.Zero;

        try
        {
            while (pause == TimeSpan.Zero && lease.IsHeld && await inbox.WaitingAsync(lease.Key, AtATime, cancellationToken) is { Count: > 0 } waiting)
            {
                for (var at = 0; at < waiting.Count && pause == TimeSpan.Zero; at++)
                {
                    doorbell = await RenewAsync(lease, doorbell, cancellationToken);
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

        return (doorbell, pause);
    }

    private async Task<QueueMessage> RenewAsync(Lease lease, QueueMessage doorbell, CancellationToken cancellationToken)
    {
        if (lease.Until - time.GetUtcNow() > options.Lease / 2)
        {
            return doorbell;
        }

        var hidden = await HideAsync(doorbell, cancellationToken);
        await lease.RenewAsync(time.GetUtcNow() + options.Lease, cancellationToken);

        return hidden;
    }

    /// <summary>Hides the doorbell for longer than a lease taken now. One that is not ours any more may be deleted by whoever has it, so it is replaced.</summary>
    private async Task<QueueMessage> HideAsync(QueueMessage doorbell, CancellationToken cancellationToken)
    {
        if (await doorbells.HideAsync(doorbell, Hidden(options), cancellationToken) is { } hidden)
        {
            return hidden;
        }

        await doorbells.PutAsync(doorbell.Text, urgent: false, Hidden(options), cancellationToken);
        throw new LeaseLostException($"The doorbell of '{doorbell.Text}' rang for somebody else; another one rings later.");
    }

    private async Task RingAgainAsync(QueueMessage doorbell, TimeSpan pause, CancellationToken cancellationToken)
    {
        var wait = QueueLimits.Within(pause);

        if (await doorbells.HideAsync(doorbell, wait, cancellationToken) is null)
        {
            await doorbells.PutAsync(doorbell.Text, urgent: false, wait, cancellationToken);
        }
    }
}
