using System.Net;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class CodeEndpointTests
{
    private const string Repository = "repos/octo-org/beta";

    [Fact]
    public async Task A_branch_shows_its_head_and_whether_it_is_protected()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.CreateBranch("release/v1");
        tester.Repository.Protect("release/**", "update", "pull_request");

        var (_, branch) = await tester.GetAsync($"{Repository}/branches/release/v1");
        var (_, main) = await tester.GetAsync($"{Repository}/branches/main");
        var (_, rules) = await tester.GetAsync($"{Repository}/rules/branches/release/not/yet");
        var (_, none) = await tester.GetAsync($"{Repository}/rules/branches/main");

        Assert.Equal((true, tester.Repository.Branches.Head.Sha), (branch!["protected"]!.GetValue<bool>(), $"{branch["commit"]!["sha"]}"));
        Assert.False(main!["protected"]!.GetValue<bool>());
        Assert.Equal(["update", "pull_request"], rules!.AsArray().Select(rule => $"{rule!["type"]}"));
        Assert.Empty(none!.AsArray());
        Assert.Equal((HttpStatusCode.NotFound, "Branch not found"), await tester.TryAsync(HttpMethod.Get, $"{Repository}/branches/nothing"));
    }

    [Fact]
    public async Task A_commit_is_found_by_its_name_a_branch_or_a_tag()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (commit, _) = tester.Repository.Push("feature/x", "a.txt", "one", by: "contributor");
        tester.Repository.Tag("v1.0.0", "feature/x", annotated: true);

        foreach (var reference in (string[])[commit.Sha, "feature/x", "v1.0.0", "heads/feature/x", "tags/v1.0.0"])
        {
            var (_, found) = await tester.GetAsync($"{Repository}/commits/{reference}");

            Assert.Equal((commit.Sha, "contributor", "added"), ($"{found!["sha"]}", $"{found["author"]!["login"]}", $"{found["files"]![0]!["status"]}"));
        }

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "No commit found for SHA: nothing"), await tester.TryAsync(HttpMethod.Get, $"{Repository}/commits/nothing"));
    }

    [Fact]
    public async Task A_comparison_says_what_one_has_and_the_other_has_not()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (fork, _) = tester.Repository.Push("main", "a.txt", "one");
        tester.Repository.CreateBranch("hotfix/x");
        var (fix, _) = tester.Repository.Push("hotfix/x", "fix.txt", "two");
        tester.Repository.Push("main", "b.txt", "three");

        var (_, diverged) = await tester.GetAsync($"{Repository}/compare/main...hotfix/x");

        Assert.Equal(("diverged", 1, 1, fork.Sha), ($"{diverged!["status"]}", diverged["ahead_by"]!.GetValue<int>(), diverged["behind_by"]!.GetValue<int>(), $"{diverged["merge_base_commit"]!["sha"]}"));
        Assert.Equal(fix.Sha, $"{Assert.Single(diverged["commits"]!.AsArray())!["sha"]}");
        Assert.Equal("fix.txt", $"{Assert.Single(diverged["files"]!.AsArray())!["filename"]}");
        Assert.Equal("ahead", await Status($"{fork.Sha}...octo-org:hotfix/x"));
        Assert.Equal("behind", await Status($"main...{fork.Sha}"));
        Assert.Equal("identical", await Status("main...main"));
        Assert.Equal(HttpStatusCode.NotFound, (await tester.TryAsync(HttpMethod.Get, $"{Repository}/compare/main...nothing")).Status);

        async Task<string> Status(string names) => $"{(await tester.GetAsync($"{Repository}/compare/{names}")).Body!["status"]}";
    }

    [Fact]
    public async Task A_merge_brings_both_histories()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (fork, _) = tester.Repository.Push("main", "a.txt", "one");
        var (side, _) = tester.Repository.Push("side", "b.txt", "two");
        var (other, _) = tester.Repository.Push("main", "c.txt", "three");

        var (merge, _) = tester.Repository.MergeByHand("side", "main");

        Assert.Equal([other, side], merge.Parents);
        Assert.Equal(["a.txt", "b.txt", "c.txt"], merge.Files.Keys);
        Assert.Equal([merge, fork], [merge.History.First(), merge.History.ElementAt(3)]);
        Assert.Equal(5, merge.History.Count());

        var (_, read) = await tester.GetAsync($"{Repository}/commits/main");
        Assert.Equal([other.Sha, side.Sha], read!["parents"]!.AsArray().Select(parent => $"{parent!["sha"]}"));
        tester.Repository.Push("one", "a.txt", "left", by: "ana");
        tester.Repository.CreateBranch("two", other.Sha);
        tester.Repository.Push("two", "a.txt", "right", by: "bo");
        Assert.Throws<ArgumentException>(() => tester.Repository.MergeByHand("one", "two"));
    }
}
