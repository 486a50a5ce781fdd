using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Runtime.ExceptionServices;
using System.Text;

namespace Hotfix.Extension.Zip;

/// <summary>
/// A zip (APPNOTE.TXT 6.3.10) whose bytes follow from the files alone: entries in the order of their names' bytes, the time 1980-01-01 00:00, mode 0644, no extra fields, no comment, and deflate of one level.
/// Deflate is the runtime's own (zlib-ng, whose output does not depend on the processor since 2.2), so the bytes are those of one release of Hotfix on one platform.
/// </summary>
internal static class ZipWriter
{
    private const uint Time = 0x0021_0000; // 1980-01-01, 00:00:00: the first there is
    private const ushort Version = 20; // deflate and folders
    private const ushort Unix = 3 << 8; // so that the mode below is believed
    private const uint Mode = 0x81A4u << 16; // a plain file, rw-r--r--
    private const ushort Utf8Name = 0x0800;

    /// <param name="done">Told after each file, from any thread.</param>
    /// <exception cref="ExtensionException">A path that must not be in a package, or more than a plain zip holds.</exception>
    public static byte[] Pack(IReadOnlyCollection<FileToPack> files, Action? done = null)
    {
        foreach (var file in files)
        {
            PackagePath.Check(file.Path);
        }

        PackagePath.CheckApart(files.Select(file => file.Path));

        var entries = files.Select(file => new Entry(file, Encoding.UTF8.GetBytes(file.Path))).ToList();
        entries.Sort((one, other) => one.Name.AsSpan().SequenceCompareTo(other.Name));

        // The largest first and one at a time, so that no core ends with a long one alone.
        var byLength = Partitioner.Create(entries.OrderByDescending(entry => entry.File.Length), EnumerablePartitionerOptions.NoBuffering);

        try
        {
            Parallel.ForEach(byLength, () => new MemoryStream(), (entry, _, scratch) =>
            {
                entry.Compress(scratch);
                done?.Invoke();

                return scratch;
            }, scratch => scratch.Dispose());
        }
        catch (AggregateException wrong)
        {
            ExceptionDispatchInfo.Throw(wrong.InnerExceptions[0]);
        }

        var length = entries.Sum(entry => 30L + 46 + (2 * entry.Name.Length) + entry.Data.Length) + 22;

        if (length > int.MaxValue || entries.Count > ushort.MaxValue)
        {
            throw new ExtensionException("The files are more than one zip holds (2 GiB, 65,535 files).");
        }

        return Write(entries, (int)length);
    }

    public static byte[] Pack(IEnumerable<PackageFile> files) => Pack([.. files.Select(FileToPack.Of)]);

    private static byte[] Write(List<Entry> entries, int length)
    {
        var zip = new byte[length];
        var output = new LittleEndian(zip);

        foreach (var entry in entries)
        {
            entry.Offset = output.Position;
            output.Add(0x04034b50u);
            AddCommon(ref output, entry);
            output.Add(entry.Name);
            output.Add(entry.Data);
        }

        var directory = output.Position;

        foreach (var entry in entries)
        {
            output.Add(0x02014b50u);
            output.Add((ushort)(Version | Unix));
            AddCommon(ref output, entry);
            output.Add((ushort)0); // comment
            output.Add((ushort)0); // disk
            output.Add((ushort)0); // internal attributes
            output.Add(Mode);
            output.Add((uint)entry.Offset);
            output.Add(entry.Name);
        }

        var end = output.Position;
        output.Add(0x06054b50u);
        output.Add(0u); // disks
        output.Add((ushort)entries.Count);
        output.Add((ushort)entries.Count);
        output.Add((uint)(end - directory));
        output.Add((uint)directory);
        output.Add((ushort)0); // comment

        return zip;
    }

    /// <summary>What a local header and the directory say in the same words.</summary>
    private static void AddCommon(ref LittleEndian output, Entry entry)
    {
        output.Add(Version);
        output.Add(Ascii.IsValid(entry.Name) ? (ushort)0 : Utf8Name);
        output.Add((ushort)(entry.Deflated ? 8 : 0));
        output.Add(Time);
        output.Add(entry.Crc);
        output.Add((uint)entry.Data.Length);
        output.Add((uint)entry.File.Length);
        output.Add((ushort)entry.Name.Length);
        output.Add((ushort)0); // extra field
    }

    private sealed class Entry(FileToPack file, byte[] name)
    {
        public FileToPack File => file;

        public byte[] Name => name;

        public uint Crc { get; private set; }

        public bool Deflated { get; private set; }

        public byte[] Data { get; private set; } = [];

        public int Offset { get; set; }

        /// <param name="scratch">Used again and again by one thread.</param>
        public void Compress(MemoryStream scratch)
        {
            var rented = ArrayPool<byte>.Shared.Rent(file.Length);

            try
            {
                var bytes = rented.AsSpan(0, file.Length);
                file.Read(bytes);
                Crc = Crc32.Of(bytes);
                scratch.SetLength(0);

                using (var deflate = new DeflateStream(scratch, CompressionLevel.Optimal, leaveOpen: true))
                {
                    deflate.Write(bytes);
                }

                Deflated = scratch.Length < file.Length;
                Data = Deflated ? scratch.GetBuffer().AsSpan(0, (int)scratch.Length).ToArray() : bytes.ToArray();
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }
}
