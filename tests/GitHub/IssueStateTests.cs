using System.Net;
using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class IssueStateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(CloseReason.Completed), "completed")]
    [InlineData(nameof(CloseReason.NotPlanned), "not_planned")]
    [InlineData(nameof(CloseReason.Duplicate), "duplicate")]
    public async Task An_issue_is_closed_for_a_reason_and_opened_again(string reason, string word)
    {
        await using var tester = await CodeTester.StartAsync();
        var (issue, _) = tester.Sandbox.File("It crashes", null);
        var (other, _) = tester.Sandbox.File("It crashes too", null);
        var id = new IssueId(tester.Repository, issue.Number);

        await tester.Client.Issues.CloseAsync(id, Enum.Parse<CloseReason>(reason), other.Id, Cancellation);
        Assert.Equal(word, issue.StateReason);
        Assert.False((await tester.Client.Issues.FindIssueAsync(id, Cancellation))?.IsOpen);

        await tester.Client.Issues.ReopenAsync(id, Cancellation);
        await tester.Client.Issues.ReopenAsync(id, Cancellation);
        Assert.Null(issue.Closed);
    }

    [Fact]
    public async Task Only_a_duplicate_names_another_issue()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("PATCH /repos/octo/app/issues/1", HttpStatusCode.OK, times: 3);

        await tester.Issues.CloseAsync(GitHubTester.Issue(), CloseReason.Duplicate, 5_000_000_001, Cancellation);
        await tester.Issues.CloseAsync(GitHubTester.Issue(), CloseReason.NotPlanned, 5_000_000_001, Cancellation);
        await tester.Issues.ReopenAsync(GitHubTester.Issue(), Cancellation);

        Assert.Equal(
            [
                """{"state":"closed","state_reason":"duplicate","duplicate_issue_id":5000000001}""",
                """{"state":"closed","state_reason":"not_planned"}""",
                """{"state":"open","state_reason":"reopened"}""",
            ],
            tester.GitHub.Requests.Skip(1).Select(request => request.Body));
    }

    [Fact]
    public async Task An_issue_and_a_pull_request_are_found_by_their_number()
    {
        await using var tester = await CodeTester.StartAsync();
        var (issue, _) = tester.Sandbox.File("It crashes", null);
        var (pull, _, _) = tester.Sandbox.OpenPull("fix", new Dictionary<string, string?> { ["a.txt"] = "1" });

        Assert.Equal(new FoundIssue(issue.Id, 1, true, false), await FindAsync(tester, 1));
        Assert.Equal(new FoundIssue(pull.Issue.Id, 2, true, true), await FindAsync(tester, 2));
        Assert.Null(await FindAsync(tester, 3));
    }

    [Fact]
    public async Task One_that_was_transferred_is_not_here()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/repos/octo/app/issues/1", HttpStatusCode.MovedPermanently, "", 1, ("Location", "https://api.github.com/repositories/12/issues/34"));
        tester.GitHub.Answer("/repositories/12/issues/34", HttpStatusCode.OK, """{"id":9,"number":34,"state":"open"}""");

        Assert.Null(await tester.Issues.FindIssueAsync(GitHubTester.Issue(), Cancellation));
    }

    private static Task<FoundIssue?> FindAsync(CodeTester tester, int number) => tester.Client.Issues.FindIssueAsync(new(tester.Repository, number), Cancellation);
}
