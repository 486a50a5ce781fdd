using System.Buffers.Binary;
using System.IO.Compression;

namespace Hotfix.Extension.Zip;

/// <summary>
/// The files of a zip. An entry is unpacked to the length its directory declares and not one byte further, and its checksum must be right; no two entries may share bytes (the trick of zip bombs that nest).
/// <para>Errors: <see cref="ExtensionException"/>.</para>
/// </summary>
internal static class ZipReader
{
    private const int HeaderLength = 30;

    public static IReadOnlyList<PackageFile> Read(ReadOnlyMemory<byte> zip, string where, PackageLimits limits)
    {
        if (zip.Length > limits.Bytes)
        {
            throw limits.TooLarge(where);
        }

        var entries = ZipDirectory.Read(zip.Span, where, limits);
        var files = new List<PackageFile>(entries.Count);
        var end = 0L;

        foreach (var entry in entries.OrderBy(entry => entry.Offset))
        {
            var data = Data(zip, entry, end, where);
            end = entry.Offset + HeaderLength + Short(zip, entry.Offset + 26) + Short(zip, entry.Offset + 28) + entry.Packed;

            if (!entry.Path.EndsWith('/'))
            {
                files.Add(new(entry.Path, Unpack(entry, data, where)));
            }
        }

        PackagePath.CheckApart(files.Select(file => file.Path));

        return files;
    }

    /// <summary>The packed bytes of an entry whose local header says what the directory says.</summary>
    private static ReadOnlyMemory<byte> Data(ReadOnlyMemory<byte> zip, ZipEntry entry, long earliest, string where)
    {
        if (entry.Offset < earliest)
        {
            throw new ExtensionException($"'{Shown.Of(entry.Path)}' in {where} lies inside another file of it.");
        }

        if (entry.Offset + HeaderLength > zip.Length || BinaryPrimitives.ReadUInt32LittleEndian(zip.Span[(int)entry.Offset..]) != 0x04034b50)
        {
            throw new ExtensionException($"{where} is damaged: '{Shown.Of(entry.Path)}' is not where its central directory says.");
        }

        var name = entry.Offset + HeaderLength;
        var data = name + Short(zip, entry.Offset + 26) + Short(zip, entry.Offset + 28);

        if (data + entry.Packed > zip.Length)
        {
            throw new ExtensionException($"{where} is damaged: '{Shown.Of(entry.Path)}' is cut off.");
        }

        if (Short(zip, entry.Offset + 8) != entry.Method || !zip.Span.Slice((int)name, Short(zip, entry.Offset + 26)).SequenceEqual(System.Text.Encoding.UTF8.GetBytes(entry.Path)))
        {
            throw new ExtensionException($"{where} is damaged: the header of '{Shown.Of(entry.Path)}' says something else than its central directory.");
        }

        return zip.Slice((int)data, (int)entry.Packed);
    }

    private static ReadOnlyMemory<byte> Unpack(ZipEntry entry, ReadOnlyMemory<byte> data, string where)
    {
        var bytes = entry.Method == 0 ? data : Inflate(entry, data, where);

        return Crc32.Of(bytes.Span) == entry.Crc ? bytes : throw Damaged(entry, where);
    }

    private static byte[] Inflate(ZipEntry entry, ReadOnlyMemory<byte> data, string where)
    {
        // Deflate makes at most 1032 bytes of one; whoever declares more is not given the memory to prove it.
        if (entry.Length > (data.Length + 1L) * 1032)
        {
            throw Damaged(entry, where);
        }

        var bytes = new byte[entry.Length];

        try
        {
            using var inflate = new DeflateStream(new MemoryStream(data.ToArray(), writable: false), CompressionMode.Decompress);
            var read = inflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);

            return read == bytes.Length && inflate.ReadByte() < 0 ? bytes : throw Damaged(entry, where);
        }
        catch (InvalidDataException)
        {
            throw Damaged(entry, where);
        }
    }

    private static ExtensionException Damaged(ZipEntry entry, string where) => new($"{where} is damaged: '{Shown.Of(entry.Path)}' does not unpack to what its central directory says.");

    private static ushort Short(ReadOnlyMemory<byte> bytes, long at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[(int)at..]);
}
