using System.Net;
using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class PullRequestOpeningTests
{
    private const string Pulls = "POST /repos/octo/app/pulls";

    private const string Opened = """
        {"number":8,"state":"open","draft":true,"updated_at":"2026-11-20T10:00:00Z","merge_commit_sha":"try","head":{"ref":"fix","sha":"c1","repo":{"id":905}},"base":{"ref":"main","sha":"c0","repo":{"id":905}}}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_opened_once_and_read_closed_and_opened_again()
    {
        await using var tester = await CodeTester.StartAsync();
        var (commit, _) = tester.Sandbox.Push("hotfix/v1.0.1", "a.txt", "1");

        var opened = await OpenAsync(tester, "hotfix/v1.0.1");
        var pull = tester.Sandbox.FindPull(opened.Number)!;

        Assert.Equal(new PullRequest(1, PullState.Draft, "hotfix/v1.0.1", commit.Sha, "main", false, null, null, opened.UpdatedAt), opened);
        Assert.Equal(("[HOTFIX] It crashes", "Body", true), (pull.Issue.Title, pull.Issue.Body, pull.IsDraft));
        Assert.Equal(opened, await OpenAsync(tester, "hotfix/v1.0.1"));
        Assert.Equal(3, tester.Calls.Count());
        Assert.Equal(opened, await ReadAsync(tester, 1));

        await tester.Client.PullRequests.SetOpenAsync(tester.Repository, 1, false, Cancellation);
        await tester.Client.PullRequests.SetOpenAsync(tester.Repository, 1, false, Cancellation);
        Assert.Equal(PullState.Closed, (await ReadAsync(tester, 1))?.State);

        await tester.Client.PullRequests.SetOpenAsync(tester.Repository, 1, true, Cancellation);
        await tester.Client.PullRequests.SetOpenAsync(tester.Repository, 1, true, Cancellation);
        Assert.Equal(PullState.Draft, (await ReadAsync(tester, 1))?.State);
    }

    [Fact]
    public async Task Ready_and_merged_are_told_and_what_it_became()
    {
        await using var tester = await CodeTester.StartAsync();
        var (pull, _, _) = tester.Sandbox.OpenPull("fix", new Dictionary<string, string?> { ["a.txt"] = "1" });
        Assert.Equal((PullState.Open, null), (await ReadAsync(tester, 1)) is { } open ? (open.State, open.MergeCommit) : default);

        var (merged, _) = pull.Merge();

        var after = await ReadAsync(tester, 1);
        Assert.Equal((PullState.Merged, merged.Sha), (after?.State, after?.MergeCommit));
        Assert.NotNull(after?.MergedAt);
        Assert.Null(await ReadAsync(tester, 2));
    }

    [Fact]
    public async Task Nothing_between_the_branches_is_a_sentence_after_the_last_try()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.CreateBranch("hotfix/v1.0.1");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(tester, "hotfix/v1.0.1"));

        Assert.Equal((422, "There is nothing to open a pull request for in acme/extension: hotfix/v1.0.1 has no commit that main does not have."), (refusal.Status, refusal.Message));
        Assert.Equal(2, tester.Calls.Count()); // the tester has one pause
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, """{"message":"Not Found"}""")]
    [InlineData(HttpStatusCode.UnprocessableEntity, """{"message":"Validation Failed","errors":[{"resource":"PullRequest","code":"custom","message":"No commits between main and fix"}]}""")]
    [InlineData(HttpStatusCode.UnprocessableEntity, """{"message":"Validation Failed","errors":[{"resource":"PullRequest","field":"head","code":"invalid"}]}""")]
    public async Task A_branch_that_GitHub_does_not_see_yet_is_waited_for(HttpStatusCode status, string body)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Pulls, status, body, times: 3);
        tester.GitHub.Answer(Pulls, HttpStatusCode.Created, Opened);

        Assert.Equal(8, (await tester.PassAsync(OpenAsync(tester))).Number);

        Assert.Equal(4, tester.GitHub.Calls.Count());
        Assert.True(tester.Time.GetUtcNow() - GitHubTester.Start >= TimeSpan.FromSeconds(1 + 2 + 4));
    }

    [Fact]
    public async Task But_not_for_ever()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Pulls, HttpStatusCode.NotFound, """{"message":"Not Found"}""", times: 9);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.PassAsync(OpenAsync(tester)));

        Assert.Equal("GitHub finds nothing, or nothing that the App may see, to open a pull request from fix to main in octo/app (404: Not Found).", refusal.Message);
        Assert.Equal(4, tester.GitHub.Calls.Count());
    }

    [Fact]
    public async Task Where_the_plan_has_no_drafts_it_is_opened_ready()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Pulls, HttpStatusCode.UnprocessableEntity, """{"message":"Draft pull requests are not supported in this repository."}""");
        tester.GitHub.Answer(Pulls, HttpStatusCode.Created, Opened.Replace("true", "false", StringComparison.Ordinal));

        Assert.Equal(new PullRequest(8, PullState.Open, "fix", "c1", "main", false, null, null, GitHubTester.Start), await OpenAsync(tester));
        Assert.Equal(
            ["""{"title":"T","head":"fix","base":"main","body":"B","draft":true}""", """{"title":"T","head":"fix","base":"main","body":"B","draft":false}"""],
            tester.GitHub.Requests.Where(request => request.Uri.AbsolutePath.EndsWith("/pulls", StringComparison.Ordinal)).Select(request => request.Body));
    }

    [Fact]
    public async Task Another_repositorys_pull_request_or_another_branchs_is_not_ours()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Pulls, HttpStatusCode.UnprocessableEntity, """{"message":"Validation Failed","errors":[{"resource":"PullRequest","code":"custom","message":"A pull request already exists for octo:fix."}]}""");
        tester.GitHub.Answer("GET /repos/octo/app/pulls?state=open&head=octo%3Afix&base=main&per_page=100", HttpStatusCode.OK, $$"""
            [{{Opened.Replace("\"ref\":\"fix\"", "\"ref\":\"fix2\"", StringComparison.Ordinal)}},{{Opened.Replace("{\"id\":905}},\"base\"", "null},\"base\"", StringComparison.Ordinal)}}]
            """);

        Assert.Equal("GitHub says that there is a pull request from fix to main in octo/app, and does not find it.", (await Assert.ThrowsAsync<UnavailableException>(() => OpenAsync(tester))).Message);
    }

    [Fact]
    public async Task What_was_sent_and_not_answered_is_not_sent_again()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Pulls, HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<UnavailableException>(() => OpenAsync(tester));
        Assert.Single(tester.GitHub.Calls);
    }

    [Theory]
    [InlineData("""{"id":906}""", true)]
    [InlineData("null", true)]
    [InlineData("""{"id":905}""", false)]
    public async Task A_branch_of_another_repository_is_told_as_such(string repository, bool isFromFork)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/pulls/8", HttpStatusCode.OK, Opened.Replace("{\"id\":905}},\"base\"", $"{repository}}},\"base\"", StringComparison.Ordinal));

        Assert.Equal(isFromFork, (await tester.PullRequests.ReadAsync(GitHubTester.Repository(), 8, Cancellation))?.IsFromFork);
    }

    private static Task<PullRequest> OpenAsync(CodeTester tester, string head) =>
        tester.Client.PullRequests.OpenDraftAsync(tester.Repository, "[HOTFIX] It crashes", "Body", head, "main", Cancellation);

    private static Task<PullRequest> OpenAsync(GitHubTester tester) => tester.PullRequests.OpenDraftAsync(GitHubTester.Repository(), "T", "B", "fix", "main", Cancellation);

    private static Task<PullRequest?> ReadAsync(CodeTester tester, int number) => tester.Client.PullRequests.ReadAsync(tester.Repository, number, Cancellation);
}
