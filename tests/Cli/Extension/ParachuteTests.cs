using System.Security.Cryptography;
using System.Text;
using Hotfix.Extension;
using Hotfix.Extension.Zip;
using Hotfix.Tests.Extension;

namespace Hotfix.Tests.Cli.Extension;

/// <summary><c>hotfix extension parachute</c>: the last good code as the next version.</summary>
public sealed class ParachuteTests : IDisposable
{
    private const string Manifest = "{\n\t\"manifest_version\": 3, \"name\": \"Größe\",\n\t\"version\": \"1.2.3\",\n\t\"version_name\": \"1.2.3\"\n}\n";
    private readonly ExtensionTester tester = new();

    [Fact]
    public async Task Only_the_version_changes_and_the_same_comes_out_each_time()
    {
        PackageFile[] files = [Files.Text("manifest.json", Manifest), Files.Text("a.js", "1"), new("b.png", Files.Noise(5000))];
        var zip = tester.Write("last.zip", ZipWriter.Pack(files));

        var line = await ExtensionTester.JsonAsync(new Dictionary<string, string>(), "parachute", zip, "--above", "1.2.4", "-o", tester["deep/er"]);
        var again = await ExtensionTester.JsonAsync(new Dictionary<string, string>(), "parachute", zip, "--above", "1.2.4", "--out", tester["again"]);

        Assert.Equal(("1.2.4.1", "1.2.3+1.2.4.1", "1.2.3"), (line.GetProperty("version").GetString(), line.GetProperty("versionName").GetString(), line.GetProperty("from").GetString()));
        Assert.Equal(tester["deep/er/parachute-1.2.4.1.zip"], line.GetProperty("zip").GetString());
        var written = tester.Read("deep/er/parachute-1.2.4.1.zip");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(written)), line.GetProperty("sha256").GetString());
        Assert.Equal(line.GetProperty("sha256").GetString(), again.GetProperty("sha256").GetString());

        var now = ZipReader.Read(written, "it", PackageLimits.Default).ToDictionary(file => file.Path, file => file.Bytes.ToArray());
        Assert.Equal(Manifest.Replace("\"version\": \"1.2.3\"", "\"version\": \"1.2.4.1\"", StringComparison.Ordinal).Replace("\"version_name\": \"1.2.3\"", "\"version_name\": \"1.2.3+1.2.4.1\"", StringComparison.Ordinal), Encoding.UTF8.GetString(now["manifest.json"]));
        Assert.Equal(files.Skip(1).Select(file => file.Bytes.ToArray()), [now["a.js"], now["b.png"]]);
        Assert.Equal(3, now.Count);
    }

    [Theory]
    [InlineData("1.2.4.7", "1.2.4.8")]
    [InlineData("1.2.4.65535", "1.2.5")]
    [InlineData("1.0", "1.2.3.1")]
    [InlineData("2.0.0.2001", "2.0.0.2002")]
    public async Task The_version_is_above_all_that_is_taken(string above, string version)
    {
        var (exitCode, output, _) = await ExtensionTester.RunAsync("parachute", Last(Manifest), "--above", "1.0.1", "--above", above, "-o", tester["out"]);

        Assert.Equal(0, exitCode);
        Assert.Contains($"parachute-{version}.zip: the code of 1.2.3 as {version} (1.2.3+{version}), ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parachute_of_a_parachute_names_the_code_once() =>
        Assert.Equal("1.2.3+1.2.5.1", (await ExtensionTester.JsonAsync(new Dictionary<string, string>(), "parachute", Last(Manifest.Replace("_name\": \"1.2.3", "_name\": \"1.2.3+1.2.4.1", StringComparison.Ordinal)), "--above", "1.2.5", "-o", tester["out"])).GetProperty("versionName").GetString());

    [Fact]
    public async Task A_crx_from_the_store_loses_what_the_store_put_in()
    {
        tester.Write("last.zip", ZipWriter.Pack([Files.Text("manifest.json", Files.Manifest), Files.Text("_metadata/verified_contents.json", "[]")]));
        await ExtensionTester.RunAsync(ExtensionTester.WithKey, "sign", tester["last.zip"], "--out", tester["last.crx"]);

        await ExtensionTester.RunAsync("parachute", tester["last.crx"], "--above", "2", "-o", tester["out"]);

        var file = Assert.Single(ZipReader.Read(tester.Read("out/parachute-2.0.0.1.zip"), "it", PackageLimits.Default));
        Assert.Equal(Files.Manifest.Replace("1.2.3", "2.0.0.1", StringComparison.Ordinal), Encoding.UTF8.GetString(file.Bytes.Span));
    }

    [Theory]
    [InlineData(Manifest, "1.2.4-beta", "'1.2.4-beta' is no version that the store takes: it is not one to four numbers with dots between.")]
    [InlineData(Manifest, "65535.65535.65535.65535", "There is no version above 65535.65535.65535.65535, which is taken:")]
    [InlineData("{}", "1.0", "' has no version.")]
    [InlineData("""{"version":"1.01"}""", "1.0", "'1.01' is no version that the store takes: it has a number with a leading zero.")]
    [InlineData("[]", "1.0", " is no JSON object: `hotfix extension lint` says where.")]
    public async Task What_cannot_be_is_one_sentence_and_writes_nothing(string manifest, string above, string sentence)
    {
        Assert.Contains(sentence, await ExtensionTester.RefusalAsync("parachute", Last(manifest), "--above", above, "-o", tester["out"]), StringComparison.Ordinal);
        Assert.False(Directory.Exists(tester["out"]));
    }

    [Fact]
    public async Task Folders_where_files_should_be_and_the_other_way_round()
    {
        Assert.EndsWith("is a folder: a parachute is made of what users had, the zip or CRX of its release.", await ExtensionTester.RefusalAsync("parachute", tester.Extension("x"), "--above", "1", "-o", tester["out"]), StringComparison.Ordinal);
        Assert.StartsWith($"The folder '{Last(Manifest)}' cannot be made: ", await ExtensionTester.RefusalAsync("parachute", Last(Manifest), "--above", "1", "-o", tester["last.zip"]), StringComparison.Ordinal);
    }

    public void Dispose() => tester.Dispose();

    private string Last(string manifest) => tester.Write("last.zip", ZipWriter.Pack([Files.Text("manifest.json", manifest)]));
}
