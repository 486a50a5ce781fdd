using System.Buffers.Binary;
using System.Text;

namespace Hotfix.Extension.Zip;

/// <summary>
/// The central directory of a zip (APPNOTE.TXT 4.3.12, 4.3.16), read without trust: nothing is unpacked and nothing allocated by what a header claims.
/// Refused, because readers differ in what they make of it: zip64, several disks, encryption, bytes between the directory and its end or behind it, links, and names that a system would unpack elsewhere.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LinkMode = 0xA000;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="where">What the zip is called in a sentence.</param>
    public static IReadOnlyList<ZipEntry> Read(ReadOnlySpan<byte> zip, string where, PackageLimits limits)
    {
        var end = zip.Length - EndLength;

        // A comment may follow the end; it must reach exactly to the last byte.
        while (end >= 0 && zip.Length - EndLength - end <= ushort.MaxValue
            && !(Number(zip, end) == 0x06054b50 && end + EndLength + Short(zip, end + 20) == zip.Length))
        {
            end--;
        }

        if (end < 0 || zip.Length - EndLength - end > ushort.MaxValue)
        {
            throw new ExtensionException($"{where} is no zip: it has no end of a central directory.");
        }

        var (count, length, start) = (Short(zip, end + 10), Number(zip, end + 12), Number(zip, end + 16));

        if (count == ushort.MaxValue || length == uint.MaxValue || start == uint.MaxValue)
        {
            throw new ExtensionException($"{where} is a zip64: an extension's package is smaller than that.");
        }

        if (Number(zip, end + 4) != 0 || Short(zip, end + 8) != count || start + length != end)
        {
            throw new ExtensionException($"{where} is damaged: its end does not fit its central directory.");
        }

        if (count > limits.Files)
        {
            throw limits.TooManyFiles(where);
        }

        return Entries(zip[(int)start..end], count, where, limits);
    }

    private static List<ZipEntry> Entries(ReadOnlySpan<byte> directory, int count, string where, PackageLimits limits)
    {
        var entries = new List<ZipEntry>(count);
        var total = 0L;

        for (var number = 0; number < count; number++)
        {
            if (directory.Length < EntryLength || Number(directory, 0) != 0x02014b50)
            {
                throw new ExtensionException($"{where} is damaged: entry {number + 1} of its central directory is none.");
            }

            var whole = EntryLength + Short(directory, 28) + Short(directory, 30) + Short(directory, 32);

            if (directory.Length < whole)
            {
                throw new ExtensionException($"{where} is damaged: entry {number + 1} of its central directory is cut off.");
            }

            var entry = new ZipEntry(
                Name(directory.Slice(EntryLength, Short(directory, 28)), where, number), Short(directory, 10), (uint)Number(directory, 16), Number(directory, 42), Number(directory, 20), Number(directory, 24));
            Check(entry, flags: Short(directory, 8), madeBy: directory[5], mode: Short(directory, 40), where, limits);
            total += entry.Length;

            if (total > limits.Bytes)
            {
                throw limits.TooLarge(where);
            }

            entries.Add(entry);
            directory = directory[whole..];
        }

        return directory.IsEmpty ? entries : throw new ExtensionException($"{where} is damaged: its central directory is longer than its entries.");
    }

    private static void Check(ZipEntry entry, ushort flags, byte madeBy, ushort mode, string where, PackageLimits limits)
    {
        var folder = entry.Path.EndsWith('/');

        if (PackagePath.Objection(folder ? entry.Path[..^1] : entry.Path) is { } objection)
        {
            throw new ExtensionException($"{where} holds the path '{Shown.Of(entry.Path)}', which {objection}.");
        }

        var wrong = entry switch
        {
            _ when (flags & 1) != 0 => "is encrypted",
            _ when madeBy == 3 && (mode & 0xF000) == LinkMode => "is a symbolic link",
            { Method: not (0 or 8) } => $"is compressed by method {entry.Method}, and Chrome reads only stored and deflate",
            { Method: 0 } when entry.Packed != entry.Length => "is stored, but with two lengths",
            _ when folder && entry.Length != 0 => "is a folder, and has bytes",
            _ => null,
        };

        if (wrong is not null)
        {
            throw new ExtensionException($"'{Shown.Of(entry.Path)}' in {where} {wrong}.");
        }

        if (entry.Length > limits.FileBytes)
        {
            throw limits.FileTooLarge(entry.Path, entry.Length);
        }
    }

    private static string Name(ReadOnlySpan<byte> bytes, string where, int number)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ExtensionException($"{where} holds a name that is not UTF-8 (entry {number + 1}).");
        }
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
