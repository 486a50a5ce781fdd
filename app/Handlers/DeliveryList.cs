using System.Runtime.CompilerServices;
using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>A delivery as its head says it stands, and the ordering key it belongs to.</summary>
internal sealed record ListedDelivery(string Key, DeliveryHead Head);

/// <summary>The deliveries, for people who look after them. The index says where to look, the heads say what is true.</summary>
internal sealed class DeliveryList(IDocuments documents, DeliveryIndex index, TimeProvider time)
{
    /// <summary>How many days are looked through for the newest; what failed is found however old it is.</summary>
    public const int Days = 30;

    private const int LeastInCommon = 4;

    /// <summary>Those of the last <see cref="Days"/> days, newest first.</summary>
    public async IAsyncEnumerable<ListedDelivery> NewestAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in index.DaysAsync(time.GetUtcNow(), Days + 1, cancellationToken)) // today is not over
        {
            if (await HeadAsync(row, cancellationToken) is { } head)
            {
                yield return new(row.Key, head);
            }
        }
    }

    /// <summary>Those that are kept as failed, newest first. A row that outlived a crash goes when its delivery is done: then it never fails again.</summary>
    public async IAsyncEnumerable<ListedDelivery> FailedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in index.FailedAsync(cancellationToken))
        {
            switch (await HeadAsync(row, cancellationToken))
            {
                case { Status: DeliveryStatus.Failed } head:
                    yield return new(row.Key, head);
                    break;
                case { Status: DeliveryStatus.Done }:
                    await index.RemoveFailedAsync(row, cancellationToken);
                    break;
            }
        }
    }

    public async Task<ListedDelivery?> FindAsync(string id, CancellationToken cancellationToken) =>
        await index.KeyOfAsync(id, cancellationToken) is { } key && await documents.FindAsync(key, Rows.Delivery(id), cancellationToken) is { } found
            ? new(key, StateJson.Read(found.Body, StateJson.Default.DeliveryHead))
            : null;

    /// <summary>The id that has the most of its beginning in common with this one; null when that is not much.</summary>
    public async Task<string?> NearestAsync(string id, CancellationToken cancellationToken)
    {
        for (var length = id.Length; length >= LeastInCommon; length--)
        {
            if (await index.StartingWithAsync(id[..length], 1, cancellationToken) is [var nearest])
            {
                return nearest;
            }
        }

        return null;
    }

    /// <summary>What was planned, and what became of it, in order.</summary>
    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(ListedDelivery delivery, CancellationToken cancellationToken)
    {
        var rows = await documents.QueryAsync(delivery.Key, RowRange.Prefix(Rows.Journal(delivery.Head)), DocumentLimits.MaxBatchWrites, cancellationToken);

        return [.. rows.Select(row => StateJson.Read(row.Body, StateJson.Default.JournalEntry))];
    }

    /// <summary>Null for a row that a receive left behind when it was cut short, or that stands elsewhere too.</summary>
    private async Task<DeliveryHead?> HeadAsync(IndexRow row, CancellationToken cancellationToken) =>
        await documents.FindAsync(row.Key, Rows.Delivery(row.Id), cancellationToken) is { } found
        && StateJson.Read(found.Body, StateJson.Default.DeliveryHead) is var head
        && DeliveryIndex.Row(head) == row.Row
            ? head
            : null;
}
