using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.Actions;

/// <summary>Where the Action brings a package: by channel, with and without a store, and shared out over the jobs of a workflow.</summary>
public sealed class ActionChannelTests
{
    private const string Stages = "build pack sign release publish";

    [Fact]
    public async Task Staging_waits_in_the_store_for_somebody_and_production_lets_the_same_package_go()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        inputs["channel"] = "staging";

        var staged = await tester.RunAsync(inputs);
        tester.Item.Approve();
        Assert.Equal("STAGED", tester.Item.SubmittedState);
        inputs["channel"] = "production";
        inputs["percentage"] = "5";
        var published = await tester.RunAsync(inputs);

        Assert.True(staged.Succeeded, staged.Log);
        Assert.True(published.Succeeded, published.Log);
        Assert.Equal($"v1.2.4-staging.g{tester.Run.Commit.Sha[..7]}", staged.Outputs["tag"]);
        Assert.Equal("v1.2.4", published.Outputs["tag"]);
        Assert.Equal((false, false), (tester.Repository.Releases.Of("v1.2.4")!.IsPrerelease, tester.Repository.Releases.Of("v1.2.4")!.IsDraft));
        Assert.Contains(("1.2.4", 5), tester.Item.Published);
        Assert.Equal(5, (int?)JsonNode.Parse(published.Outputs["report"])!["store"]!["percentage"]);
        Assert.Empty(tester.Store.Wrong);
    }

    [Fact]
    public async Task What_was_staged_is_not_let_go_for_another_package_of_the_same_version()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        inputs["channel"] = "staging";
        var staged = await tester.RunAsync(inputs);
        tester.Item.Approve();
        tester.Write("src/options.html", "<!doctype html><title>Amended since</title>");
        inputs["channel"] = "production";

        var refused = await tester.RunAsync(inputs);

        Assert.True(staged.Succeeded, staged.Log);
        Assert.Equal("failure", refused.Step("publish").Outcome);
        Assert.Contains($"the release {staged.Outputs["tag"]} holds another package of that version", refused.Log, StringComparison.Ordinal);
        Assert.Equal("STAGED", tester.Item.SubmittedState);
    }

    [Fact]
    public async Task Without_a_store_and_a_key_there_is_a_release_with_a_zip()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        (inputs["store-item"], inputs["store-publisher"], inputs["signing-key"], inputs["chrome-access-token"]) = ("", "", "", "");
        tester.Write("CHANGELOG.md", "");

        var result = await tester.RunAsync(inputs);

        Assert.True(result.Succeeded, result.Log);
        Assert.Equal(["tally-1.2.4.zip"], tester.Repository.Releases.Of(result.Outputs["tag"])!.Assets.Select(asset => asset.Name));
        Assert.Contains("| sign | ➖ skipped | No signing key was given: there is a zip and no CRX. |", result.Summary, StringComparison.Ordinal);
        Assert.Contains("| Chrome Web Store | ➖ skipped | No store item was given. |", result.Summary, StringComparison.Ordinal);
        Assert.Equal(("", ""), (result.Outputs["crx"], result.Outputs["store-state"]));
        Assert.Empty(tester.Store.Calls);
    }

    [Fact]
    public async Task Another_version_than_the_one_asked_for_is_refused()
    {
        await using var tester = await ActionTester.StartAsync();
        var inputs = Inputs(tester);
        inputs["version"] = "1.2.5";

        var result = await tester.RunAsync(inputs);

        Assert.Equal("failure", result.Step("last").Outcome);
        Assert.Contains("The package is 1.2.4, and 1.2.5 was asked for: set the version in manifest.json, or ask for 1.2.4.", result.Summary, StringComparison.Ordinal);
    }

    /// <summary>A job without secrets packs; one with secrets takes that package, and no other; the last one tells what all came to.</summary>
    [Fact]
    public async Task Jobs_of_a_workflow_hand_one_package_on_and_the_last_tells_what_all_came_to()
    {
        await using var tester = await ActionTester.StartAsync();
        var packed = await tester.RunAsync(new Dictionary<string, string>(Inputs(tester)) { ["stages"] = "build lint pack" });
        File.Copy(packed.Outputs["package"], Path.Combine(tester.Workspace, "handed.zip"));
        var inputs = new Dictionary<string, string>(Inputs(tester)) { ["build-command"] = "exit 9", ["package"] = "handed.zip", ["package-sha256"] = new string('0', 64) };

        var wrong = await tester.RunAsync(inputs);
        inputs["package-sha256"] = packed.Outputs["package-sha256"];
        var released = await tester.RunAsync(inputs);
        var needs = new JsonObject
        {
            ["security_scan"] = new JsonObject { ["result"] = "success", ["outputs"] = new JsonObject() },
            ["automated_testing"] = new JsonObject { ["result"] = "failure", ["outputs"] = new JsonObject() },
            ["deployment_staging"] = new JsonObject { ["result"] = "success", ["outputs"] = new JsonObject { ["report"] = released.Outputs["report"] } },
        };
        var told = await tester.RunAsync(new Dictionary<string, string> { ["binary"] = inputs["binary"], ["stages"] = "report", ["needs"] = needs.ToJsonString() });

        Assert.True(packed.Succeeded, packed.Log);
        Assert.Contains("'handed.zip' has not the sha256 that the input package-sha256 says.", wrong.Summary, StringComparison.Ordinal);
        Assert.True(released.Succeeded, released.Log);
        Assert.Equal(packed.Outputs["package-sha256"], Convert.ToHexStringLower(SHA256.HashData(tester.Repository.Releases.Of(released.Outputs["tag"])!.Assets[0].Bytes.Span)));
        var report = JsonNode.Parse(told.Outputs["report"])!;
        Assert.Equal(("failure", "automated testing", "1.2.4", released.Outputs["release-url"]), ($"{report["result"]}", $"{report["failed_step"]}", $"{report["version"]}", $"{report["release"]}"));
        Assert.Contains(report["checks"]!.AsArray(), check => $"{check!["name"]}" == "release");
        Assert.Contains("| security scan | ✅ success | The job succeeded. |", told.Summary, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Inputs(ActionTester tester) => new(tester.Inputs) { ["stages"] = Stages, ["build-command"] = "node build.mjs", ["test-command"] = "" };
}
