using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Hotfix.Extension;
using Hotfix.Extension.Zip;

namespace Hotfix.Tests.Extension;

/// <summary>Zips that somebody else made, and zips that somebody made to hurt.</summary>
public sealed class ZipReaderTests
{
    private static readonly PackageLimits Small = new(Files: 5, FileBytes: 1000, Bytes: 2000);

    [Fact]
    public void Another_writers_zip_is_read_folders_and_all()
    {
        using var stream = new MemoryStream();

        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("a/");
            using var writer = new StreamWriter(archive.CreateEntry("a/b.txt").Open());
            writer.Write(new string('x', 10_000));
        }

        var file = Assert.Single(ZipReader.Read(stream.ToArray(), "It", PackageLimits.Default));

        Assert.Equal(("a/b.txt", new string('x', 10_000)), (file.Path, Encoding.UTF8.GetString(file.Bytes.Span)));
    }

    [Fact]
    public void More_files_than_allowed_are_refused() =>
        Refused("It holds more than 5 files and folders, which is the most a package may have.", ZipWriter.Pack([.. Enumerable.Range(0, 6).Select(number => Files.Text($"{number}", ""))]), Small);

    [Fact]
    public void A_file_larger_than_allowed_is_refused() =>
        Refused("'a' has 1,001 bytes; a file of a package may have at most 1,000.", ZipWriter.Pack([Files.Text("a", new string('x', 1001))]), Small);

    [Fact]
    public void More_bytes_than_allowed_are_refused() =>
        Refused("It has more than 2,000 bytes unpacked, which is the most a package may have.", ZipWriter.Pack([.. Enumerable.Range(0, 3).Select(number => Files.Text($"{number}", new string('x', 900)))]), Small);

    [Theory]
    [InlineData(0, "a\\b", "It holds the path 'a\\b', which has a backslash: paths in a package have forward slashes.")]
    [InlineData(0, "../", "It holds the path '../', which has the part '..', which leads elsewhere.")]
    [InlineData(0, "a\rb", "It holds the path 'a\\u000db', which has a character that cannot be seen or is not UTF-8.")]
    public void A_hostile_name_is_refused(int entry, string name, string sentence)
    {
        var zip = ZipWriter.Pack([Files.Text("abc", "x")]);
        Encoding.ASCII.GetBytes(name).CopyTo(zip, Central(zip, entry) + 46);

        Refused(sentence, zip);
    }

    [Fact]
    public void A_name_that_is_not_utf8_is_refused()
    {
        var zip = ZipWriter.Pack([Files.Text("abc", "x")]);
        zip[Central(zip, 0) + 46] = 0xff;

        Refused("It holds a name that is not UTF-8 (entry 1).", zip);
    }

    [Theory]
    [InlineData(8, 1, "'abc' in It is encrypted.")]
    [InlineData(10, 14, "'abc' in It is compressed by method 14, and Chrome reads only stored and deflate.")]
    [InlineData(24, 9, "'abc' in It is stored, but with two lengths.")]
    [InlineData(16, 9, "It is damaged: 'abc' does not unpack to what its central directory says.")]
    [InlineData(42, 9, "It is damaged: 'abc' is not where its central directory says.")]
    [InlineData(46, 'x', "It is damaged: the header of 'xbc' says something else than its central directory.")]
    [InlineData(41, 0xA1, "'abc' in It is a symbolic link.")]
    [InlineData(0, 9, "It is damaged: entry 1 of its central directory is none.")]
    [InlineData(28, 99, "It is damaged: entry 1 of its central directory is cut off.")]
    public void A_lie_in_the_directory_is_refused(int at, int value, string sentence)
    {
        var zip = ZipWriter.Pack([Files.Text("abc", "x")]);
        zip[Central(zip, 0) + at] = (byte)value;

        Refused(sentence, zip);
    }

    [Fact]
    public void A_folder_that_has_bytes_is_refused()
    {
        var zip = ZipWriter.Pack([Files.Text("abc", "x")]);
        zip[Central(zip, 0) + 48] = (byte)'/';

        Refused("'ab/' in It is a folder, and has bytes.", zip);
    }

    [Theory]
    [InlineData(1, "It is damaged: 'bomb' does not unpack to what its central directory says.")] // unpacks to more than it says
    [InlineData(1_000_000, "It is damaged: 'bomb' does not unpack to what its central directory says.")] // to less
    [InlineData(100_000_000, "It is damaged: 'bomb' does not unpack to what its central directory says.")] // to what no deflate could
    [InlineData(2_000_000_000, "'bomb' has 2,000,000,000 bytes; a file of a package may have at most 134,217,728.")]
    public void A_bomb_is_refused(uint declared, string sentence)
    {
        var zip = ZipWriter.Pack([new PackageFile("bomb", new byte[500_000])]);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(Central(zip, 0) + 24), declared);

        Refused(sentence, zip);
    }

    [Fact]
    public void Files_that_share_their_bytes_are_refused()
    {
        var zip = ZipWriter.Pack([Files.Text("abc", "x"), Files.Text("abd", "x")]);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(Central(zip, 1) + 42), 0);

        Refused("'abd' in It lies inside another file of it.", zip);
    }

    [Fact]
    public void Anything_else_is_no_zip()
    {
        var zip = ZipWriter.Pack(Files.Some);

        Refused("It is no zip: it has no end of a central directory.", []);
        Refused("It is no zip: it has no end of a central directory.", Files.Noise(100_000));
        Refused("It is no zip: it has no end of a central directory.", zip[..^1]);
        Refused("It is no zip: it has no end of a central directory.", [.. zip, 0]);
        Refused("It is damaged: its end does not fit its central directory.", [0, .. zip]);
    }

    [Fact]
    public void A_thousand_mutations_give_the_files_or_a_sentence()
    {
        var zip = ZipWriter.Pack(Files.Some);
        var random = new Random(1);
        var refused = 0;

        for (var round = 0; round < 1000; round++)
        {
            var mutant = zip[..(random.Next(4) == 0 ? random.Next(zip.Length) : zip.Length)];

            for (var change = random.Next(1, 4); change > 0 && mutant.Length > 0; change--)
            {
                mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
            }

            try
            {
                ZipReader.Read(mutant, "It", PackageLimits.Default);
            }
            catch (ExtensionException wrong)
            {
                Assert.EndsWith(".", wrong.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, 900, 1000);
    }

    private static void Refused(string sentence, byte[] zip, PackageLimits? limits = null) =>
        Assert.Equal(sentence, Assert.Throws<ExtensionException>(() => ZipReader.Read(zip, "It", limits ?? PackageLimits.Default)).Message);

    /// <summary>Where the n-th entry of the central directory begins.</summary>
    private static int Central(byte[] zip, int entry)
    {
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(zip.Length - 6));

        for (; entry > 0; entry--)
        {
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 28));
        }

        return at;
    }
}
