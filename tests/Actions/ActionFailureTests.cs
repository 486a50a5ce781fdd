using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hotfix.Extension.Crx;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Runner;

namespace Hotfix.Tests.Actions;

/// <summary>What happens when a step fails: the run ends there, summary and report still say what it was and what is out in the world by then; and once the cause is gone, the next run goes on and doubles nothing.</summary>
public sealed class ActionFailureTests
{
    /// <summary>No browser: these runs end elsewhere.</summary>
    private const string Stages = "build test audit lint pack sign parachute metadata attest release publish report";

    private const string Quick = "node build.mjs";

    /// <summary>The step that fails, the sentence that says why, and how to bring it about.</summary>
    private static readonly Dictionary<string, (string Sentence, Action<ActionTester, Dictionary<string, string>> Cause)> Early = new()
    {
        ["inputs"] = ("The input channel is 'prod': it is one of beta, staging, production.", (_, inputs) => inputs["channel"] = "prod"),
        ["build"] = ("The command ended with exit code 3: exit 3", (_, inputs) => inputs["build-command"] = "exit 3"),
        ["test"] = ("The command ended with exit code 4: echo '::error::not ours'; exit 4", (_, inputs) => inputs["test-command"] = "echo '::error::not ours'; exit 4"),
        ["audit"] = ("npm audit finds vulnerabilities of level high or worse, or could not be done.", (tester, _) => tester.Write("package-lock.json", "{")),
        ["last"] = ("There is no published release of the tag 'v0.9.0'.", (_, inputs) => inputs["previous-tag"] = "v0.9.0"),
        ["lint"] = ("1 error, 0 warnings", (_, inputs) => inputs["build-command"] = $"{Quick} && sed -i 's/\"manifest_version\": 3/\"manifest_version\": 2/' dist/manifest.json"),
        ["pack"] = ("cannot be written", (_, inputs) => inputs["build-command"] = $"{Quick} && rm -r \"$RUNNER_TEMP/hotfix-action/files\""),
        ["sign"] = ("is no", (_, inputs) => inputs["signing-key"] = "canary-that-is-no-key-at-all"),
        ["parachute"] = ("cannot be made", (_, inputs) => inputs["build-command"] = $"{Quick} && touch \"$RUNNER_TEMP/hotfix-action/parachute\""),
        ["metadata"] = ("There is no file './none.xml'.", (_, inputs) => inputs["test-results"] = "none.xml"),
    };

    public static TheoryData<string> EarlySteps => [.. Early.Keys];

    [Theory]
    [MemberData(nameof(EarlySteps))]
    public async Task A_step_that_fails_before_anything_is_public_ends_the_run_and_leaves_nothing(string step)
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        var (sentence, cause) = Early[step];
        cause(tester, inputs);

        var result = await tester.RunAsync(inputs);

        FailedAt(step, result);
        Assert.Contains(sentence, Report(result)["checks"]!.AsArray()[^1]!["summary"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("**Nothing was published.**", result.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("error: not ours", result.Annotations);
        Assert.DoesNotContain("canary", result.Log + result.Summary + string.Concat(tester.Calls), StringComparison.Ordinal);
        Assert.Single(tester.Repository.Releases.All);
        Assert.Empty(tester.Store.Calls);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_said_and_nothing_is_done()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        inputs["binary"] = "/nowhere/hotfix";

        var result = await tester.RunAsync(inputs);

        Assert.False(result.Succeeded);
        Assert.Equal(["mask", "summary", "report"], Ran(result));
        Assert.Contains("error: Hotfix: install: The input binary names '/nowhere/hotfix', and there is no such file.", result.Annotations);
        Assert.Contains("The program could not be installed; nothing was done.", result.Summary, StringComparison.Ordinal);
        Assert.Equal("failure", result.Outputs["result"]);
    }

    [Fact]
    public async Task An_extension_that_is_ill_fails_in_the_browser()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        inputs["stages"] = "build pack smoke";
        inputs["build-command"] = $"{Quick} && echo \"throw new Error('it was never tried');\" >>dist/worker.js";

        var result = await tester.RunAsync(inputs);

        FailedAt("smoke", result);
        Assert.Contains(result.Annotations, annotation => annotation.Contains("it was never tried", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_upload_that_fails_leaves_a_draft_that_is_named_and_completed_by_the_next_run()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        tester.GitHub.Faults.Next(SandboxFault.None, 2, IsUpload);
        tester.GitHub.Faults.Next(SandboxFault.ServerError, 1, IsUpload);

        var failed = await tester.RunAsync(inputs);
        var draft = Hotfix(tester);
        Assert.Equal((true, 2), (draft.IsDraft, draft.Assets.Count));
        var second = await tester.RunAsync(inputs);

        FailedAt("release", failed);
        Assert.Contains($"The draft {draft.TagName} stays, with 2 of the files of this run; run again, and it is completed.", failed.Summary, StringComparison.Ordinal);
        Assert.Empty(tester.Store.Wrong);
        Assert.True(second.Succeeded, second.Log);
        Assert.Same(draft, Hotfix(tester));
        Assert.Equal((false, 7), (draft.IsDraft, draft.Assets.Count));
    }

    [Fact]
    public async Task A_store_that_refuses_leaves_the_release_which_is_named_and_the_next_run_goes_on()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        tester.Store.IsForbidden = true;

        var failed = await tester.RunAsync(inputs);
        tester.Store.IsForbidden = false;
        var second = await tester.RunAsync(inputs);

        FailedAt("publish", failed);
        Assert.Equal(("failure", "Chrome Web Store"), ($"{Report(failed)["result"]}", $"{Report(failed)["failed_step"]}"));
        Assert.Contains($"- **Release** [{Hotfix(tester).TagName}](", failed.Summary, StringComparison.Ordinal);
        Assert.Contains("**What is named above stays.**", failed.Summary, StringComparison.Ordinal);
        Assert.True(second.Succeeded, second.Log);
        Assert.Equal(("1.2.4", 7), (tester.Item.SubmittedVersion, Hotfix(tester).Assets.Count));
    }

    [Fact]
    public async Task Releases_that_are_immutable_are_completed_as_drafts_and_found_whole_by_the_next_run()
    {
        await using var tester = await ActionTester.StartAsync();
        using var key = SigningKey.Create(ProofKind.Ecdsa); // its signatures are others each time
        var inputs = new Dictionary<string, string>(Inputs(tester)) { ["signing-key"] = key.PrivatePem() };
        tester.Repository.HasImmutableReleases = true;
        tester.GitHub.Faults.Next(SandboxFault.None, 4, IsUpload);
        tester.GitHub.Faults.Next(SandboxFault.ServerError, 1, IsUpload);

        var failed = await tester.RunAsync(inputs);
        var second = await tester.RunAsync(inputs);
        var files = Hotfix(tester).Assets.Select(asset => (asset.Name, asset.Digest)).ToList();
        var third = await tester.RunAsync(inputs);

        FailedAt("release", failed);
        Assert.True(second.Succeeded, second.Log);
        Assert.True(third.Succeeded, third.Log);
        Assert.True(Hotfix(tester) is { IsImmutable: true, IsDraft: false });
        Assert.Equal(7, files.Count);
        Assert.Equal(files, Hotfix(tester).Assets.Select(asset => (asset.Name, asset.Digest)));
        var artifacts = Report(third)["artifacts"]!.AsArray();
        Assert.Equal(["tally-1.2.4.zip", "tally-1.2.4.crx"], artifacts.Take(2).Select(file => $"{file!["name"]}"));
        Assert.NotEqual(Sum(await File.ReadAllBytesAsync(third.Outputs["crx"], TestContext.Current.CancellationToken)), $"{artifacts[1]!["sha256"]}");
        Assert.Equal(files.Order(), artifacts.Select(file => ($"{file!["name"]}", $"sha256:{file["sha256"]}")).Order());
        Assert.All(artifacts, file => Assert.EndsWith($"/releases/download/{Hotfix(tester).TagName}/{file!["name"]}", $"{file["url"]}", StringComparison.Ordinal));
        Assert.All(artifacts, file => Assert.Contains($"| `{file!["sha256"]}` |", third.Summary, StringComparison.Ordinal));
        Assert.Empty(tester.GitHub.UnknownRequests);
    }

    [Fact]
    public async Task An_immutable_release_that_lacks_a_file_is_refused_with_a_sentence()
    {
        await using var tester = await ActionTester.StartAsync();
        tester.Repository.HasImmutableReleases = true;
        var inputs = Inputs(tester);
        inputs["stages"] = "build pack release";
        Assert.True((await tester.RunAsync(inputs)).Succeeded);

        var result = await tester.RunAsync(Inputs(tester));

        FailedAt("release", result);
        Assert.Contains($"The release {Hotfix(tester).TagName} is immutable and has no ", result.Summary, StringComparison.Ordinal);
        Assert.Equal(["tally-1.2.4.zip"], Hotfix(tester).Assets.Select(asset => asset.Name));
        Assert.Empty(tester.Store.Calls);
    }

    [Fact]
    public async Task What_is_published_is_never_changed()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        inputs["stages"] = "build pack release";
        Assert.True((await tester.RunAsync(inputs)).Succeeded);
        var digest = Hotfix(tester).Assets[0].Digest;
        tester.Write("src/popup.js", tester.Read("src/popup.js") + "// other\n");

        var result = await tester.RunAsync(inputs);

        FailedAt("release", result);
        Assert.Contains("is published with another tally-1.2.4.zip", result.Summary, StringComparison.Ordinal);
        Assert.Equal([digest], Hotfix(tester).Assets.Select(asset => asset.Digest));
    }

    [Fact]
    public async Task Neither_an_attestation_nor_an_App_that_is_away_holds_back_a_fix()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        inputs["stages"] = "build pack metadata attest report";
        inputs["app-url"] = "http://127.0.0.1:9";
        tester.Attests = false;

        var result = await tester.RunAsync(inputs);

        Assert.True(result.Succeeded, result.Log);
        Assert.Equal(("failure", "success"), (result.Step("attest").Outcome, result.Step("attest").Conclusion));
        Assert.Contains("| provenance | ➖ skipped | The provenance could not be attested", result.Summary, StringComparison.Ordinal);
        Assert.Contains("The App was not told.", result.Log, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Inputs(ActionTester tester) => new(tester.Inputs) { ["stages"] = Stages, ["build-command"] = Quick, ["test-command"] = "" };

    private static SandboxRelease Hotfix(ActionTester tester) => Assert.Single(tester.Repository.Releases.All, release => release.TagName != "v1.2.3");

    private static bool IsUpload(string method, string path) => method == "POST" && path.EndsWith("/assets", StringComparison.Ordinal);

    /// <summary>It fails there, nothing after it runs but what always does, and everybody is told the same.</summary>
    private static void FailedAt(string step, RunnerResult result)
    {
        Assert.False(result.Succeeded);
        var failed = Assert.Single(result.Steps, one => one.Outcome == "failure");
        Assert.Equal(step, failed.Id);
        Assert.Equal(["summary", "report"], Ran(result).SkipWhile(id => id != Ran(result).Last(other => other is not ("summary" or "report"))).Skip(1));
        Assert.Equal("failure", result.Outputs["result"]);
        Assert.Contains(": failure", result.Summary, StringComparison.Ordinal);
        Assert.Contains(result.Annotations, annotation => annotation.StartsWith("error: Hotfix: ", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string?> Ran(RunnerResult result) => [.. result.Steps.Where(step => step.Outcome == "success").Select(step => step.Id)];

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static JsonNode Report(RunnerResult result) => JsonNode.Parse(result.Outputs["report"])!;
}
