using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Hotfix.Extension;
using Hotfix.Extension.Zip;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Extension;

/// <summary>The zip that is written: the same bytes each time, and read by everybody alike.</summary>
public sealed class ZipWriterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-zip-");

    [Fact]
    public void The_bytes_follow_from_the_files_and_not_from_their_order()
    {
        var zip = ZipWriter.Pack(Files.Some);

        Assert.Equal(zip, ZipWriter.Pack([.. Files.Some.Reverse()]));
        Assert.Equal(zip, ZipWriter.Pack(Files.Some));
    }

    [Fact]
    public void Names_are_in_the_order_of_their_bytes()
    {
        var zip = ZipWriter.Pack([Files.Text("é", ""), Files.Text("b", ""), Files.Text("a/b", ""), Files.Text("a.b", ""), Files.Text("Z", "")]);

        Assert.Equal(["Z", "a.b", "a/b", "b", "é"], ZipDirectory.Read(zip, "It", PackageLimits.Default).Select(entry => entry.Path));
    }

    [Fact]
    public void Times_modes_and_extra_fields_say_nothing_of_the_machine()
    {
        var zip = ZipWriter.Pack([Files.Text("a", "x")]);
        var directory = zip.AsSpan(zip.AsSpan().IndexOf("PK\u0001\u0002"u8));

        Assert.Equal(0x0021_0000u, BinaryPrimitives.ReadUInt32LittleEndian(directory[12..]));
        Assert.Equal(0x81A4_0000u, BinaryPrimitives.ReadUInt32LittleEndian(directory[38..]));
        Assert.Equal(new byte[] { 0, 0, 0, 0 }, directory[30..34].ToArray());
        Assert.Equal(30 + 1 + 1 + 46 + 1 + 22, zip.Length);
    }

    [Fact]
    public void What_does_not_shrink_is_stored()
    {
        var methods = ZipDirectory.Read(ZipWriter.Pack(Files.Some), "It", PackageLimits.Default).ToDictionary(entry => entry.Path, entry => entry.Method);

        Assert.Equal((0, 0, 8), (methods["icon.png"], methods["empty.css"], methods["src/worker.js"]));
    }

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        var read = ZipReader.Read(ZipWriter.Pack(Files.Some), "It", PackageLimits.Default);

        Assert.Equal(
            Files.Some.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (file.Path, Convert.ToHexString(file.Bytes.Span))),
            read.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (file.Path, Convert.ToHexString(file.Bytes.Span))));
    }

    [Fact]
    public async Task The_framework_reads_it()
    {
        await using var archive = new ZipArchive(new MemoryStream(ZipWriter.Pack(Files.Some)));

        foreach (var file in Files.Some)
        {
            using var content = new MemoryStream();
            await using var entry = await archive.GetEntry(file.Path)!.OpenAsync(TestContext.Current.CancellationToken);
            await entry.CopyToAsync(content, TestContext.Current.CancellationToken);
            Assert.Equal(file.Bytes.ToArray(), content.ToArray());
        }
    }

    [Fact]
    public async Task Unzip_reads_it()
    {
        var (exitCode, output, _) = await Tool.RunAsync("unzip", TestContext.Current.CancellationToken, "-t", Written());

        Assert.Equal(0, exitCode);
        Assert.Contains("No errors detected", output, StringComparison.Ordinal);
        Assert.Equal(Files.Some.Count, output.Split('\n').Count(line => line.EndsWith("OK", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Python_reads_it()
    {
        const string Script = "import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print(ascii(sorted((i.filename,i.file_size,oct(i.external_attr>>16)) for i in z.infolist())))";
        var (exitCode, output, error) = await Tool.RunAsync("python3", TestContext.Current.CancellationToken, "-c", Script, Written());

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("('gr\\xf6\\xdfe.txt', 7, '0o100644')", output, StringComparison.Ordinal);
    }

    /// <summary>Node has no zip of its own: its zlib unpacks what the headers point to.</summary>
    [Fact]
    public async Task Node_reads_it()
    {
        const string Script = """
            const b = require('fs').readFileSync(process.argv[1]), z = require('zlib');
            for (let at = b.readUInt32LE(b.length - 6), n = b.readUInt16LE(b.length - 12); n--; ) {
                const packed = b.readUInt32LE(at + 20), nameLength = b.readUInt16LE(at + 28), local = b.readUInt32LE(at + 42);
                const start = local + 30 + b.readUInt16LE(local + 26) + b.readUInt16LE(local + 28);
                const data = b.subarray(start, start + packed);
                const file = b.readUInt16LE(at + 10) ? z.inflateRawSync(data) : data;
                if (z.crc32 && z.crc32(file) !== b.readUInt32LE(at + 16)) throw 'crc';
                console.log(b.toString('utf8', at + 46, at + 46 + nameLength), file.length);
                at += 46 + nameLength;
            }
            """;
        var (exitCode, output, error) = await Tool.RunAsync("node", TestContext.Current.CancellationToken, "-e", Script, Written());

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(Files.Some.Select(file => $"{file.Path} {file.Bytes.Length}").Order(StringComparer.Ordinal), output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../x", "The path '../x' has the part '..', which leads elsewhere.")]
    [InlineData("a/./x", "The path 'a/./x' has the part '.', which leads elsewhere.")]
    [InlineData("/x", "The path '/x' is an absolute path.")]
    [InlineData("C:x", "The path 'C:x' is an absolute path.")]
    [InlineData("a\\x", "The path 'a\\x' has a backslash: paths in a package have forward slashes.")]
    [InlineData("a//x", "The path 'a//x' has an empty part.")]
    [InlineData("", "The path '' is empty.")]
    [InlineData("a\u001b[2J", "The path 'a\\u001b[2J' has a character that cannot be seen or is not UTF-8.")]
    [InlineData("a\u202egpj.exe", "The path 'a\\u202egpj.exe' has a character that cannot be seen or is not UTF-8.")]
    [InlineData("a\ufffd", "The path 'a\ufffd' has a character that cannot be seen or is not UTF-8.")]
    [InlineData("a?", "The path 'a?' has one of the characters < > : \" | ? *, which Windows cannot store.")]
    [InlineData("a./x", "The path 'a./x' has a part that ends with a dot or a space, which Windows cannot store.")]
    [InlineData("a/nul.js", "The path 'a/nul.js' has the part 'nul.js', which is the name of a device on Windows.")]
    public void A_path_that_leads_elsewhere_is_refused(string path, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<ExtensionException>(() => ZipWriter.Pack([Files.Text(path, "")])).Message);

    [Theory]
    [InlineData("a/b.js", "a/b.js", "The path 'a/b.js' occurs twice.")]
    [InlineData("a/b.js", "A/B.js", "The paths 'a/b.js' and 'A/B.js' differ only in case: they are one file on Windows and macOS.")]
    [InlineData("GRÖSSE", "größe", null)]
    [InlineData("Dir/a", "dir/b", "The folders 'Dir' and 'dir' differ only in case: they are one folder on Windows and macOS.")]
    [InlineData("a/Dir/x/a", "a/dir/b", "The folders 'a/Dir' and 'a/dir' differ only in case: they are one folder on Windows and macOS.")]
    [InlineData("é.js", "e\u0301.js", "The paths 'é.js' and 'e\u0301.js' differ only in how an accent is written: they may be one file on macOS. Write both in the same way (NFC).")]
    [InlineData("é/a.js", "E\u0301/b.js", "The paths 'é' and 'E\u0301' differ only in how an accent is written: they may be one file on macOS. Write both in the same way (NFC).")]
    [InlineData("한.js", "\u1112\u1161\u11ab.js", "The paths '한.js' and '\u1112\u1161\u11ab.js' differ only in how an accent is written: they may be one file on macOS. Write both in the same way (NFC).")]
    [InlineData("e\u0301.js", "o\u0308.js", null)]
    [InlineData("e.js", "e\u0301.js", null)]
    [InlineData("Ä", "ä", "The paths 'Ä' and 'ä' differ only in case: they are one file on Windows and macOS.")]
    [InlineData("a", "A/b.js", "'a' is a file, and 'A/b.js' needs a folder of that name.")]
    public void Two_files_in_one_place_are_refused(string one, string other, string? sentence) =>
        Assert.Equal(sentence, Record.Exception(() => ZipWriter.Pack([Files.Text(one, ""), Files.Text(other, "")]))?.Message);

    [Fact]
    public void Long_paths_are_refused()
    {
        Assert.EndsWith("has a part longer than 255 bytes.", Assert.Throws<ExtensionException>(() => PackagePath.Check(new string('x', 256))).Message, StringComparison.Ordinal);
        Assert.EndsWith("is longer than 1024 bytes.", Assert.Throws<ExtensionException>(() => PackagePath.Check(string.Join('/', Enumerable.Repeat("xxx", 300)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_checksum_is_that_of_zip()
    {
        Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));
        Assert.Equal(0x414FA339u, Crc32.Of(Encoding.ASCII.GetBytes("The quick brown fox jumps over the lazy dog")));
        Assert.Equal(0u, Crc32.Of([]));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Written()
    {
        var path = Path.Combine(folder.FullName, "x.zip");
        File.WriteAllBytes(path, ZipWriter.Pack(Files.Some));

        return path;
    }
}
