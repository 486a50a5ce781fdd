using Hotfix.Ports;

namespace Hotfix.Storage.Sqlite;

/// <summary>
/// A queue in the store's file. A message's receipt is a number that grows whenever it is taken or hidden. Another process may put something without our
/// hearing of it, so no wait is longer than a second.
/// </summary>
internal sealed class SqliteQueue(string name, Writer writer, Readers readers, TimeProvider time) : IQueue
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);

    private readonly Pulse changes = new();

    /// <summary>One writer writes both, in the order asked for.</summary>
    public bool FollowsDocuments => true;

    public async Task PutAsync(string text, bool urgent, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueLimits.CheckText(text);
        QueueLimits.CheckDelay(delay);

        var due = DueIn(delay);
        await writer.RunAsync(connection => QueueTable.Insert(connection, name, text, urgent, due), cancellationToken);
        changes.Beat();
    }

    /// <summary>Looks before it bothers the writer, so that an idle queue writes nothing.</summary>
    public async Task<QueueMessage?> TakeAsync(TimeSpan hidden, CancellationToken cancellationToken)
    {
        QueueLimits.CheckTake(hidden);

        return await UntilDueAsync(cancellationToken) > TimeSpan.Zero
            ? null
            : await writer.RunAsync(connection => QueueTable.Take(connection, name, DueIn(TimeSpan.Zero), DueIn(hidden)), cancellationToken);
    }

    public async Task<QueueMessage?> HideAsync(QueueMessage message, TimeSpan hidden, CancellationToken cancellationToken)
    {
        QueueLimits.CheckDelay(hidden);

        var held = await writer.RunAsync(connection => QueueTable.Hide(connection, name, message, DueIn(hidden)), cancellationToken);
        changes.Beat(); // it may now be due sooner than before

        return held;
    }

    public Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken) =>
        writer.RunAsync(connection => QueueTable.Delete(connection, name, message), cancellationToken);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var change = changes.Next;
        var wait = await UntilDueAsync(cancellationToken);

        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(change, Task.Delay(wait < MaxWait ? UpToMilliseconds(wait) : MaxWait, time, timer.Token));
        await timer.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    public async Task<QueueState> StateAsync(CancellationToken cancellationToken)
    {
        var (count, due) = await readers.RunAsync(connection => QueueTable.State(connection, name), cancellationToken);
        var waited = due is { } earliest ? TimeSpan.FromTicks(DueIn(TimeSpan.Zero) - earliest) : TimeSpan.Zero;

        return new((int)count, waited > TimeSpan.Zero ? waited : TimeSpan.Zero);
    }

    private async Task<TimeSpan> UntilDueAsync(CancellationToken cancellationToken)
    {
        var due = await readers.RunAsync(connection => QueueTable.EarliestDue(connection, name), cancellationToken);

        return due is null ? TimeSpan.MaxValue : TimeSpan.FromTicks(due.Value - DueIn(TimeSpan.Zero));
    }

    /// <summary>Timers count whole milliseconds and cut off the rest: they would ring too early.</summary>
    private static TimeSpan UpToMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private long DueIn(TimeSpan delay) => (time.GetUtcNow() + delay).UtcTicks;
}
