using System.Runtime.CompilerServices;
using Hotfix.Ports;

namespace Hotfix.Cli.Store.Moving;

/// <summary>
/// An export as it lies on the disk, read line by line and believed only as far as its digests go.
/// <para>Errors: <see cref="InputException"/>, one sentence: not there, none, damaged, cut short.</para>
/// </summary>
internal sealed class ExportFile(string path)
{
    public string Path => path;

    /// <summary>That there is something to read, looked at before anything else is done.</summary>
    public void Check() => Open().Dispose();

    /// <summary>All of it, from the first line to the last; whoever read to the end knows that it is whole.</summary>
    /// <param name="read">Hears how far into the file it is.</param>
    public async IAsyncEnumerable<ExportLine.Entry> EntriesAsync(Action<long>? read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = Open();
        using var sum = new Summing();
        ExportLine.End? end = null;

        await foreach (var (line, at) in LinesAsync(file, cancellationToken))
        {
            if (line is ExportLine.Entry entry)
            {
                sum.Add(entry.Placed, entry.Sha256);
                read?.Invoke(at);

                yield return entry;
            }

            end = line as ExportLine.End;
        }

        if (end is null)
        {
            throw new InputException($"'{path}' is cut short after {sum.Documents:#,0} documents: run the same export again, it goes on where it stopped.");
        }

        if (end.Totals != sum.Totals)
        {
            throw new InputException($"'{path}' is damaged: it holds {sum.Documents:#,0} documents where its last line says {end.Totals.Documents:#,0}, or others; make the export anew.");
        }
    }

    /// <summary>What is good of an export that was cut short: where that ends, where the scan goes on, and its sum so far. Its file is locked against a second one.</summary>
    /// <param name="read">Hears how far into the file it is.</param>
    /// <exception cref="InputException">It is whole already, or no export.</exception>
    public async Task<(DocumentPlace Last, long End)> ResumeAsync(FileStream file, Summing sum, Action<long> read, CancellationToken cancellationToken)
    {
        var (last, end) = (DocumentPlace.Start, 0L);

        await foreach (var (line, at) in LinesAsync(file, cancellationToken))
        {
            if (line is ExportLine.End { Totals: var totals })
            {
                throw new InputException($"'{path}' is a whole export already, of {totals.Documents:#,0} documents: choose another name, or remove it.");
            }

            if (line is ExportLine.Entry entry)
            {
                sum.Add(entry.Placed, entry.Sha256);
                last = entry.Placed.Place;
                read(at);
            }

            end = at;
        }

        return (last, end);
    }

    /// <summary>A last line without its end is what a process left that was killed: it is left out.</summary>
    private async IAsyncEnumerable<(ExportLine Line, long End)> LinesAsync(FileStream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DocumentPlace? last = null;
        var ended = false;

        await foreach (var line in FileLines.ReadAsync(file, cancellationToken))
        {
            if (line.Number == 1 && !IsMark(line.Bytes.Span, line.IsWhole))
            {
                throw new InputException($"'{path}' is no export: it does not begin like one that `hotfix store export` writes.");
            }

            if (!line.IsWhole)
            {
                yield break;
            }

            var parsed = Parse(line);

            if (ended || (parsed is ExportLine.Begin) != (line.Number == 1) || (parsed is ExportLine.Entry { Placed.Place: var place } && last?.CompareTo(place) >= 0))
            {
                throw new InputException($"'{path}' is damaged: its line {line.Number:#,0} is not in its place; make the export anew.");
            }

            ended = parsed is ExportLine.End;
            last = (parsed as ExportLine.Entry)?.Placed.Place ?? last;

            yield return (parsed, line.End);
        }
    }

    private ExportLine Parse(FileLine line)
    {
        try
        {
            return ExportLine.Parse(line.Bytes);
        }
        catch (FormatException wrong)
        {
            throw new InputException($"'{path}' is damaged: its line {line.Number:#,0} {wrong.Message}; make the export anew.", wrong);
        }
    }

    private static bool IsMark(ReadOnlySpan<byte> line, bool isWhole) => line.StartsWith(ExportLine.Mark) || (!isWhole && ExportLine.Mark.StartsWith(line));

    private FileStream Open()
    {
        try
        {
            return new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException(wrong is FileNotFoundException or DirectoryNotFoundException ? $"There is no export '{path}'." : $"'{path}' cannot be read: {wrong.Message}", wrong);
        }
    }
}
