using System.Text.Json;
using Hotfix.Tests.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli.Extension;

/// <summary><c>hotfix extension metadata</c> and <c>diff</c>.</summary>
public sealed class MetadataTests : IDisposable
{
    private static readonly Dictionary<string, string> Someone = new()
    {
        ["GIT_AUTHOR_NAME"] = "x",
        ["GIT_AUTHOR_EMAIL"] = "x@example.com",
        ["GIT_COMMITTER_NAME"] = "x",
        ["GIT_COMMITTER_EMAIL"] = "x@example.com",
        ["GIT_COMMITTER_DATE"] = "2026-11-20T12:00:00+02:00",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
    };

    private readonly ExtensionTester tester = new();

    [Fact]
    public async Task It_says_what_the_package_is_and_where_it_comes_from()
    {
        await RepositoryAsync();
        await PackAsync();
        tester.Write("junit.xml", "<testsuites><testsuite><testcase/><testcase/></testsuite></testsuites>");
        tester.Write("x.trx", "<TestRun><Results><UnitTestResult outcome='Failed'/></Results></TestRun>");

        var (exitCode, output, error) = await MetadataAsync("--tests", tester["junit.xml"], "--tests", tester["x.trx"], "--sbom", tester["sbom.json"]);
        var metadata = await ReadAsync("hotfix-metadata.json");
        var sbom = await ReadAsync("sbom.json");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains(", hotfix, 2 changes since v1.2.2\n", output, StringComparison.Ordinal);
        Assert.Equal(("Sample", "1.2.3", "hotfix", "2026-11-20T10:00:00+00:00", "v1.2.2"), ($"{metadata.GetProperty("name")}", $"{metadata.GetProperty("version")}", $"{metadata.GetProperty("buildType")}", $"{metadata.GetProperty("builtAt")}", $"{metadata.GetProperty("changes").GetProperty("since")}"));
        Assert.Equal(["Fix \"the\" crash", "Say what went wrong"], metadata.GetProperty("changes").GetProperty("commits").EnumerateArray().Select(commit => $"{commit.GetProperty("subject")}"));
        Assert.Equal("""{"passed":2,"failed":1,"skipped":0,"suiteErrors":0}""", metadata.GetProperty("tests").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal(["x.zip", "x.crx"], metadata.GetProperty("artifacts").EnumerateArray().Select(artifact => $"{artifact.GetProperty("file")}"));
        Assert.Equal(64, $"{metadata.GetProperty("artifacts")[0].GetProperty("sha256")}".Length);
        Assert.Equal(("CycloneDX", "1.6"), ($"{sbom.GetProperty("bomFormat")}", $"{sbom.GetProperty("specVersion")}"));
        Assert.Equal("pkg:npm/%40s/a@1.0.0", $"{sbom.GetProperty("components")[0].GetProperty("purl")}");
    }

    [Fact]
    public async Task The_same_inputs_give_the_same_bytes()
    {
        await RepositoryAsync();
        await PackAsync();
        await MetadataAsync();
        var first = tester.Read("hotfix-metadata.json");
        await MetadataAsync();

        Assert.Equal(first, tester.Read("hotfix-metadata.json"));
    }

    [Fact]
    public async Task A_tag_makes_a_release()
    {
        await RepositoryAsync();
        await PackAsync();
        await GitAsync("tag", "v1.2.3");
        await MetadataAsync();

        Assert.Equal(("release", "v1.2.2"), ($"{(await ReadAsync("hotfix-metadata.json")).GetProperty("buildType")}", $"{(await ReadAsync("hotfix-metadata.json")).GetProperty("changes").GetProperty("since")}"));
    }

    [Fact]
    public async Task The_findings_themselves_are_in_it()
    {
        await RepositoryAsync();
        await PackAsync();
        await MetadataAsync();
        var findings = (await ReadAsync("hotfix-metadata.json")).GetProperty("findings");

        Assert.Equal(0, findings.GetProperty("errors").GetInt32());
        Assert.Equal(["icon"], findings.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("rule")}"));
        Assert.Empty(findings.GetProperty("allowed").EnumerateArray());
    }

    [Fact]
    public async Task A_shallow_clone_is_refused()
    {
        await RepositoryAsync();
        await PackAsync();
        await Tool.RunAsync("git", Someone, TestContext.Current.CancellationToken, "clone", "--quiet", "--depth=1", $"file://{tester["repo"]}", tester["shallow"]);

        Assert.Equal(
            $"'{tester["shallow"]}' is a shallow clone, without the history and tags that changes are counted from: fetch all of it, in a workflow by `fetch-depth: 0` of actions/checkout.",
            await ExtensionTester.RefusalAsync("metadata", tester["x.zip"], "--out", tester["m.json"], "--repo", tester["shallow"]));
    }

    [Fact]
    public async Task More_than_five_hundred_changes_are_said_to_be_more()
    {
        await RepositoryAsync();
        await PackAsync();
        var stream = string.Concat(Enumerable.Range(0, 501).Select(number => $"commit refs/heads/hotfix/v1.2.3\ncommitter x <x@example.com> {1763640000 + number} +0000\ndata 1\nx\n{(number == 0 ? "from refs/heads/hotfix/v1.2.3^0\n" : "")}"));
        var file = tester.Write("stream", stream);
        var (exitCode, _, error) = await Tool.RunAsync("bash", TestContext.Current.CancellationToken, "-c", $"git -C '{tester["repo"]}' fast-import --quiet <'{file}'");
        Assert.True(exitCode == 0, error);
        await MetadataAsync();
        var changes = (await ReadAsync("hotfix-metadata.json")).GetProperty("changes");

        Assert.Equal((true, 500), (changes.GetProperty("truncated").GetBoolean(), changes.GetProperty("commits").GetArrayLength()));
    }

    [Fact]
    public async Task Wrong_input_gets_one_sentence()
    {
        await PackAsync();
        Directory.CreateDirectory(tester["repo"]);
        string[] metadata = ["metadata", tester["x.zip"], "--out", tester["m.json"], "--repo"];

        Assert.StartsWith(
            $"'{tester["repo"]}' is no git repository with a commit that can be read: metadata says which commit a package was built from (--repo). git says: fatal: ", await ExtensionTester.RefusalAsync([.. metadata, tester["repo"]]), StringComparison.Ordinal);
        Directory.Delete(tester["repo"]);
        await RepositoryAsync();
        Assert.Equal($"There is no file '{tester["none"]}'.", await ExtensionTester.RefusalAsync([.. metadata, tester["repo"], "--tests", tester["none"]]));
        Assert.Equal($"'{tester["x.zip"]}', line 1: the file is not UTF-8.", await ExtensionTester.RefusalAsync([.. metadata, tester["repo"], "--sbom", tester["s.json"], "--lock", tester["x.zip"]]));
        Assert.Equal($"'{tester["m.json"]}' cannot be written twice: give each file a name of its own.", await ExtensionTester.RefusalAsync([.. metadata, tester["repo"], "--sbom", tester["m.json"]]));
        Assert.False(File.Exists(tester["m.json"]));
    }

    [Fact]
    public async Task Two_packages_are_compared()
    {
        await PackAsync();
        tester.Write("x/manifest.json", Files.Manifest.Replace("1.2.3", "1.2.4", StringComparison.Ordinal));

        var (exitCode, output, _) = await ExtensionTester.RunAsync("diff", tester["x.crx"], tester["x"]);
        var json = await ExtensionTester.JsonAsync(new Dictionary<string, string>(), "diff", tester["x.zip"], tester["x"]);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("### `1.2.3` → `1.2.4`\n\n**Permissions**: nobody has to agree to anything new.\n", output, StringComparison.Ordinal);
        Assert.Contains("| `version` | `1.2.3` | `1.2.4` |\n", output, StringComparison.Ordinal);
        Assert.Equal("manifest.json", $"{json.GetProperty("files")[0].GetProperty("path")}");
        Assert.Equal("There is no manifest.json at the root of the old package.", await ExtensionTester.RefusalAsync("diff", Path.GetDirectoryName(tester.Write("empty/a.txt", ""))!, tester["x"]));
    }

    public void Dispose() => tester.Dispose();

    private async Task PackAsync() => await ExtensionTester.RunAsync(ExtensionTester.WithKey, "pack", tester.Extension("x"), "--out", tester["x.zip"], "--crx", tester["x.crx"]);

    private Task<(int ExitCode, string Output, string Error)> MetadataAsync(params string[] more) =>
        ExtensionTester.RunAsync(["metadata", tester["x.zip"], tester["x.crx"], "--out", tester["hotfix-metadata.json"], "--repo", tester["repo"], .. more]);

    private async Task<JsonElement> ReadAsync(string name) => JsonElement.Parse(await File.ReadAllTextAsync(tester[name], TestContext.Current.CancellationToken));

    /// <summary>A tag, and two commits after it on a hotfix branch.</summary>
    private async Task RepositoryAsync()
    {
        tester.Write("repo/package-lock.json", """{"lockfileVersion":3,"packages":{"node_modules/@s/a":{"version":"1.0.0"}}}""");
        await GitAsync("init", "--quiet", "--initial-branch=hotfix/v1.2.3");
        await GitAsync("add", ".");
        await GitAsync("commit", "--quiet", "--message=First");
        await GitAsync("tag", "v1.2.2");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message=Say what went wrong");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message=Fix \"the\" crash");
    }

    private async Task GitAsync(params string[] arguments)
    {
        var (exitCode, _, error) = await Tool.RunAsync("git", Someone, TestContext.Current.CancellationToken, ["-C", tester["repo"], .. arguments]);
        Assert.True(exitCode == 0, error);
    }
}

