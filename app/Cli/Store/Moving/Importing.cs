using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Cli.Store.Moving;

/// <summary>
/// Puts an export into a store. First the whole file is read and every digest looked at, beside what the store holds already, which must be of this very export; then what is missing is written, and the keys that have something waiting ring; last the store is read again and its sum compared.
/// Ended in between, the same command goes on: what is there is not written again.
/// <para>Errors: <see cref="InputException"/>, before anything is written; <see cref="StoreUnavailableException"/>, after which the same command goes on.</para>
/// </summary>
internal sealed class Importing(ExportFile export, IDocuments documents, IQueue doorbells, IMoveProgress progress) : IDisposable
{
    /// <summary>Batches on their way at the same time.</summary>
    private const int Width = 12;

    private readonly SemaphoreSlim places = new(Width);
    private readonly List<Task> sending = [];
    private readonly List<DocumentWrite> batch = [];
    private string? partition;
    private int bytes;
    private bool waits;
    private bool isUrgent;
    private int rung;

    public void Dispose() => places.Dispose();

    /// <summary>The sum of what the store holds now, how many documents of it were there before, and how many keys were rung.</summary>
    public async Task<(Totals Totals, long Before, int Rung)> RunAsync(CancellationToken cancellationToken)
    {
        var (expected, before) = await LookAsync(cancellationToken);
        await WriteAsync(before > 0, cancellationToken);

        return await SumAsync(cancellationToken) is var totals && totals == expected
            ? (totals, before, rung)
            : throw new InputException($"The store holds {totals.Documents:#,0} documents after the import where the export has {expected.Documents:#,0}, or others: somebody else writes to it. Stop that, and see with `hotfix store check {export.Path}` what differs.");
    }

    /// <summary>Reads all of the export, and finds nothing in the store that is not in it.</summary>
    private async Task<(Totals Expected, long Before)> LookAsync(CancellationToken cancellationToken)
    {
        progress.Begin("reading the export", export.Path);
        using var sum = new Summing();
        await using var there = new Beside(documents, cancellationToken);
        var before = 0L;

        await foreach (var entry in export.EntriesAsync(at => progress.Report(sum.Documents, at), cancellationToken))
        {
            before += await there.HoldsAsync(entry) ? 1 : 0;
            sum.Add(entry.Placed, entry.Sha256);
        }

        await there.EndAsync();

        return (sum.Totals, before);
    }

    private async Task WriteAsync(bool isResumed, CancellationToken cancellationToken)
    {
        progress.Begin("writing", export.Path);
        await using var there = isResumed ? new Beside(documents, cancellationToken) : null;
        var done = 0L;

        try
        {
            await foreach (var entry in export.EntriesAsync(at => progress.Report(done, at), cancellationToken))
            {
                if (entry.Placed.Partition != partition)
                {
                    await EndPartitionAsync(cancellationToken);
                    partition = entry.Placed.Partition;
                }

                var (isWaiting, someoneWaits) = Travelling.Waiting(entry.Placed.Document.Row);
                (waits, isUrgent) = (waits || isWaiting, isUrgent || someoneWaits);
                done++;

                if (there is null || !await there.HoldsAsync(entry))
                {
                    await AddAsync(entry.Placed.Document, cancellationToken);
                }
            }

            await EndPartitionAsync(cancellationToken);
        }
        finally
        {
            await Task.WhenAll(sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // none may write on after we said how it ended
        }

        await Task.WhenAll(sending);
    }

    private async Task AddAsync(Document document, CancellationToken cancellationToken)
    {
        if (batch.Count == DocumentLimits.MaxBatchWrites || bytes + document.Body.Length > DocumentLimits.MaxBatchBytes)
        {
            await SendAsync(cancellationToken);
        }

        batch.Add(new Insert(document.Row, document.Body));
        bytes += document.Body.Length;
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        await places.WaitAsync(cancellationToken);
        await Task.WhenAll(sending.Where(sent => sent.IsFaulted));
        sending.RemoveAll(sent => sent.IsCompletedSuccessfully);
        sending.Add(WriteAsync(partition!, [.. batch], cancellationToken));
        batch.Clear();
        bytes = 0;
    }

    /// <summary>A doorbell rings once what it rings for is there.</summary>
    private async Task EndPartitionAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);

        if (waits)
        {
            await Task.WhenAll(sending);
            await doorbells.PutAsync(partition!, isUrgent, TimeSpan.Zero, cancellationToken);
            rung++;
        }

        (waits, isUrgent) = (false, false);
    }

    private async Task WriteAsync(string partition, DocumentWrite[] writes, CancellationToken cancellationToken)
    {
        try
        {
            if (await documents.WriteAsync(partition, writes, cancellationToken) is BatchOutcome.Conflict { Row: var row })
            {
                throw new InputException($"Somebody else wrote {new DocumentPlace(partition, row)} during the import: stop whatever uses this store, and import again into an empty one.");
            }
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<Totals> SumAsync(CancellationToken cancellationToken)
    {
        progress.Begin("comparing", null);
        using var sum = new Summing();

        await foreach (var found in Travelling.OfAsync(documents, DocumentPlace.Start, cancellationToken))
        {
            sum.Add(found, ExportLine.Digest(found));
            progress.Report(sum.Documents, 0);
        }

        return sum.Totals;
    }
}
