using Hotfix.Domain;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Keeping;

/// <summary>
/// Removes what is kept no longer of a partition's journal. Of what is open all of it stays, for <c>why</c>, <c>undo</c> and <c>timeline</c>; so does the plan of a delivery that is not done, for whoever tries it again.
/// <para>Errors: <see cref="StoreUnavailableException"/>; what is left over is found again.</para>
/// </summary>
internal sealed class OldJournals(IDocuments documents, WorkOptions options)
{
    public async Task DealAsync(string key, DateTimeOffset now, KeepCounts counts, CancellationToken cancellationToken)
    {
        if (options.Keep.Journal is not { } kept)
        {
            return;
        }

        var range = new RowRange(Rows.AllJournal.From, Rows.JournalSince(now - kept));
        var first = await documents.QueryAsync(key, range, 1, cancellationToken);

        if (first.Count == 0 || await IsOpenAsync(key, cancellationToken))
        {
            return;
        }

        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        var batch = new List<DocumentWrite>();

        await foreach (var row in documents.AllAsync(key, range, cancellationToken))
        {
            var delivery = Rows.DeliveryOfJournal(row.Row);

            if (!known.TryGetValue(delivery, out var isDone))
            {
                known[delivery] = isDone = await IsDoneAsync(key, delivery, cancellationToken);
            }

            if (isDone)
            {
                batch.Add(new Delete(row.Row, row.ETag));
            }

            if (batch.Count == DocumentLimits.MaxBatchWrites)
            {
                await RemoveAsync(key, batch, counts, cancellationToken);
            }
        }

        await RemoveAsync(key, batch, counts, cancellationToken);
    }

    private async Task RemoveAsync(string key, List<DocumentWrite> batch, KeepCounts counts, CancellationToken cancellationToken)
    {
        if (batch.Count > 0 && await documents.WriteAsync(key, batch, cancellationToken) is BatchOutcome.Written)
        {
            counts.Entries += batch.Count;
        }

        batch.Clear();
    }

    private async Task<bool> IsOpenAsync(string key, CancellationToken cancellationToken) =>
        await documents.FindAsync(key, Rows.Hotfix, cancellationToken) is { } found && StateJson.Read(found.Body, StateJson.Default.Hotfix).State.IsOpen();

    /// <summary>One that is not there any more was done: no other is removed.</summary>
    private async Task<bool> IsDoneAsync(string key, string delivery, CancellationToken cancellationToken) =>
        await documents.FindAsync(key, Rows.Delivery(delivery), cancellationToken) is not { } found || StateJson.Read(found.Body, StateJson.Default.DeliveryHead).Status == DeliveryStatus.Done;
}
