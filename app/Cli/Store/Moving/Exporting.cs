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
            await using var file = Open();

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

    /// <summary>Private repositories' issues are in it: on Unix only the user may read it.</summary>
    private FileStream Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BufferBytes, Options = FileOptions.Asynchronous };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    private async Task<(Totals Totals, long Before)> WriteAsync(FileStream file, CancellationToken cancellationToken)
    {
        using var sum = new Summing();
        progress.Begin("reading what is there", path);
        var (last, end) = await new ExportFile(path).ResumeAsync(file, sum, at => progress.Report(sum.Documents, at), cancellationToken);
        var before = sum.Documents;

        if (before > 0)
        {
            await CompareAsync(last, sum.Totals, cancellationToken);
        }

        progress.Begin("exporting", null);
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

    /// <summary>That the store still is what it was, as far as the file goes: half of one state and half of another would be no export of either.</summary>
    private async Task CompareAsync(DocumentPlace last, Totals file, CancellationToken cancellationToken)
    {
        using var sum = new Summing();
        progress.Begin("comparing with the store", null);

        await foreach (var found in Travelling.OfAsync(source, DocumentPlace.Start, cancellationToken))
        {
            if (found.Place.CompareTo(last) > 0)
            {
                break;
            }

            sum.Add(found, ExportLine.Digest(found));
            progress.Report(sum.Documents, 0);
        }

        if (sum.Totals != file)
        {
            throw new InputException($"The store has changed since '{path}' was begun: what is in it and what would follow do not belong together. Remove the file and export anew.");
        }
    }

    private sealed class LiveException(string message) : Exception(message);
}
