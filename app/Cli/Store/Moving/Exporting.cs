using Hotfix.Ports;

namespace Hotfix.Cli.Store.Moving;

/// <summary>
/// Writes everything that travels into a file, a document a line, in the order of places; where the file is there and cut short, goes on behind its last whole line.
/// <para>Errors: <see cref="InputException"/>; <see cref="StoreUnavailableException"/>, after which the same command goes on.</para>
/// </summary>
/// <param name="live">Whether somebody may be at work meanwhile.</param>
internal sealed class Exporting(IDocuments source, string path, bool live, TimeProvider time, IMoveProgress progress)
{
    private const int BufferBytes = 1024 * 1024;

    public async Task<(Totals Totals, long Before)> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BufferBytes, Options = FileOptions.Asynchronous });

            return await WriteAsync(file, cancellationToken);
        }
        catch (LiveException busy)
        {
            File.Delete(path); // what was read before may have changed since

            throw new InputException(busy.Message, busy);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be written: {wrong.Message}", wrong);
        }
    }

    private async Task<(Totals Totals, long Before)> WriteAsync(FileStream file, CancellationToken cancellationToken)
    {
        using var sum = new Summing();
        var (last, end) = await new ExportFile(path).ResumeAsync(file, sum, cancellationToken);
        var before = sum.Documents;
        file.SetLength(end);
        file.Position = end;

        if (end == 0)
        {
            await file.WriteAsync(ExportLine.First(time.GetUtcNow()), cancellationToken);
        }

        await foreach (var found in source.ScanAsync(last, cancellationToken))
        {
            if (!live && Travelling.HeldUntil(found) > time.GetUtcNow())
            {
                throw new LiveException($"Somebody is at work in the store (the lease of '{found.Partition}' is held): stop Hotfix and export then. With --live it is exported all the same, and what changes meanwhile may be in it or not. Nothing was kept.");
            }

            if (Travelling.Travels(found.Place))
            {
                var digest = ExportLine.Digest(found);
                await file.WriteAsync(ExportLine.Of(found, digest), cancellationToken);
                sum.Add(found, digest);
                progress.Report(sum.Documents, 0);
            }
        }

        await file.WriteAsync(ExportLine.Last(sum.Totals), cancellationToken);
        await file.FlushAsync(cancellationToken);
#pragma warning disable CA1849 // the other one leaves it in the system's memory
        file.Flush(flushToDisk: true);
#pragma warning restore CA1849

        return (sum.Totals, before);
    }

    private sealed class LiveException(string message) : Exception(message);
}
