using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Runner;
using Hotfix.Tests.Extension;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Actions;

/// <summary>
/// The composite Action, its steps read from action.yml and run as GitHub's runner runs them, with the program that is shipped and a real browser, against the sandbox's GitHub, issuer and store, and the App. One story, because a run takes seconds:
/// a rehearsal, then for real, then once more.
/// </summary>
public sealed class ActionScenarios
{
    private const string Config = "pull_request:\n  checklist:\n    - { id: built, text: Built., evidence: 'build-green' }\n    - { id: scanned, text: Scanned., evidence: 'security-scan' }\n";

    private static readonly string[] AllSteps =
        ["mask", "install", "inputs", "build", "test", "audit", "last", "lint", "pack", "sign", "smoke", "parachute", "metadata", "attest", "attested", "release", "publish", "summary", "report"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hotfix_goes_from_its_branch_to_the_store_and_its_card_and_a_second_run_doubles_nothing()
    {
        await using var hotfix = await StartAppAsync();
        hotfix.Repository.HasImmutableReleases = true;
        var issue = await hotfix.ReportAsync();
        (await hotfix.TellAsync(issue, "/hotfix start")).IsDone();
        await hotfix.Handlings.UntilAsync(Gated.IsVerdict, Cancellation);
        await using var tester = await ActionTester.StartAsync(hotfix.GitHub, hotfix.Repository, hotfix.Repository.Start(hotfix.Fix().HeadBranch).Run);
        tester.Overhear();
        var (inputs, traces) = (tester.Inputs, new Traces());
        inputs["app-url"] = hotfix.Audience;

        await RehearseAsync(tester, inputs, traces);
        var first = await RunAsync(tester, StoreCredentials.ServiceAccount(tester, inputs), traces);
        var card = await ReportedAsync(hotfix, tester, first);
        var (assets, calls) = (Assets(tester), tester.Store.Calls.Count(call => call.Contains("upload", StringComparison.Ordinal)));
        var second = await RunAsync(tester, StoreCredentials.RefreshToken(tester, inputs), traces);
        var third = await RunAsync(tester, new(StoreCredentials.WorkloadIdentity(tester, inputs)) { ["stages"] = "build pack publish" }, traces);

        Assert.True(first.Succeeded, first.Log);
        Assert.Equal(AllSteps, first.Steps.Where(step => step.Outcome == "success").Select(step => step.Id));
        var tag = $"v1.2.4-beta.g{tester.Run.Commit.Sha[..7]}";
        var release = Assert.Single(tester.Repository.Releases.All, one => one.TagName != "v1.2.3");
        Assert.True(release.IsImmutable);
        Assert.Equal((tag, false, true, tester.Run.Commit.Sha), (release.TagName, release.IsDraft, release.IsPrerelease, tester.Repository.Branches.Tag(tag)!.Sha));
        Assert.Equal(["checksums.txt", "hotfix-metadata.json", "parachute-1.2.4.1.crx", "parachute-1.2.4.1.zip", "sbom.cdx.json", "tally-1.2.4.crx", "tally-1.2.4.zip"], assets.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("- The popup opens again.\n\n| file | bytes | sha256 |", release.Body, StringComparison.Ordinal);
        Assert.Contains($"`{assets["tally-1.2.4.zip"]["sha256:".Length..]}`", release.Body, StringComparison.Ordinal);
        Assert.Equal(("PENDING_REVIEW", "1.2.4"), (tester.Item.SubmittedState, tester.Item.SubmittedVersion));
        Assert.Equal(["actions/attest@59d89421af93a897026c735860bf21b6eb4f7b26"], first.Used.Select(used => used.Uses));
        Assert.Equal(["tally-1.2.4.zip", "tally-1.2.4.crx", "parachute-1.2.4.1.zip", "parachute-1.2.4.1.crx"], first.Used[0].With["subject-path"].Split('\n').Select(path => Path.GetFileName(path)));
        Assert.Equal(Summed(release), Checksums(release));
        Assert.Equal(("success", "1.2.4", "1.2.4", tag, release.Assets[0].Release.Repository.HtmlUrl + $"/releases/tag/{tag}", Golden.Id, "PENDING_REVIEW"), (
            first.Outputs["result"], first.Outputs["version"], first.Outputs["store-version"], first.Outputs["tag"], first.Outputs["release-url"], first.Outputs["extension-id"], first.Outputs["store-state"]));
        Assert.Contains("| smoke | ✅ success |", first.Summary, StringComparison.Ordinal);
        Assert.Contains($"- **Release** [{tag}](", first.Summary, StringComparison.Ordinal);
        Assert.Contains("built `1.2.4` from", card.CardLine("Build"), StringComparison.Ordinal);
        Assert.Contains("[`tally-1.2.4.zip`](", card.CardLine("Package"), StringComparison.Ordinal);
        Assert.DoesNotContain("parachute", card.CardLine("Package"), StringComparison.Ordinal);

        Assert.True(second.Succeeded, second.Log);
        Assert.True(third.Succeeded, third.Log);
        Assert.Equal(assets, Assets(tester));
        Assert.Equal(2, tester.Repository.Releases.All.Count);
        Assert.Equal(calls, tester.Store.Calls.Count(call => call.Contains("upload", StringComparison.Ordinal)));
        Assert.Empty(tester.Store.Wrong);
        Assert.Empty(tester.GitHub.UnknownRequests);
        NoSecret(hotfix, tester, traces);
    }

    /// <summary>Nothing is written anywhere, and the App is told that it was a rehearsal.</summary>
    private static async Task RehearseAsync(ActionTester tester, Dictionary<string, string> inputs, Traces traces)
    {
        var writes = Writes(tester);

        var result = await RunAsync(tester, new(inputs) { ["dry-run"] = "true" }, traces);

        Assert.True(result.Succeeded, result.Log);
        Assert.Equal(writes, Writes(tester));
        Assert.DoesNotContain(tester.Store.Calls, call => call.Contains("upload", StringComparison.Ordinal) || call.Contains("publish", StringComparison.Ordinal));
        Assert.Equal(("skipped", "skipped"), (result.Step("attest").Outcome, result.Step("attested").Outcome));
        Assert.Equal(["v1.2.3"], tester.Repository.Releases.All.Select(release => release.TagName));
        Assert.True((bool?)JsonNode.Parse(result.Outputs["report"])!["dry_run"]);
        Assert.Contains("dry run: nothing was written", result.Summary, StringComparison.Ordinal);
    }

    private static async Task<SandboxIssue> ReportedAsync(HotfixTester hotfix, ActionTester tester, RunnerResult result)
    {
        var prefix = $"build-{tester.Run.Id}-{tester.Run.Attempt}-";
        Assert.True(result.Log.Contains($"took the report in as delivery {prefix}", StringComparison.Ordinal), result.Log);
        await hotfix.Handlings.UntilAsync(handled => handled.Head.Status == DeliveryStatus.Done && handled.Hotfix?.Fix?.Build is { IsRehearsal: false }, Cancellation);

        return hotfix.Repository.Issues[0];
    }

    private static async Task<RunnerResult> RunAsync(ActionTester tester, Dictionary<string, string> inputs, Traces traces)
    {
        var result = await tester.RunAsync(inputs);
        traces.Gather(tester, inputs, result);

        return result;
    }

    /// <summary>
    /// Keys and tokens, those that were given and those that were made on the way, whole or a line of them, are in no log, argument, file, release, nor in what the App keeps. That each kind of token was made, and that the search reaches what it should, is asked first.
    /// </summary>
    private static void NoSecret(HotfixTester hotfix, ActionTester tester, Traces traces)
    {
        traces.Gather(hotfix);
        var (workflow, store, installation) = (hotfix.GitHub.State.Issuer.Given, tester.Store.Identity.Given, hotfix.GitHub.State.Tokens.Given);

        Assert.True(workflow.Count >= 3); // for the App's reports, the rehearsal's among them
        Assert.True(store.Count >= 6); // given; by the account, the refresh token; the job's identity, the federated token and the account's
        Assert.NotEmpty(installation);
        Assert.NotEmpty(tester.Calls);
        Assert.Contains(tester.Overheard, line => line.StartsWith("npm ci", StringComparison.Ordinal));
        Assert.Contains(tester.Overheard, line => line.StartsWith("git ", StringComparison.Ordinal));
        Assert.True(traces.Count > 100);
        Assert.All(["calls", "overheard", "facts", "report.json", "hotfix.db"], file => Assert.Contains(traces.Holding("1.2.4"), where => Path.GetFileName(where).StartsWith(file, StringComparison.Ordinal)));
        traces.Add([.. workflow, .. store, .. installation]);
        Assert.True(traces.Secrets > 60);
        traces.HoldNoSecret();
    }

    /// <summary>What its own checksums.txt says of the others.</summary>
    private static IEnumerable<string> Checksums(SandboxRelease release) =>
        Encoding.UTF8.GetString(release.Assets.Single(asset => asset.Name == "checksums.txt").Bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Summed(SandboxRelease release) =>
        release.Assets.Where(asset => asset.Name != "checksums.txt").Select(asset => $"{asset.Digest["sha256:".Length..]}  {asset.Name}").Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Assets(ActionTester tester) =>
        tester.Repository.Releases.All.Single(release => release.TagName != "v1.2.3").Assets.ToDictionary(asset => asset.Name, asset => asset.Digest);

    /// <summary>By the Action: the App writes too.</summary>
    private static int Writes(ActionTester tester) => tester.GitHub.Calls.All.Count(call => call.Method != "GET" && call.Path.Contains("/releases", StringComparison.Ordinal));

    private static async Task<HotfixTester> StartAppAsync()
    {
        var hotfix = await HotfixTester.StartAsync();
        hotfix.Audience = hotfix.Url.AbsoluteUri.TrimEnd('/');
        hotfix.Repository.Push("main", new Dictionary<string, string?>
        {
            ["manifest.json"] = Released.Manifest.Replace("1.0.0", "1.2.3", StringComparison.Ordinal),
            ["CHANGELOG.md"] = "# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-01\n\n- First release.\n",
            [".github/hotfix.yml"] = Config,
        });
        await ActionTester.ReleaseAsync(hotfix.Repository);
        hotfix.Repository.Roles["maintainer"] = "admin";

        return hotfix;
    }
}
