using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Keeping;

/// <summary>
/// Removes what is kept no longer of a delivery that is done: its body first, later all but its journal. Each write is one of a head that is unchanged since it was read, so that one which is put back at the same moment stays.
/// <para>Errors: <see cref="StoreUnavailableException"/>; what is left over is found again.</para>
/// </summary>
internal sealed class OldDeliveries(IDocuments documents, DeliveryIndex index, WorkOptions options)
{
    /// <summary>Whether its body had to stay, because it is not done, or changed at this moment.</summary>
    public async Task<bool> DealAsync(IndexRow row, string day, DateTimeOffset now, KeepCounts counts, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(row.Key, Rows.Delivery(row.Id), cancellationToken) is not { } found)
        {
            // The index is removed after what it points to; or the receive that wrote it was cut short, and came again or not.
            await index.RemoveAsync(row, day, cancellationToken);

            return false;
        }

        var head = StateJson.Read(found.Body, StateJson.Default.DeliveryHead);

        if (head.Status != DeliveryStatus.Done)
        {
            return head.Chunks > 0;
        }

        if (IsOver(head, options.Keep.Deliveries, now))
        {
            await RemoveAsync(row, day, head, found.ETag, counts, cancellationToken);
        }
        else if (head.Chunks > 0 && IsOver(head, options.Keep.BodiesAtMost, now))
        {
            var stripped = head with { Chunks = 0, StrippedAt = now };
            var isWritten = await WriteAsync(row, [new Put(Rows.Delivery(row.Id), StateJson.Write(stripped, StateJson.Default.DeliveryHead), found.ETag)], cancellationToken);
            counts.Bodies += isWritten ? 1 : 0;

            return !isWritten;
        }

        return false;
    }

    private static bool IsOver(DeliveryHead head, TimeSpan? kept, DateTimeOffset now) => head.ReceivedAt < now - kept;

    private async Task RemoveAsync(IndexRow row, string day, DeliveryHead head, string etag, KeepCounts counts, CancellationToken cancellationToken)
    {
        if (await WriteAsync(row, [new Delete(Rows.Delivery(row.Id), etag)], cancellationToken))
        {
            counts.Deliveries++;
            counts.Bodies += head.Chunks > 0 ? 1 : 0;
            await index.RemoveAsync(row, day, cancellationToken);
        }
    }

    /// <summary>With the parts of its body that are there: one that came again may have left some which its head does not count.</summary>
    private async Task<bool> WriteAsync(IndexRow row, DocumentWrite[] head, CancellationToken cancellationToken)
    {
        var parts = await documents.QueryAsync(row.Key, RowRange.Prefix(Rows.Bodies(row.Id)), DocumentLimits.MaxBatchWrites - 1, cancellationToken);

        return await documents.WriteAsync(row.Key, [.. head, .. parts.Select(part => new Delete(part.Row, null))], cancellationToken) is BatchOutcome.Written;
    }
}
