using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>A doorbell that our own worker took from the queue. Hidden longer, it has another receipt.</summary>
internal sealed class TakenDoorbell(IQueue doorbells, QueueMessage message, WorkOptions options) : IDoorbell
{
    private QueueMessage message = message;

    /// <summary>How long a doorbell is hidden when taken: longer than the lease, by the time a slow store may need in between.</summary>
    public static TimeSpan Hidden(WorkOptions options) => options.Lease + TimeSpan.FromSeconds(5);

    public string Key => message.Text;

    public string Holder { get; } = message.Id + message.Receipt;

    public bool IsOver => false; // a worker has nothing else to do

    /// <summary>One that is not ours any more may be deleted by whoever has it, so it is replaced.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (await doorbells.HideAsync(message, Hidden(options), cancellationToken) is { } hidden)
        {
            message = hidden;
            return;
        }

        await doorbells.PutAsync(Key, urgent: false, Hidden(options), cancellationToken);
        throw new LeaseLostException($"The doorbell of '{Key}' rang for somebody else; another one rings later.");
    }

    public async Task RingAgainAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var wait = QueueLimits.Within(pause);

        if (await doorbells.HideAsync(message, wait, cancellationToken) is null)
        {
            await doorbells.PutAsync(Key, urgent: false, wait, cancellationToken);
        }
    }

    public Task SettleAsync(CancellationToken cancellationToken) => doorbells.DeleteAsync(message, cancellationToken);

    /// <summary>
    /// Taken for the first time, it is not needed: the holder has a doorbell of its own. Taken before, it may be that very one, of a holder that died or was stopped: then it rings again, once that lease is over.
    /// </summary>
    public Task GiveWayAsync(CancellationToken cancellationToken) => message.Takes > 1 ? RingAgainAsync(Hidden(options), cancellationToken) : SettleAsync(cancellationToken);

    public Task LetGoAsync() => doorbells.HideAsync(message, TimeSpan.Zero, CancellationToken.None);
}
