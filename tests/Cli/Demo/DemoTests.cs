using Hotfix.Browser;
using Hotfix.Profiles;

namespace Hotfix.Tests.Cli.Demo;

/// <summary>
/// <c>hotfix demo</c> by each profile, as somebody in a terminal sees it: it is right only when the gate went from red to green because of what people did, the fix was merged, and what ships by the Action came to its users. Nothing is left behind.
/// </summary>
public sealed class DemoTests : IDisposable
{
    private readonly DirectoryInfo temp = Directory.CreateTempSubdirectory("hotfix-demo-tests-");

    public static TheoryData<string> Others => [.. BuiltIns.Names.Where(name => name != BuiltIns.Default)];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task The_gate_goes_from_red_to_green_by_evidence_and_what_is_no_extension_ends_at_the_merge(string profile)
    {
        var lines = await RunAsync([], "--profile", profile);

        IsMerged(lines);
        Assert.Equal("Build, release and store are left out here: the Action ships browser extensions. `hotfix demo` without --profile shows it.", lines[^4]);
        Assert.DoesNotContain(lines, line => line.StartsWith("The release ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_merged_extension_is_built_released_and_published_by_the_Actions_steps_and_its_card_says_so()
    {
        var lines = await RunAsync([]);

        IsMerged(lines);
        Assert.Equal(
            [
                "Mask secrets", "Install hotfix", "Check the inputs", "Build", "Test", "Audit the dependencies", "Find the last release", "Lint", "Pack", "Sign", "Smoke test", "Parachute",
                "Metadata and bill of materials", "Release", "Publish", "Summary", "Report to the App",
            ],
            Steps(lines));
        Assert.Contains("  ✓ Find the last release: This is 1.0.1; users have shelf-1.0.0.zip", lines);
        Assert.StartsWith("  ✓ Smoke test: 4 checks, all good", One(lines, "  ✓ Smoke test"), StringComparison.Ordinal);
        IsShipped(lines);
    }

    [Fact]
    public async Task Without_a_browser_the_smoke_test_is_left_out_and_a_sentence_says_how_to_get_one()
    {
        var lines = await RunAsync(new() { ["CHROME_PATH"] = Path.Combine(temp.FullName, "no-browser") });

        IsMerged(lines);
        var at = lines.IndexOf("(No Chromium was found, so the smoke test is left out:");
        Assert.Equal("install chromium or google-chrome, or set CHROME_PATH to the path of one.)", lines[at + 1]);
        Assert.Contains("  – Smoke test: left out, there is no browser", lines);
        Assert.DoesNotContain("Smoke test", Steps(lines));
        IsShipped(lines);
    }

    [Fact]
    public async Task Without_the_tools_of_the_steps_it_ends_at_the_merge_and_says_which_are_missing()
    {
        var path = temp.CreateSubdirectory("path");
        File.CreateSymbolicLink(Path.Combine(path.FullName, "dotnet"), ProgramPath.Find("dotnet", Environment.GetEnvironmentVariable)!);

        var lines = await RunAsync(new() { ["PATH"] = path.FullName });

        path.Delete(recursive: true);
        IsMerged(lines);
        Assert.Equal("Build, release and store are left out here: the Action's steps need bash, git, node and npm, which PATH does not have.", lines[^4]);
        Assert.Empty(Steps(lines));
    }

    public void Dispose() => temp.Delete(recursive: true);

    /// <summary>The lines of a run that succeeds. Its folder for what is temporary is empty again, but for what a test put there itself.</summary>
    private async Task<List<string>> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var folder = temp.CreateSubdirectory("tmp");
        var (exitCode, output, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(environment) { ["TMPDIR"] = folder.FullName }, TestContext.Current.CancellationToken, ["demo", .. arguments]);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Empty(folder.EnumerateFileSystemInfos());

        return [.. output.ReplaceLineEndings("\n").Split('\n')];
    }

    private static void IsMerged(List<string> lines)
    {
        var way = lines.SkipWhile(line => !line.StartsWith("The gate of ", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("The timeline of ", StringComparison.Ordinal) && !line.StartsWith("maintainer starts ", StringComparison.Ordinal)).ToList();

        Assert.Equal("All as it should be.", lines[^2]);
        Assert.Equal("  maintainer comments /hotfix start", way[2]);
        Assert.StartsWith("    ✗ ", way[3], StringComparison.Ordinal);
        Assert.StartsWith("    ✓ All ", Assert.Single(way, line => line.Contains('✓', StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(
            ["  maintainer pushes the fix and a test of it", "  CI is green: build, test", "  colleague approves"],
            way.Where(line => line.Contains("pushes", StringComparison.Ordinal) || line.Contains("CI is", StringComparison.Ordinal) || line.EndsWith("approves", StringComparison.Ordinal)));
        Assert.Contains("every item of the gate is closed", string.Join('\n', way), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("    Merged into ", way.Last(line => line.Length > 0), StringComparison.Ordinal);
        Assert.All(way, line => Assert.InRange(line.Length, 0, 100));
    }

    /// <summary>Release, store and card speak of one and the same: the merge's commit, the package that was packed, the store's item.</summary>
    private static void IsShipped(List<string> lines)
    {
        var release = lines.IndexOf("The release v1.0.1, https://github.com/acme/extension/releases/tag/v1.0.1, has");
        var merge = One(lines, "  *   ").Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        var digest = One(lines, "  ✓ Pack: ").Split(' ')[^1];
        var item = One(lines, "The store has 1.0.1 of ").Split(' ')[^2].TrimEnd(':');
        var card = lines.Skip(lines.IndexOf("The card of issue #2 by now:")).ToList();

        Assert.Equal(
            ["checksums.txt", "hotfix-metadata.json", "parachute-1.0.1.1.crx", "parachute-1.0.1.1.zip", "sbom.cdx.json", "shelf-1.0.1.crx", "shelf-1.0.1.zip"],
            lines.Skip(release + 1).TakeWhile(line => line.Length > 0).Select(line => line.Trim().Split(',')[0]));
        Assert.Equal(64, digest.Length);
        Assert.Equal(32, item.Length);
        Assert.Equal(
            [$"The store has 1.0.1 of {item}: PENDING_REVIEW.", "Users still have 1.0.0.", "Users have 1.0.1."],
            lines.Where(line => line.StartsWith("The store has ", StringComparison.Ordinal) || line.StartsWith("Users ", StringComparison.Ordinal)));
        Assert.Contains($"  *   {merge} (tag: v1.0.1, release/v1.0.0) Merge pull request #13 from acme/hotfix/v1.0.1/titles-of-other-users-projects", lines);
        Assert.Contains($" built `1.0.1` from `{merge}` for production: it succeeded.", One(card, "- **Build**"), StringComparison.Ordinal);
        Assert.EndsWith("[Release](https://github.com/acme/extension/releases/tag/v1.0.1).", One(card, "- **Build**"), StringComparison.Ordinal);
        Assert.Equal($"- **Package** [`shelf-1.0.1.zip`](https://github.com/acme/extension/releases/download/v1.0.1/shelf-1.0.1.zip), SHA-256 `{digest}`.", One(card, "- **Package**"));
        Assert.Equal($"- **Store** `1.0.1` of `{item}` is `PUBLISHED`, for 100 % of its users.", One(card, "- **Store**"));
        Assert.StartsWith("- **Next step** Users get `1.0.1` from the store", One(card, "- **Next step**"), StringComparison.Ordinal);
    }

    /// <summary>The Action's steps that were carried out, all of them with success.</summary>
    private static IEnumerable<string> Steps(List<string> lines) =>
        lines.SkipWhile(line => !line.StartsWith("maintainer starts ", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("The release ", StringComparison.Ordinal)).Where(line => line.StartsWith("  ✓ ", StringComparison.Ordinal)).Select(line => line[4..].Split(':')[0]);

    private static string One(List<string> lines, string start) => Assert.Single(lines, line => line.StartsWith(start, StringComparison.Ordinal));
}
