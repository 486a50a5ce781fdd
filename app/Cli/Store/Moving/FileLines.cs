using System.Runtime.CompilerServices;

namespace Hotfix.Cli.Store.Moving;

/// <summary>One line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="End">Where it ends in the file, its line end included.</param>
/// <param name="IsWhole">False for a last one without a line end.</param>
internal readonly record struct FileLine(long Number, long End, ReadOnlyMemory<byte> Bytes, bool IsWhole);

/// <summary>The lines of a file, one in memory at a time; a line's bytes are good until the next is asked for.</summary>
internal static class FileLines
{
    private const int FirstBytes = 256 * 1024;

    /// <exception cref="InputException">A line is longer than any of an export.</exception>
    public static async IAsyncEnumerable<FileLine> ReadAsync(FileStream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[FirstBytes];
        var (from, to, number, end) = (0, 0, 1L, file.Position);
        int read;

        do
        {
            if (to == buffer.Length)
            {
                (buffer, to) = (Grown(buffer, from, to, number, file.Name), to - from);
                from = 0;
            }

            read = await file.ReadAsync(buffer.AsMemory(to), cancellationToken);
            var seen = to;
            to += read;

            while (buffer.AsSpan(seen, to - seen).IndexOf((byte)'\n') is >= 0 and var at)
            {
                var next = seen + at + 1;
                end += next - from;
                yield return new(number++, end, buffer.AsMemory(from, next - 1 - from), true);
                (from, seen) = (next, next);
            }
        }
        while (read > 0);

        if (to > from)
        {
            yield return new(number, end + to - from, buffer.AsMemory(from, to - from), false);
        }
    }

    /// <summary>Room for more: what was given out goes first.</summary>
    private static byte[] Grown(byte[] buffer, int from, int to, long number, string name)
    {
        var left = to - from;

        if (left > ExportLine.MaxBytes)
        {
            throw new InputException($"'{name}' is no export: its line {number} is longer than any of one.");
        }

        var grown = left > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        Buffer.BlockCopy(buffer, from, grown, 0, left);

        return grown;
    }
}
