using System.Net;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class CommentTests : IDisposable
{
    private const string Marker = "<!-- hotfix:card -->";

    private readonly GitHubTester tester = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_posted_read_edited_and_deleted()
    {
        var comment = await tester.PostAsync("größer 🚀 <b>\n");
        Assert.Equal("größer 🚀 <b>\n", await tester.ReadAsync(comment));

        Assert.True(await tester.Issues.EditCommentAsync(GitHubTester.Issue(), comment, "edited", Cancellation));
        Assert.Equal("edited", await tester.ReadAsync(comment));

        await tester.Issues.DeleteCommentAsync(GitHubTester.Issue(), comment, Cancellation);
        Assert.Empty(tester.GitHub.Issues.Comments);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task One_that_is_gone_is_said_to_be_gone(HttpStatusCode status)
    {
        tester.GitHub.Answer("/issues/comments/9", status, times: 3);

        Assert.Null(await tester.ReadAsync(new(9)));
        Assert.False(await tester.Issues.EditCommentAsync(GitHubTester.Issue(), new(9), "edited", Cancellation));
        await tester.Issues.DeleteCommentAsync(GitHubTester.Issue(), new(9), Cancellation);
    }

    [Fact]
    public async Task Commenting_on_an_issue_that_is_gone_is_a_refusal()
    {
        tester.GitHub.Answer("POST /repos", HttpStatusCode.Gone, """{"message":"Issues are disabled for this repo"}""");

        Assert.Equal(410, (await Assert.ThrowsAsync<RefusedException>(() => tester.PostAsync())).Status);
    }

    [Fact]
    public async Task Is_found_by_its_marker_on_any_page()
    {
        for (var number = 0; number < 230; number++)
        {
            tester.GitHub.Issues.AddComment($"comment {number}", "octocat");
        }

        var ours = tester.GitHub.Issues.AddComment($"{Marker}\nP1", "hotfix[bot]");

        Assert.Equal(new CommentId(ours), await FindAsync());
        Assert.Equal(3, tester.GitHub.Calls.Count(call => call.Contains("/comments?per_page=100", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Is_ours_only_when_our_App_wrote_it()
    {
        tester.GitHub.Issues.AddComment($"{Marker} by a stranger", "octocat");
        tester.GitHub.Issues.AddComment($"{Marker} by another App", "other[bot]", app: 78);
        tester.GitHub.Issues.AddComment("ours without the marker", "hotfix[bot]", app: 77);
        Assert.Null(await FindAsync());

        var ours = tester.GitHub.Issues.AddComment($"{Marker} ours", "renamed[bot]", app: 77);
        Assert.Equal(new CommentId(ours), await FindAsync());
    }

    [Fact]
    public async Task Not_being_able_to_look_is_not_told_as_not_there()
    {
        tester.GitHub.Answer("/comments?", HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<RefusedException>(FindAsync);
    }

    [Fact]
    public async Task A_comment_of_a_deleted_account_without_text_is_read_past()
    {
        tester.GitHub.Answer("/comments?", HttpStatusCode.OK, """
            [{"id":1,"body":null,"user":null,"performed_via_github_app":null},{"id":2,"body":"<!-- hotfix:card -->","user":null}]
            """);

        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_a_fault_of_the_caller()
    {
        await tester.PostAsync(new string('x', 65_536));

        await Assert.ThrowsAsync<ArgumentException>(() => tester.PostAsync(new string('x', 65_537)));
        await Assert.ThrowsAsync<ArgumentException>(() => tester.Issues.EditCommentAsync(GitHubTester.Issue(), new(1), new string('x', 65_537), Cancellation));
        Assert.Single(tester.GitHub.Calls);
    }

    public void Dispose() => tester.Dispose();

    private Task<CommentId?> FindAsync() => tester.Issues.FindCommentAsync(GitHubTester.Issue(), Marker, Cancellation);
}
