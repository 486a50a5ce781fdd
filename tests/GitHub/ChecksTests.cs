using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class ChecksTests
{
    private const string Name = "hotfix/config";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_check_is_created_completed_with_all_that_it_says()
    {
        await using var tester = await CodeTester.StartAsync();
        var commit = tester.Sandbox.Branches.Head.Sha;
        var run = Run(commit) with { Text = "Details", Annotations = [new(WatchedFiles.Config, 3, 7, AnnotationLevel.Warning, "Unknown key", "Did you mean `extends`?")] };

        var id = await tester.Client.Checks.PublishAsync(tester.Repository, run, Cancellation);

        var check = Assert.Single(tester.Sandbox.Checks);
        Assert.Equal((id, Name, commit, "completed", "action_required"), (check.Id, check.Name, check.Commit, check.Status, check.Conclusion));
        Assert.Equal(("The title", "The summary", "Details"), (check.Title, check.Summary, check.Text));
        Assert.Equal([new SandboxAnnotation(WatchedFiles.Config, 3, 3, 7, 7, "warning", "Unknown key", "Did you mean `extends`?")], check.Annotations);
        Assert.Equal(["POST /repos/acme/extension/check-runs 201"], tester.Calls);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(150, 3)]
    [InlineData(151, 4)]
    public async Task Annotations_go_fifty_at_a_time_and_each_once(int annotations, int calls)
    {
        await using var tester = await CodeTester.StartAsync();

        await tester.Client.Checks.PublishAsync(tester.Repository, Annotated(Run(tester.Sandbox.Branches.Head.Sha) with { Text = "Details" }, annotations), Cancellation);

        Assert.Equal(Enumerable.Range(1, annotations), Assert.Single(tester.Sandbox.Checks).Annotations.Select(annotation => annotation.StartLine));
        Assert.Equal(calls, tester.Calls.Count());
        Assert.Equal("Details", tester.Sandbox.Checks[0].Text);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(51, 2)]
    public async Task A_check_is_written_anew(int annotations, int calls)
    {
        await using var tester = await CodeTester.StartAsync();
        var run = Run(tester.Sandbox.Branches.Head.Sha) with { Text = "Details" };
        var id = await tester.Client.Checks.PublishAsync(tester.Repository, run, Cancellation);

        await tester.Client.Checks.UpdateAsync(tester.Repository, id, Annotated(run with { Conclusion = CheckConclusion.Success, Title = "Now it is right", Text = null }, annotations), Cancellation);

        var check = Assert.Single(tester.Sandbox.Checks);
        Assert.Equal(("success", "Now it is right", "", annotations), (check.Conclusion, check.Title, check.Text, check.Annotations.Count));
        Assert.Equal(1 + calls, tester.Calls.Count());
    }

    [Fact]
    public async Task The_latest_of_ours_is_found_by_its_name()
    {
        await using var tester = await CodeTester.StartAsync();
        var commit = tester.Sandbox.Branches.Head.Sha;
        Assert.Null(await FindAsync());

        tester.Sandbox.AddCheck(Name, commit, appId: 15368);
        tester.Sandbox.AddCheck("hotfix/gate", commit);
        Assert.Null(await FindAsync());

        await tester.Client.Checks.PublishAsync(tester.Repository, Run(commit), Cancellation);
        var latest = await tester.Client.Checks.PublishAsync(tester.Repository, Run(commit), Cancellation);
        var (other, _) = tester.Sandbox.Push("main", "README.md", "Hello");
        await tester.Client.Checks.PublishAsync(tester.Repository, Run(other.Sha), Cancellation);
        Assert.Equal(latest, await FindAsync());

        async Task<long?> FindAsync() => (await tester.Client.Checks.FindAsync(tester.Repository, commit, Name, Cancellation))?.Id;
    }

    [Fact]
    public async Task Somebody_else_s_is_not_ours_even_if_GitHub_lists_it()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/check-runs?", HttpStatusCode.OK, """
            {"total_count":5,"check_runs":[{"id":8,"name":"hotfix/config","app":{"id":77}},{"id":11,"name":"hotfix/config","app":{"id":78}},{"id":12,"name":"hotfix/config","app":null},
            {"id":9,"name":"hotfix/config","app":{"id":77}},{"id":13,"name":"hotfix/gate","app":{"id":77}}]}
            """);

        Assert.Equal(new FoundCheck(9, null), await tester.Checks.FindAsync(GitHubTester.Repository(), "c0ffee", Name, Cancellation));
        Assert.Equal("GET /repos/octo/app/commits/c0ffee/check-runs?check_name=hotfix%2Fconfig&app_id=77&filter=latest&per_page=100", tester.GitHub.Requests[^1].ToString());
    }

    [Fact]
    public async Task A_commit_that_is_not_there_is_a_refusal()
    {
        await using var tester = await CodeTester.StartAsync();
        var nowhere = new string('0', 40);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.Client.Checks.PublishAsync(tester.Repository, Run(nowhere), Cancellation));

        Assert.Equal((422, "GitHub finds the request to create the check run hotfix/config in acme/extension invalid (422: No commit found for SHA: (redacted))."), (refusal.Status, refusal.Message));
        Assert.Equal(422, (await Assert.ThrowsAsync<RefusedException>(() => tester.Client.Checks.FindAsync(tester.Repository, nowhere, Name, Cancellation))).Status);
        Assert.Equal(404, (await Assert.ThrowsAsync<RefusedException>(() => tester.Client.Checks.UpdateAsync(tester.Repository, 9, Run(nowhere), Cancellation))).Status);
    }

    [Fact]
    public async Task Whether_it_happened_is_unknown_after_a_failure_and_found_out_by_looking()
    {
        await using var tester = await CodeTester.StartAsync();
        var run = Run(tester.Sandbox.Branches.Head.Sha);
        tester.GitHub.Faults.Next(SandboxFault.DropAfter, 1, (method, path) => method == "POST" && path.EndsWith("/check-runs", StringComparison.Ordinal));

        var outage = await Assert.ThrowsAsync<UnavailableException>(() => tester.Client.Checks.PublishAsync(tester.Repository, run, Cancellation));

        Assert.Equal("The connection to GitHub failed when it was asked to create the check run hotfix/config in acme/extension; whether it happened is unknown.", outage.Message);
        Assert.Equal(Assert.Single(tester.Sandbox.Checks).Id, (await tester.Client.Checks.FindAsync(tester.Repository, run.Commit, Name, Cancellation))?.Id);
    }

    [Fact]
    public async Task A_limit_postpones_it_with_nothing_sent_after_it()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.GitHub.Faults.Next(SandboxFault.RetryAfter, 1, (method, path) => path.EndsWith("/check-runs", StringComparison.Ordinal));

        await Assert.ThrowsAsync<PostponedException>(() => tester.Client.Checks.PublishAsync(tester.Repository, Run(tester.Sandbox.Branches.Head.Sha), Cancellation));
        await Assert.ThrowsAsync<PostponedException>(() => tester.Client.Files.ReadAsync(tester.Repository, "CODEOWNERS", null, Cancellation));

        Assert.Single(tester.Calls);
    }

    [Fact]
    public async Task A_renamed_repository_is_followed()
    {
        await using var tester = await CodeTester.StartAsync();
        var old = tester.Repository;
        tester.Sandbox.Rename("extension-2");

        await tester.Client.Checks.PublishAsync(old, Annotated(Run(tester.Sandbox.Branches.Head.Sha), 60), Cancellation);

        Assert.Equal(60, Assert.Single(tester.Sandbox.Checks).Annotations.Count);
    }

    [Fact]
    public async Task It_waits_for_its_turn_as_every_write_does_but_takes_none_of_the_slots_for_new_content()
    {
        using var tester = new GitHubTester(Pacing.GitHub);
        var release = new TaskCompletionSource();
        tester.GitHub.Hold("/check-runs", release.Task, 1, () => FakeGitHub.Response(HttpStatusCode.Created, """{"id":1}"""));
        tester.GitHub.Answer("/check-runs", HttpStatusCode.Created, """{"id":2}""", times: 200);

        var first = tester.Checks.PublishAsync(GitHubTester.Repository(), Run("c0ffee"), Cancellation);
        var second = tester.Checks.PublishAsync(GitHubTester.Repository(), Run("c0ffee"), Cancellation);
        Assert.Single(tester.GitHub.Calls);
        release.SetResult();
        Assert.Equal((1, 2), (await first, await second));

        for (var check = 0; check < 100; check++)
        {
            await tester.Checks.PublishAsync(GitHubTester.Repository(), Run("c0ffee"), Cancellation);
        }

        await tester.PostAsync();
    }

    [Fact]
    public async Task What_is_too_long_is_cut_to_what_GitHub_takes()
    {
        await using var tester = await CodeTester.StartAsync();
        var lines = string.Concat(Enumerable.Repeat("A line of a hundred characters or so, which says something that somebody wanted to know.\n", 1000));
        var run = Run(tester.Sandbox.Branches.Head.Sha) with
        {
            Summary = lines,
            Text = lines,
            Annotations = [new("a.yml", 1, 1, AnnotationLevel.Failure, new string('t', 254) + "💥", new string('m', 100_000))],
        };

        await tester.Client.Checks.PublishAsync(tester.Repository, run, Cancellation);

        var check = Assert.Single(tester.Sandbox.Checks);
        Assert.EndsWith("wanted to know.\n\nThe rest is left out: GitHub shows no more than 65,535 characters here.", check.Summary, StringComparison.Ordinal);
        Assert.Equal(check.Summary, check.Text);
        Assert.InRange(check.Summary!.Length, 65_400, 65_535);
        Assert.Equal(new string('t', 254), check.Annotations[0].Title);
        Assert.Equal(20_000, check.Annotations[0].Message.Length);
    }

    [Fact]
    public void A_text_that_fits_is_left_alone() => Assert.Equal(new string('x', 65_535), CheckWire.Cut(new string('x', 65_535)));

    [Fact]
    public void A_code_block_that_is_cut_is_closed()
    {
        var cut = CheckWire.Cut($"Before\n```yaml\n{string.Concat(Enumerable.Repeat("key: value\r\n", 7000))}```\n");

        Assert.EndsWith("key: value\n```\n\nThe rest is left out: GitHub shows no more than 65,535 characters here.", cut, StringComparison.Ordinal);
        Assert.InRange(cut.Length, 65_500, 65_535);
    }

    [Fact]
    public void A_line_without_an_end_is_cut_between_characters()
    {
        var cut = CheckWire.Cut(string.Concat(Enumerable.Repeat("💥", 40_000)));

        Assert.InRange(cut.Length, 65_500, 65_535);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(cut)));
    }

    [Fact]
    public async Task Text_that_is_null_is_not_sent()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/check-runs", HttpStatusCode.Created, """{"id":1}""");

        await tester.Checks.PublishAsync(GitHubTester.Repository(), Run("c0ffee"), Cancellation);

        Assert.Equal(
            """{"name":"hotfix/config","head_sha":"c0ffee","status":"completed","conclusion":"action_required","output":{"title":"The title","summary":"The summary","annotations":[]}}""",
            JsonNode.Parse(tester.GitHub.Requests[^1].Body)!.ToJsonString());
    }

    private static CheckRun Run(string commit) => new(Name, commit, CheckConclusion.ActionRequired, "The title", "The summary", null, []);

    private static CheckRun Annotated(CheckRun run, int count) =>
        run with { Annotations = [.. Enumerable.Range(1, count).Select(line => new Annotation(WatchedFiles.Config, line, 1, AnnotationLevel.Notice, "Title", "Message"))] };
}
