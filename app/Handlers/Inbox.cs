using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers;

/// <summary>
/// Where deliveries are stored before GitHub hears "202". A delivery id is held once: seen again, one that was handled or is waiting does nothing, one that failed waits again.
/// <para>Errors: <see cref="StoreUnavailableException"/>: nothing was promised, and GitHub hears so.</para>
/// </summary>
internal sealed class Inbox(IDocuments documents, IQueue doorbells, DeliveryIndex index, TimeProvider time)
{
    private const int ChunkBytes = 512 * 1024;

    /// <summary>When this completes, the delivery is on disk and the doorbell has rung; false when it was there already.</summary>
    public async Task<bool> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var chunks = delivery.Body.Length == 0 ? 0 : ((delivery.Body.Length - 1) / ChunkBytes) + 1;
        var now = time.GetUtcNow();
        var delay = delivery.NotBefore > now ? delivery.NotBefore - now : TimeSpan.Zero;
        var head = new DeliveryHead(delivery.Id, delivery.Event, delivery.Repository, now + delay, chunks, DeliveryStatus.Waiting, 0, delivery.NotBefore, null, null);

        // All but the first chunk go ahead: without the head nobody reads them, and written again they are the same.
        for (var chunk = 1; chunk < chunks; chunk++)
        {
            await documents.WriteAsync(delivery.Key, [Chunk(delivery, chunk)], cancellationToken);
        }

        DocumentWrite[] first = chunks > 0 ? [Chunk(delivery, 0)] : [];
        DocumentWrite[] writes = [new Insert(Rows.Delivery(delivery.Id), StateJson.Write(head, StateJson.Default.DeliveryHead)), .. first, new Set(Rows.WaitingFor(head), ReadOnlyMemory<byte>.Empty)];

        // All at once where they share one sync of the disk. A doorbell that rings for nothing does no harm, nor does a row of the index.
        var stored = documents.WriteAsync(delivery.Key, writes, cancellationToken);
        await Task.WhenAll(RingAsync(stored, delivery.Key, delivery.Urgent, QueueLimits.Within(delay), cancellationToken), index.AddAsync(delivery.Key, head, cancellationToken));

        if (await stored is BatchOutcome.Written)
        {
            return true;
        }

        var (known, etag) = await HeadAsync(delivery.Key, delivery.Id, cancellationToken);
        await index.KeepFirstAsync(delivery.Key, known, head, cancellationToken);

        return await PutBackAsync(delivery.Key, known, etag, delivery.Urgent, cancellationToken);
    }

    /// <summary>
    /// Puts a delivery that failed back among those to be handled, with all its tries, and rings; false for one that is waiting or done. For one that waits it rings too: whoever put it back may have got no further.
    /// </summary>
    public async Task<bool> RetryAsync(string key, string id, bool urgent, CancellationToken cancellationToken)
    {
        var (head, etag) = await HeadAsync(key, id, cancellationToken);

        if (head.Status == DeliveryStatus.Waiting)
        {
            var pause = head.NotBefore - time.GetUtcNow();
            await doorbells.PutAsync(key, urgent, QueueLimits.Within(pause > TimeSpan.Zero ? pause : TimeSpan.Zero), cancellationToken);
        }

        return await PutBackAsync(key, head, etag, urgent, cancellationToken);
    }

    private async Task<bool> PutBackAsync(string key, DeliveryHead head, string etag, bool urgent, CancellationToken cancellationToken)
    {
        if (head.Status != DeliveryStatus.Failed)
        {
            return false;
        }

        var listed = await index.FindFailedAsync(head, cancellationToken);
        var again = head with { Status = DeliveryStatus.Waiting, Tries = 0, NotBefore = default };
        DocumentWrite[] writes = [new Put(Rows.Delivery(head.Id), StateJson.Write(again, StateJson.Default.DeliveryHead), etag), new Set(Rows.WaitingFor(head), ReadOnlyMemory<byte>.Empty)];
        var stored = documents.WriteAsync(key, writes, cancellationToken);
        await RingAsync(stored, key, urgent, TimeSpan.Zero, cancellationToken);

        if (await stored is not BatchOutcome.Written)
        {
            return false; // somebody else put it back at the same moment
        }

        if (listed is not null)
        {
            await index.RemoveFailedAsync(listed, cancellationToken);
        }

        return true;
    }

    /// <summary>Makes good whatever a receive left out that was cut short after the head was on disk: rows of the index, the doorbell.</summary>
    public async Task CompleteAsync(string key, DeliveryHead head, CancellationToken cancellationToken)
    {
        await index.AddAsync(key, head, cancellationToken);

        if (head.Status == DeliveryStatus.Waiting)
        {
            await doorbells.PutAsync(key, urgent: false, TimeSpan.Zero, cancellationToken);
        }
    }

    public async Task<(DeliveryHead Head, string ETag)> HeadAsync(string key, string id, CancellationToken cancellationToken)
    {
        var found = await documents.FindAsync(key, Rows.Delivery(id), cancellationToken) ?? throw new InvalidOperationException($"Delivery '{id}' of '{key}' is not in the inbox.");

        return (StateJson.Read(found.Body, StateJson.Default.DeliveryHead), found.ETag);
    }

    public async Task<ReadOnlyMemory<byte>> BodyAsync(string key, DeliveryHead head, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();

        for (var chunk = 0; chunk < head.Chunks; chunk++)
        {
            var found = await documents.FindAsync(key, Rows.Body(head.Id, chunk), cancellationToken) ?? throw new InvalidOperationException($"Part {chunk} of delivery '{head.Id}' is missing.");
            await body.WriteAsync(found.Body, cancellationToken);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>The ids of the deliveries to be handled, in the order received.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(string key, int limit, CancellationToken cancellationToken) =>
        [.. (await documents.QueryAsync(key, RowRange.Prefix(Rows.Waiting), limit, cancellationToken)).Select(row => Rows.IdOfWaiting(row.Row))];

    /// <summary>Completes when both are on disk. It rings whatever became of what was stored: a delivery that came before may lie there unrung.</summary>
    private async Task RingAsync(Task stored, string key, bool urgent, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (!doorbells.FollowsDocuments)
        {
            await stored;
        }

        await Task.WhenAll(stored, doorbells.PutAsync(key, urgent, delay, cancellationToken));
    }

    private static Set Chunk(Delivery delivery, int chunk) =>
        new(Rows.Body(delivery.Id, chunk), delivery.Body.Slice(chunk * ChunkBytes, Math.Min(ChunkBytes, delivery.Body.Length - (chunk * ChunkBytes))));
}
