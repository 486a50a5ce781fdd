using System.Net;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

/// <summary>What the gate writes and reads by REST.</summary>
public sealed class GateEndpointTests
{
    private const string Repository = "repos/octo-org/beta";

    public static TheoryData<string> WrongButtons => new()
    {
        Button("Judge again and again", "d", "judge"),
        Button("Judge", new string('d', 41), "judge"),
        Button("Judge", "d", "judge-again-and-again"),
        string.Join(',', Enumerable.Repeat(Button("Judge", "d", "judge"), 4)),
        """{"label":"Judge","description":"d"}""",
    };

    [Fact]
    public async Task A_check_run_keeps_what_the_app_calls_it_and_its_buttons()
    {
        await using var tester = await SandboxTester.StartAsync();
        var head = tester.Repository.Branches.Head.Sha;
        var (response, made) = await tester.PostAsync($"{Repository}/check-runs", $$"""{"name":"hotfix/gate","head_sha":"{{head}}","external_id":"pull-1","actions":[{{Button("Judge", "d", "judge")}}]}""");
        var (_, changed) = await tester.PatchAsync($"{Repository}/check-runs/{made!["id"]}", """{"external_id":"pull-2","actions":[]}""");
        var (_, listed) = await tester.GetAsync($"{Repository}/commits/{head}/check-runs");

        Assert.Equal((HttpStatusCode.Created, "pull-1", "pull-2", "pull-2"), (response.StatusCode, $"{made["external_id"]}", $"{changed!["external_id"]}", $"{listed!["check_runs"]![0]!["external_id"]}"));
        Assert.Empty(Assert.Single(tester.Repository.Checks).Actions);
    }

    [Theory]
    [MemberData(nameof(WrongButtons))]
    public async Task Buttons_that_GitHub_does_not_take_are_a_422(string actions)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Checked = false;

        var (response, _) = await tester.PostAsync($"{Repository}/check-runs", $$"""{"name":"hotfix/gate","head_sha":"{{tester.Repository.Branches.Head.Sha}}","actions":[{{actions}}]}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty(tester.Repository.Checks);
    }

    [Fact]
    public async Task Required_checks_show_in_a_branch_s_rules_or_in_its_protection()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Require("release/*", "build");
        tester.Repository.RequireClassic("main", "test", "lint");

        var (_, rules) = await tester.GetAsync($"{Repository}/rules/branches/release/v1");
        var (_, main) = await tester.GetAsync($"{Repository}/branches/main");

        Assert.Equal(("required_status_checks", "build"), ($"{rules![0]!["type"]}", $"{rules[0]!["parameters"]!["required_status_checks"]![0]!["context"]}"));
        Assert.Empty((await tester.GetAsync($"{Repository}/rules/branches/main")).Body!.AsArray());
        Assert.True(main!["protected"]!.GetValue<bool>());
        Assert.Equal(["test", "lint"], main["protection"]!["required_status_checks"]!["contexts"]!.AsArray().Select(context => $"{context}"));
    }

    [Fact]
    public async Task Reviews_and_commits_of_a_pull_request_are_listed_in_pages()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", Files("a.txt", "1\n2\n3"));
        var (second, _, _) = pull.PushToPull(Files("a.txt", "1\nzwei\n3\n4"));
        pull.Review("ana", "approve");
        var (response, own) = await tester.PostAsync($"{Repository}/pulls/1/reviews", """{"event":"COMMENT","body":"I looked at it."}""");

        var (reviews, last) = await tester.GetAsync($"{Repository}/pulls/1/reviews?per_page=1&page=2");
        var (_, commits) = await tester.GetAsync($"{Repository}/pulls/1/commits?per_page=1&page=2");
        var (_, files) = await tester.GetAsync($"{Repository}/pulls/1/files");
        var (_, compared) = await tester.GetAsync($"{Repository}/compare/{second.Parent!.Sha}...change");

        Assert.Equal((HttpStatusCode.OK, "COMMENTED"), (response.StatusCode, $"{own!["state"]}"));
        Assert.Equal(("I looked at it.", true), ($"{last![0]!["body"]}", reviews.Headers.Contains("Link")));
        Assert.Equal(second.Sha, $"{Assert.Single(commits!.AsArray())!["sha"]}");
        Assert.Equal((4, 0), (files![0]!["additions"]!.GetValue<int>(), files[0]!["deletions"]!.GetValue<int>()));
        Assert.Equal((2, 1, second.Parent.Sha), (compared!["files"]![0]!["additions"]!.GetValue<int>(), compared["files"]![0]!["deletions"]!.GetValue<int>(), $"{compared["merge_base_commit"]!["sha"]}"));
    }

    [Fact]
    public async Task Nobody_approves_what_they_opened_nor_objects_without_a_word()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Push("change", "a.txt", "one");
        await tester.PostAsync($"{Repository}/pulls", """{"title":"Mine","head":"change","base":"main"}""");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Can not approve your own pull request"), await tester.TryAsync(HttpMethod.Post, $"{Repository}/pulls/1/reviews", """{"event":"APPROVE"}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tester.TryAsync(HttpMethod.Post, $"{Repository}/pulls/1/reviews", """{"event":"COMMENT"}""")).Status);
        Assert.Empty(tester.Repository.FindPull(1)!.Reviews);
    }

    [Fact]
    public async Task The_app_files_an_issue_and_sees_who_closed_it()
    {
        await using var tester = await SandboxTester.StartAsync();

        var (response, made) = await tester.PostAsync($"{Repository}/issues", """{"title":"Look at the override","body":"By ana.","labels":["hotfix-follow-up"],"assignees":["maintainer"]}""");
        tester.Repository.Find(1)!.Close(by: "bo");
        var (_, closed) = await tester.GetAsync($"{Repository}/issues/1");
        tester.Repository.Find(1)!.Reopen();

        Assert.Equal((HttpStatusCode.Created, "hotfix-sandbox[bot]", "hotfix-follow-up", "maintainer"), (
            response.StatusCode, $"{made!["user"]!["login"]}", $"{made["labels"]![0]!["name"]}", $"{made["assignees"]![0]!["login"]}"));
        Assert.Equal("bo", $"{closed!["closed_by"]!["login"]}");
        Assert.Null((await tester.GetAsync($"{Repository}/issues/1")).Body!["closed_by"]);
    }

    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("", "1\n2\n", 2, 0)]
    [InlineData("1\n2\n", "", 0, 2)]
    [InlineData("1\n2\n3\n4\n", "1\n3\nx\n4\n", 1, 1)]
    [InlineData("a\nb\nc\n", "c\na\nb\n", 1, 1)]
    [InlineData("1\n1\n1\n", "1\n1\n", 0, 1)]
    public void Lines_are_counted_as_git_counts_them(string before, string after, int added, int removed) =>
        Assert.Equal((added, removed), Hotfix.Sandbox.Git.GitLines.Compare(Hotfix.Sandbox.Git.SandboxBlob.Of(before), Hotfix.Sandbox.Git.SandboxBlob.Of(after)));

    private static string Button(string label, string description, string identifier) => $$"""{"label":"{{label}}","description":"{{description}}","identifier":"{{identifier}}"}""";

    private static Dictionary<string, string?> Files(string path, string text) => new() { [path] = text };
}
