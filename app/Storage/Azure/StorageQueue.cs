using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>
/// A queue in two of Azure's, which know no urgency: the urgent one is emptied first. A message's id says which of them it is in.
/// <para>An empty queue is asked at most twice a second by one process, however many take from it: each asking is paid for.</para>
/// </summary>
internal sealed class StorageQueue(QueueOfMessages others, QueueOfMessages urgentOnes, TimeProvider time) : IQueue
{
    private const string Urgent = "urgent ";

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan EmptyFor = TimeSpan.FromMilliseconds(500);

    private readonly Pulse changes = new();
    private long changed;

    /// <summary>UTC ticks; below zero a change, each its own, so that a look that began before it cannot call the queue empty after it.</summary>
    private long emptyUntil;

    private bool IsKnownToBeEmpty => time.GetUtcNow().UtcTicks < Interlocked.Read(ref emptyUntil);

    public bool FollowsDocuments => false;

    public async Task PutAsync(string text, bool urgent, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueLimits.CheckText(text);
        QueueLimits.CheckDelay(delay);

        await (urgent ? urgentOnes : others).PutAsync(text, time.GetUtcNow() + delay, delay, cancellationToken);
        Changed();
    }

    public async Task<QueueMessage?> TakeAsync(TimeSpan hidden, CancellationToken cancellationToken)
    {
        QueueLimits.CheckTake(hidden);
        cancellationToken.ThrowIfCancellationRequested();

        var before = Interlocked.Read(ref emptyUntil);

        if (IsKnownToBeEmpty)
        {
            return null;
        }

        if (await urgentOnes.TakeAsync(hidden, cancellationToken) is { } first)
        {
            return new(Urgent + first.Id, first.Receipt, first.Text, first.Takes);
        }

        if (await others.TakeAsync(hidden, cancellationToken) is { } next)
        {
            return new(next.Id, next.Receipt, next.Text, next.Takes);
        }

        Interlocked.CompareExchange(ref emptyUntil, (time.GetUtcNow() + EmptyFor).UtcTicks, before);

        return null;
    }

    public async Task<QueueMessage?> HideAsync(QueueMessage message, TimeSpan hidden, CancellationToken cancellationToken)
    {
        QueueLimits.CheckDelay(hidden);

        var (queue, id) = Place(message);
        var receipt = await queue.HideAsync(id, message.Receipt, message.Text, time.GetUtcNow() + hidden, hidden, cancellationToken);
        Changed(); // it may now be due sooner than before

        return receipt is null ? null : message with { Receipt = receipt };
    }

    public Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        var (queue, id) = Place(message);

        return queue.DeleteAsync(id, message.Receipt, cancellationToken);
    }

    /// <summary>The second is counted from the call, and not from when Azure has answered.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var change = Task.WhenAny(changes.Next, Task.Delay(MaxWait, time, timer.Token));

        try
        {
            if (IsKnownToBeEmpty || ((await urgentOnes.PeekAsync(cancellationToken)).Count == 0 && (await others.PeekAsync(cancellationToken)).Count == 0))
            {
                await change;
            }
        }
        finally
        {
            await timer.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Of one that came back because its holder died, the age counts from when it was put or hidden: Azure does not say when it came back.</summary>
    public async Task<QueueState> StateAsync(CancellationToken cancellationToken)
    {
        var count = await urgentOnes.CountAsync(cancellationToken) + await others.CountAsync(cancellationToken);
        var waiting = (await urgentOnes.PeekAsync(cancellationToken)).Concat(await others.PeekAsync(cancellationToken));
        var waited = time.GetUtcNow() - waiting.Min(message => message.Due);

        return new(count, waited > TimeSpan.Zero ? waited.Value : TimeSpan.Zero);
    }

    private (QueueOfMessages Queue, string Id) Place(QueueMessage message) =>
        message.Id.StartsWith(Urgent, StringComparison.Ordinal) ? (urgentOnes, message.Id[Urgent.Length..]) : (others, message.Id);

    private void Changed()
    {
        Interlocked.Exchange(ref emptyUntil, -Interlocked.Increment(ref changed));
        changes.Beat();
    }
}
