using System.Text.Json;
using Hotfix.Extension.Lint;
using Hotfix.Tests.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli.Extension;

/// <summary><c>hotfix extension lint</c>.</summary>
public sealed class LintTests : IDisposable
{
    /// <summary>Rules that no package breaks by itself, or not beside the others.</summary>
    private static readonly string[] Elsewhere =
    [
        "manifest-missing", "file-size", "package-size", "disables-extension", "permission-added", "host-added", "reach-added", "csp-changed", "minimum-chrome-raised", "version-not-higher", "origin-added",
    ];

    private readonly ExtensionTester tester = new();

    [Fact]
    public async Task The_healthy_sample_is_fit_to_ship()
    {
        var built = await Samples.BuildTallyAsync(tester["built"], TestContext.Current.CancellationToken);

        Assert.Equal((0, "0 errors, 0 warnings, 0 notes\n", ""), await ExtensionTester.RunAsync("lint", built));
    }

    [Fact]
    public async Task The_weak_sample_breaks_every_rule()
    {
        var (exitCode, output, _) = await ExtensionTester.RunAsync("lint", Samples.Weak, "--json");
        var found = JsonElement.Parse(output).GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("rule")}").ToHashSet();

        Assert.Equal(1, exitCode);
        Assert.Equal([], Rules.All.Select(rule => rule.Id).Except(found).Except(Elsewhere));
    }

    [Fact]
    public async Task Each_finding_is_a_line_with_file_and_line()
    {
        var (exitCode, output, error) = await ExtensionTester.RunAsync("lint", Samples.Weak);

        Assert.Equal((1, ""), (exitCode, error));
        Assert.Contains("\npage.js:11: error eval: eval turns text into code, which manifest version 3 forbids.\n", output, StringComparison.Ordinal);
        Assert.Contains("\nmanifest.json:5: error version: The version '1.01' has a number with a leading zero", output, StringComparison.Ordinal);
        Assert.Matches(@"\n\d+ errors, \d+ warnings, \d+ notes\n$", output);
    }

    [Fact]
    public async Task A_secret_that_is_found_is_not_repeated()
    {
        var outputs = await Task.WhenAll(
            ExtensionTester.RunAsync("lint", Samples.Weak), ExtensionTester.RunAsync("lint", Samples.Weak, "--json"), ExtensionTester.RunAsync("lint", Samples.Weak, "--github", "--sarif", tester["x.sarif"]));

        Assert.All(outputs.Select(output => output.Output + output.Error).Append(await File.ReadAllTextAsync(tester["x.sarif"], TestContext.Current.CancellationToken)), text => Assert.DoesNotContain("AKIA", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Annotations_are_workflow_commands_and_nothing_breaks_out_of_one()
    {
        tester.Extension("x");
        tester.Write("x/manifest.json", "{\"manifest_version\":3,\"name\":\"x\",\"version\":\"1\",\"icons\":{\"128\":\"a,b%\\n::error::x.png\"}}");
        var (_, output, _) = await ExtensionTester.RunAsync("lint", tester["x"], "--github");

        Assert.Matches(@"^::error file=.*x/manifest\.json,line=1,title=file-missing::icons\.128 names 'a,b%25\\u000a::error::x\.png', which is not in the package\.\n1 error, 0 warnings, 0 notes\n$", output);
    }

    [Fact]
    public async Task Sarif_names_rules_places_and_what_is_allowed()
    {
        tester.Extension("x");
        tester.Write("x/src/a b.js", "\neval(x);\ny.innerHTML = z;");
        tester.Write("x/.hotfixlint.json", """[{ "rule": "inner-html", "path": "src/*.js", "reason": "Ours, and escaped." }]""");
        var (exitCode, output, _) = await ExtensionTester.RunAsync("lint", tester["x"], "--sarif", tester["x.sarif"]);
        var log = JsonElement.Parse(await File.ReadAllTextAsync(tester["x.sarif"], TestContext.Current.CancellationToken));
        var run = log.GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray().ToList();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");

        Assert.Equal((1, "2.1.0", "https://json.schemastore.org/sarif-2.1.0.json"), (exitCode, $"{log.GetProperty("version")}", $"{log.GetProperty("$schema")}"));
        Assert.Contains("allowed inner-html: Ours, and escaped.\n", output, StringComparison.Ordinal);
        Assert.Equal(["icon", "eval", "inner-html"], results.OrderBy(result => $"{result.GetProperty("ruleId")}" switch { "icon" => 0, "eval" => 1, _ => 2 }).Select(result => $"{result.GetProperty("ruleId")}"));
        Assert.All(results, result => Assert.Equal($"{result.GetProperty("ruleId")}", $"{rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id")}"));
        Assert.Equal("Ours, and escaped.", $"{results[^1].GetProperty("suppressions")[0].GetProperty("justification")}");
        Assert.False(results[0].TryGetProperty("suppressions", out _));
        Assert.Equal(1, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.EndsWith("src/a%20b.js", $"{results[^1].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri")}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Against_the_last_release_it_says_what_users_must_agree_to()
    {
        tester.Write("old/manifest.json", Files.Manifest);
        tester.Write("new/manifest.json", """{"manifest_version":3,"name":"Sample","version":"1.2.4",""" + "\n" + """ "permissions":["history"],"host_permissions":["https://*.example.com/*"]}""");
        await ExtensionTester.RunAsync(ExtensionTester.WithKey, "pack", tester["old"], "--out", tester["old.zip"], "--crx", tester["old.crx"]);

        var (exitCode, output, _) = await ExtensionTester.RunAsync("lint", tester["new"], "--against", tester["old.crx"]);

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "manifest.json:2: error disables-extension: Chrome will disable the extension for everybody who has it until they agree to: “Read and change your browsing history on all your signed-in devices”; “Read and change your data on all example.com sites”.",
            output, StringComparison.Ordinal);
        Assert.Contains("manifest.json:2: warning permission-added: The permission 'history' is new", output, StringComparison.Ordinal);
        Assert.Contains("manifest.json:2: warning host-added: The host 'https://*.example.com/*' is new.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strict_means_warnings_too()
    {
        tester.Extension("x");

        Assert.Equal(0, (await ExtensionTester.RunAsync("lint", tester["x"])).ExitCode);
        Assert.Equal(1, (await ExtensionTester.RunAsync("lint", tester["x"], "--strict")).ExitCode);
    }

    [Fact]
    public async Task The_rules_are_listed()
    {
        var (exitCode, output, _) = await ExtensionTester.RunAsync("lint", "--rules");

        Assert.Equal((0, Rules.All.Count), (exitCode, output.TrimEnd().Split('\n').Length));
    }

    [Theory]
    [InlineData("{}", ".hotfixlint.json is no list: an allowlist is [{\"rule\", \"path\", \"reason\"}, …].")]
    [InlineData("[{ \"rule\": \"eval\",\n \"path\": \"x\" }]", ".hotfixlint.json, line 1: the entry has no reason; it needs a rule, a path and a reason.")]
    [InlineData("[\n{ \"rule\": \"evil\", \"path\": \"x\", \"reason\": \"y\" }]", ".hotfixlint.json, line 2: there is no rule 'evil'; `hotfix extension lint --rules` lists them.")]
    [InlineData("[{ \"rule\": \"eval\", \"path\": \"x\", \"reason\": \"y\",\n \"until\": \"z\" }]", ".hotfixlint.json, line 2: an entry has no 'until'; it has a rule, a path and a reason.")]
    [InlineData("[{ \"rule\": \"eval\",\n", ".hotfixlint.json, line 2: the file is no JSON here.")]
    public async Task A_wrong_allowlist_gets_one_sentence(string allowlist, string sentence)
    {
        tester.Extension("x");
        tester.Write("x/.hotfixlint.json", allowlist);

        Assert.Equal(sentence, await ExtensionTester.RefusalAsync("lint", tester["x"]));
    }

    [Fact]
    public async Task Wrong_input_gets_one_sentence()
    {
        var file = tester.Write("x.txt", "no zip");

        Assert.Equal("Say which extension: its folder, a zip or a CRX.", await ExtensionTester.RefusalAsync("lint"));
        Assert.Equal($"There is no folder or file '{tester["none"]}'.", await ExtensionTester.RefusalAsync("lint", tester["none"]));
        Assert.Equal($"'{file}' is no zip: it has no end of a central directory.", await ExtensionTester.RefusalAsync("lint", file));
        Assert.Equal(
            $"There is no manifest.json at the root of the last release, '{tester["empty"]}'.", await ExtensionTester.RefusalAsync("lint", tester.Extension("x"), "--against", Path.GetDirectoryName(tester.Write("empty/a.txt", ""))!));
    }

    public void Dispose() => tester.Dispose();
}
