using System.Net;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

/// <summary>Answers to commands: posted, found, folded away; and the signs on what they answer.</summary>
public sealed class AnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_posted_found_by_its_marker_and_folded_away()
    {
        await using var tester = await CodeTester.StartAsync();
        var (issue, _) = tester.Sandbox.File("It crashes", null);
        var id = new IssueId(tester.Repository, issue.Number);

        var posted = await tester.Client.Issues.PostAnswerAsync(id, "<!-- hotfix:why -->\nBecause.", Cancellation);
        var comment = Assert.Single(issue.Comments);

        Assert.Equal(new PostedComment(new(comment.Id), comment.NodeId), posted);
        Assert.Equal(posted, await tester.Client.Issues.FindAnswerAsync(id, "<!-- hotfix:why -->", Cancellation));
        Assert.Null(await tester.Client.Issues.FindAnswerAsync(id, "<!-- hotfix:help -->", Cancellation));

        await tester.Client.Issues.MinimizeAsync(tester.Repository, posted.Node, Cancellation);
        await tester.Client.Issues.MinimizeAsync(tester.Repository, posted.Node, Cancellation);
        Assert.True(comment.Minimized);

        await tester.Client.Issues.DeleteCommentAsync(id, posted.Comment, Cancellation);
        await tester.Client.Issues.MinimizeAsync(tester.Repository, posted.Node, Cancellation);
    }

    [Theory]
    [InlineData("FORBIDDEN", "Resource not accessible by integration", 403)]
    [InlineData("UNPROCESSABLE", "Abuse cannot be reported", 422)]
    public async Task An_error_of_GraphQL_is_an_error_although_it_comes_with_200(string type, string message, int status)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("POST /graphql", HttpStatusCode.OK, $$"""{"data":{"minimizeComment":null},"errors":[{"type":"NOT_FOUND","message":"Gone"},{"type":"{{type}}","message":"{{message}}"}]}""");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.Issues.MinimizeAsync(GitHubTester.Repository(), "IC_1", Cancellation));

        Assert.Equal((status, $"GitHub refused to fold a comment of octo/app away ({type} {message})."), (refusal.Status, refusal.Message));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"errors":[{"message":"Something went wrong while executing your query."}]}""")]
    [InlineData(HttpStatusCode.OK, """{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}""")]
    [InlineData(HttpStatusCode.OK, "<html>")]
    [InlineData(HttpStatusCode.BadGateway, "<html>")]
    public async Task GitHubs_own_failure_is_an_outage(HttpStatusCode status, string body)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("POST /graphql", status, body);

        await Assert.ThrowsAsync<UnavailableException>(() => tester.Issues.MinimizeAsync(GitHubTester.Repository(), "IC_1", Cancellation));
    }

    [Fact]
    public async Task What_is_sent_is_a_mutation_with_the_comment_for_its_variable()
    {
        using var tester = new GitHubTester(root: "https://ghes.example/api/v3");
        tester.GitHub.Answer("POST /api/graphql", HttpStatusCode.OK, """{"data":{}}""");

        await tester.Issues.MinimizeAsync(GitHubTester.Repository(), "IC_\"1", Cancellation);

        Assert.Equal(
            """{"query":"mutation($id:ID!){minimizeComment(input:{subjectId:$id,classifier:OUTDATED}){minimizedComment{isMinimized}}}","variables":{"id":"IC_\u00221"}}""", tester.GitHub.Requests[^1].Body);
    }

    [Theory]
    [InlineData(nameof(Reaction.Eyes), "eyes")]
    [InlineData(nameof(Reaction.Rocket), "rocket")]
    [InlineData(nameof(Reaction.Confused), "confused")]
    public async Task A_sign_is_put_on_a_comment_once(string reaction, string content)
    {
        await using var tester = await CodeTester.StartAsync();
        var (issue, _) = tester.Sandbox.File("It crashes", null);
        var id = new IssueId(tester.Repository, issue.Number);
        var comment = await tester.Client.Issues.PostCommentAsync(id, "/hotfix why", Cancellation);

        await tester.Client.Issues.ReactAsync(id, comment, Enum.Parse<Reaction>(reaction), Cancellation);
        await tester.Client.Issues.ReactAsync(id, comment, Enum.Parse<Reaction>(reaction), Cancellation);

        Assert.Equal([content], Assert.Single(issue.Comments).Reactions.Select(put => put.Content));
    }

    [Fact]
    public async Task A_comment_that_is_gone_gets_none_and_that_is_no_error()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.File("It crashes", null);

        await tester.Client.Issues.ReactAsync(new(tester.Repository, 1), new(12345), Reaction.Eyes, Cancellation);

        Assert.EndsWith(" 404", Assert.Single(tester.Calls), StringComparison.Ordinal);
    }
}
