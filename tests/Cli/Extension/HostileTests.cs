using System.Buffers.Binary;
using System.Text;
using Hotfix.Extension;
using Hotfix.Extension.Zip;
using Hotfix.Tests.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli.Extension;

/// <summary>Input that was made to hurt: one sentence, exit code 1, and no more memory than the limit that the process is started with.</summary>
public sealed class HostileTests : IDisposable
{
    /// <summary>What the managed heap may have; whoever asks for more fails loudly.</summary>
    private const string HeapLimit = "0x4000000"; // 64 MiB

    private readonly ExtensionTester tester = new();

    [Fact]
    public async Task A_hundred_thousand_files_are_refused()
    {
        await Tool.RunAsync("bash", TestContext.Current.CancellationToken, "-c", $"cd '{tester.Extension("x")}' && seq 100000 | xargs touch");

        foreach (var verb in new[] { "lint", "pack" })
        {
            Assert.Equal("'x' holds more than 20,000 files and folders, which is the most a package may have.", await RefusalAsync(verb, tester["x"]));
        }
    }

    [Fact]
    public async Task A_zip_with_a_hundred_thousand_files_is_refused()
    {
        var one = ZipWriter.Pack([Files.Text("a", "")]);
        var directory = one.AsSpan((int)BinaryPrimitives.ReadUInt32LittleEndian(one.AsSpan(one.Length - 6))..^22).ToArray();
        byte[] zip = [.. one[..31], .. Enumerable.Repeat(directory, 60_000).SelectMany(bytes => bytes), .. one[^22..]];
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(zip.Length - 14), 60_000);
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(zip.Length - 12), 60_000);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(zip.Length - 10), 60_000 * directory.Length);

        Assert.Equal($"'{tester["x.zip"]}' holds more than 20,000 files and folders, which is the most a package may have.", await RefusalAsync("lint", tester.Write("x.zip", zip)));
    }

    /// <summary>The file is all hole: it has a length and takes no room.</summary>
    [Theory]
    [InlineData("lint")]
    [InlineData("pack")]
    public async Task A_line_of_a_gigabyte_is_refused(string verb)
    {
        tester.Extension("x");
        await using (var file = File.Create(tester["x/line.js"]))
        {
            file.SetLength(1L << 30);
        }

        Assert.Equal("'line.js' has 1,073,741,824 bytes; a file of a package may have at most 134,217,728.", await RefusalAsync(verb, tester["x"]));
    }

    [Theory]
    [InlineData("lint", "'{0}' has 1,073,741,824 bytes; at most 402,653,184 are read.")]
    [InlineData("verify", "'{0}' has 1,073,741,824 bytes; at most 402,653,184 are read.")]
    [InlineData("id", "'{0}' has 1,073,741,824 bytes; at most 402,653,184 are read.")]
    public async Task A_file_of_a_gigabyte_is_not_read(string verb, string sentence)
    {
        await using (var file = File.Create(tester["x.crx"]))
        {
            file.SetLength(1L << 30);
        }

        Assert.Equal(string.Format(null, CompositeFormat.Parse(sentence), tester["x.crx"]), await RefusalAsync(verb, tester["x.crx"]));
    }

    /// <summary>A thousand files, each of which unpacks a thousandfold.</summary>
    [Fact]
    public async Task A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        var zip = ZipWriter.Pack(Enumerable.Range(0, 1000).Select(number => new PackageFile($"{number}", new byte[1 << 20])));

        Assert.Equal($"'{tester["x.zip"]}' has more than 402,653,184 bytes unpacked, which is the most a package may have.", await RefusalAsync("lint", tester.Write("x.zip", zip)));
    }

    [Fact]
    public async Task Names_with_control_characters_are_refused_and_move_no_cursor()
    {
        tester.Extension("x");
        tester.Write("x/a\u001b[2J\n.js", "");

        Assert.Equal("The path 'a\\u001b[2J\\u000a.js' has a character that cannot be seen or is not UTF-8.", await RefusalAsync("pack", tester["x"]));
    }

    [Fact]
    public async Task Names_that_are_not_utf8_are_refused()
    {
        tester.Extension("x");
        await Tool.RunAsync("bash", TestContext.Current.CancellationToken, "-c", $"touch '{tester["x"]}/'$'\\xff'");

        var refusal = await RefusalAsync("pack", tester["x"]);
        await Tool.RunAsync("rm", TestContext.Current.CancellationToken, "-r", tester["x"]); // .NET cannot name it

        Assert.EndsWith("has a character that cannot be seen or is not UTF-8.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_in_the_folder_holds_nobody_up()
    {
        tester.Extension("x");
        await Tool.RunAsync("mkfifo", TestContext.Current.CancellationToken, tester["x/pipe"]);

        Assert.StartsWith("'pipe' is a pipe, a socket or a device", await ExtensionTester.RefusalAsync("pack", tester["x"], "--out", tester["x.zip"]), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, int> BadJson => new()
    {
        { string.Concat(Enumerable.Repeat("[\n", 10_000)), "is nested deeper than 64 levels", 65 },
        { string.Concat(Enumerable.Repeat("{\"a\":", 10_000)), "is nested deeper than 64 levels", 1 },
        { "{\n\"a\":\n\"\\ud800\",}", "is no JSON here", 3 },
        { "{\n\"name\": \"x\",\n\"name\": 1e999999999 }\u0000", "is no JSON here", 3 },
        { "", "is no JSON here", 1 },
        { "[" + string.Concat(Enumerable.Repeat("1,", 3 << 20)), "has 6,291,457 bytes, and at most 4,194,304 are read", 1 },
    };

    [Theory]
    [MemberData(nameof(BadJson))]
    public async Task A_manifest_that_is_no_json_is_a_finding_with_its_line(string manifest, string fault, int line)
    {
        tester.Write("x/manifest.json", manifest);
        var (exitCode, output, error) = await LimitedAsync("lint", tester["x"]);

        Assert.Equal((1, ""), (exitCode, error));
        Assert.Contains($"manifest.json:{line}: error manifest-json: The manifest {fault}.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_that_is_not_utf8_is_a_finding_with_its_line()
    {
        Directory.CreateDirectory(tester["x"]);
        tester.Write("x/manifest.json", [.. "{\n\"name\": \""u8, 0xff, .. "\"}"u8]);

        Assert.Contains("manifest.json:2: error manifest-json: The manifest is not UTF-8.\n", (await LimitedAsync("lint", tester["x"])).Output, StringComparison.Ordinal);
    }

    /// <summary>Code that makes naive readers recurse, backtrack or look around without end.</summary>
    [Theory(Timeout = 120_000)] // linear takes a second or two, quadratic many minutes
    [InlineData("`${", 200_000)]
    [InlineData("/[", 200_000)]
    [InlineData("x.insertAdjacentHTML(", 100_000)]
    [InlineData("document.createElement('script').", 100_000)]
    [InlineData("importScripts(", 100_000)]
    [InlineData("a.", 500_000)]
    [InlineData("\\", 500_000)]
    [InlineData("eyJaaaaaaaaaaaa.", 50_000)]
    [InlineData("__MSG_", 200_000)]
    public async Task Code_that_never_ends_is_looked_through_in_time(string part, int times)
    {
        tester.Extension("x");
        tester.Write("x/a.js", string.Concat(Enumerable.Repeat(part, times)));
        tester.Write("x/a.html", string.Concat(Enumerable.Repeat("<script ", 100_000)));
        var (_, output, error) = await ExtensionTester.RunAsync("lint", tester["x"]);

        Assert.Equal("", error);
        Assert.EndsWith("notes\n", output, StringComparison.Ordinal);
    }

    public void Dispose() => tester.Dispose();

    private Task<string> RefusalAsync(string verb, string path) =>
        ExtensionTester.RefusalAsync(new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = HeapLimit }, verb == "pack" ? ["pack", path, "--out", tester["out.zip"]] : [verb, path]);

    private static Task<(int ExitCode, string Output, string Error)> LimitedAsync(params string[] arguments) => ExtensionTester.RunAsync(new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = HeapLimit }, arguments);
}
