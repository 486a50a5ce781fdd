using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class PullWriteEndpointTests
{
    private const string Pulls = "repos/octo-org/beta/pulls";

    public static TheoryData<string, string> Wrong => new()
    {
        { """{"title":"x","head":"known","base":"main"}""", "custom A pull request already exists for octo-org:known." },
        { """{"title":"x","head":"octo-org:same","base":"main"}""", "custom No commits between main and same" },
        { """{"title":"x","head":"nothing","base":"main"}""", "invalid head" },
        { """{"title":"x","head":"known","base":"nothing"}""", "invalid base" },
        { """{"head":"known","base":"same"}""", "missing_field title" },
    };

    [Fact]
    public async Task The_app_opens_a_draft_finds_it_and_edits_it()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Push("hotfix/v1.0.1", "a.txt", "one");

        var (response, made) = await tester.PostAsync(Pulls, """{"title":"[HOTFIX] It crashes","head":"hotfix/v1.0.1","base":"main","body":"- [ ] Tested","draft":true}""");
        var (_, found) = await tester.GetAsync($"{Pulls}?head=octo-org%3Ahotfix%2Fv1.0.1&base=main&state=open");
        var (_, others) = await tester.GetAsync($"{Pulls}?head=octo-org:hotfix");
        var (_, edited) = await tester.PatchAsync($"{Pulls}/1", """{"title":"[HOTFIX] It crashed","body":"- [x] Tested"}""");
        var (_, closed) = await tester.PatchAsync($"{Pulls}/1", """{"state":"closed"}""");

        Assert.Equal((HttpStatusCode.Created, true, "hotfix-sandbox[bot]"), (response.StatusCode, made!["draft"]!.GetValue<bool>(), $"{made["user"]!["login"]}"));
        Assert.Equal(1, Assert.Single(found!.AsArray())!["number"]!.GetValue<int>());
        Assert.Empty(others!.AsArray());
        Assert.Equal(("[HOTFIX] It crashed", "- [x] Tested"), ($"{edited!["title"]}", $"{edited["body"]}"));
        Assert.Equal(("closed", false), ($"{closed!["state"]}", closed["merged"]!.GetValue<bool>()));
        Assert.Empty((await tester.GetAsync(Pulls)).Body!.AsArray());
        Assert.Single((await tester.GetAsync($"{Pulls}?state=closed")).Body!.AsArray());
        Assert.Equal("open", $"{(await tester.PatchAsync($"{Pulls}/1", """{"state":"open"}""")).Body!["state"]}");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_pull_request_that_cannot_be_is_a_422_that_says_why(string json, string expected)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.OpenPull("known", Files(("a.txt", "one")));
        tester.Repository.CreateBranch("same");

        var (response, body) = await tester.PostAsync(Pulls, json);
        var error = body!["errors"]![0]!;

        Assert.Equal((HttpStatusCode.UnprocessableEntity, expected), (response.StatusCode, $"{error["code"]} {error["message"] ?? error["field"]}"));
        Assert.Single(tester.Repository.Pulls);
    }

    [Fact]
    public async Task A_pull_request_is_aimed_at_another_branch()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.CreateBranch("next");
        var (pull, _, _) = tester.Repository.OpenPull("change", Files(("a.txt", "one")));

        Assert.Equal("next", $"{(await tester.PatchAsync($"{Pulls}/1", """{"base":"next"}""")).Body!["base"]!["ref"]}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tester.TryAsync(HttpMethod.Patch, $"{Pulls}/1", """{"base":"nothing"}""")).Status);
        Assert.Equal("next", pull.BaseBranch);
    }

    [Fact]
    public async Task Reviews_are_asked_of_collaborators_and_never_of_the_author()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", Files(("a.txt", "one")), by: "contributor");
        tester.Repository.Roles["ana"] = "triage";
        tester.Repository.File("It crashes", null, "stranger");

        var (response, asked) = await tester.PostAsync($"{Pulls}/1/requested_reviewers", """{"reviewers":["ana","maintainer"]}""");

        Assert.Equal((HttpStatusCode.Created, 2), (response.StatusCode, asked!["requested_reviewers"]!.AsArray().Count));
        Assert.Equal(["ana", "maintainer"], pull.Reviewers.Select(reviewer => reviewer.Login));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Review cannot be requested from pull request author."), await Ask("contributor"));

        foreach (var login in (string[])["stranger", "nobody"])
        {
            var (status, message) = await Ask(login);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.StartsWith("Reviews may only be requested from collaborators.", message, StringComparison.Ordinal);
        }

        Task<(HttpStatusCode Status, string? Message)> Ask(string login) => tester.TryAsync(HttpMethod.Post, $"{Pulls}/1/requested_reviewers", $$"""{"reviewers":["{{login}}"]}""");
    }

    [Theory]
    [InlineData("merge", 2, "Merge pull request #1 from octo-org/change\n\nFix it")]
    [InlineData("squash", 1, "Fix it (#1)")]
    [InlineData("rebase", 1, "Change files")]
    public async Task A_pull_request_is_merged_in_three_ways(string method, int parents, string message)
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", Files(("a.txt", "one")), "Fix it");
        pull.PushToPull(Files(("b.txt", "two")));
        var (@base, _) = tester.Repository.Push("main", "c.txt", "three");

        var (response, merged) = await tester.SendAsync(HttpMethod.Put, $"{Pulls}/1/merge", $$"""{"merge_method":"{{method}}","sha":"{{pull.Head.Sha}}"}""");
        var (_, read) = await tester.GetAsync($"{Pulls}/1");
        var head = tester.Repository.Branches.Head;

        Assert.Equal((HttpStatusCode.OK, head.Sha), (response.StatusCode, $"{merged!["sha"]}"));
        Assert.Equal((parents, message), (head.Parents.Count, head.Message));
        Assert.Equal(["a.txt", "b.txt", "c.txt"], head.Files.Keys);
        Assert.Contains(@base, head.History);
        Assert.Equal((true, "closed", head.Sha, "2026-11-20T12:00:00Z"), (read!["merged"]!.GetValue<bool>(), $"{read["state"]}", $"{read["merge_commit_sha"]}", $"{read["merged_at"]}"));
        Assert.Equal((2, 2), (read["commits"]!.GetValue<int>(), read["changed_files"]!.GetValue<int>()));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "Pull Request already merged"), await tester.TryAsync(HttpMethod.Put, $"{Pulls}/1/merge", "{}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tester.TryAsync(HttpMethod.Patch, $"{Pulls}/1", """{"state":"open"}""")).Status);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Push("main", "a.txt", "one");
        var (pull, _, _) = tester.Repository.OpenPull("change", Files(("a.txt", "two")), draft: true);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "Pull Request is still a draft"), await MergeAsync("{}"));
        pull.Ready();
        Assert.Equal((HttpStatusCode.Conflict, "Head branch was modified. Review and try the merge again."), await MergeAsync($$"""{"sha":"{{pull.Base.Sha}}"}"""));
        Assert.True((await tester.GetAsync($"{Pulls}/1")).Body!["mergeable"]!.GetValue<bool>());
        tester.Repository.Push("main", "a.txt", "three");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "Pull Request is not mergeable"), await MergeAsync("{}"));
        Assert.Equal((false, "dirty"), (Mergeable((await tester.GetAsync($"{Pulls}/1")).Body!)));
        tester.Repository.Push("change", "a.txt", "three");
        tester.Repository.Protect("main");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await MergeAsync("{}")).Status);

        Task<(HttpStatusCode Status, string? Message)> MergeAsync(string json) => tester.TryAsync(HttpMethod.Put, $"{Pulls}/1/merge", json);
        static (bool, string) Mergeable(JsonNode pull) => (pull["mergeable"]!.GetValue<bool>(), $"{pull["mergeable_state"]}");
    }

    private static Dictionary<string, string?> Files(params (string Path, string? Text)[] files) => files.ToDictionary(file => file.Path, file => file.Text);
}
