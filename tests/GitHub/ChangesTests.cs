using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

/// <summary>What changed is read by time, page after page, and told as a webhook that our own parser understands.</summary>
public sealed class ChangesTests : IDisposable
{
    private const string Issues = "GET /repos/octo-org/beta/issues?state=all&since=2026-11-10T00:00:00Z&sort=updated&direction=asc&per_page=100";

    private static readonly DateTimeOffset Since = new(2026, 11, 10, 0, 0, 0, TimeSpan.Zero);
    private static readonly Repository Beta = new(5, 42, "octo-org", "beta");
    private static readonly AppIdentity Us = new(77, "hotfix");

    private readonly GitHubTester tester = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => tester.Dispose();

    [Fact]
    public async Task An_issue_is_told_as_opened_or_as_edited_and_a_pull_request_not_at_all()
    {
        tester.GitHub.Answer(Issues, HttpStatusCode.OK, $"[{Issue(7, "2026-11-01T00:00:00Z", "2026-11-11T00:00:00Z")},{Issue(8, "2026-11-12T00:00:00Z", "2026-11-12T00:00:00Z")},{Issue(9, "2026-11-12T00:00:00Z", "2026-11-13T00:00:00Z", ",\"pull_request\":{\"url\":\"x\"}")}]");

        var found = await tester.Changes.IssuesAsync(Beta, Since, Since, Cancellation).ToListAsync(Cancellation);

        Assert.Equal([($"listed-issue-42-7-{Since.AddDays(1).UtcTicks:D19}", false), ($"listed-issue-42-8-{Since.AddDays(2).UtcTicks:D19}", true)], found.Where(change => !change.IsNothing).Select(change => (change.Id, change.IsNew)));
        var edited = Assert.IsType<IssueEdited>(Parse(found[0]));
        Assert.Equal(("It crashes", new IssueId(Beta, 7), "reporter"), (edited.Issue.Report.Title, edited.Issue.Id, edited.Issue.Author.Login));
        Assert.IsType<IssueOpened>(Parse(found[1]));
    }

    [Fact]
    public async Task A_page_of_nothing_to_be_told_says_how_far_it_is()
    {
        const string Pull = ",\"pull_request\":{\"url\":\"x\"}";
        tester.GitHub.Answer(Issues, HttpStatusCode.OK, $"[{Issue(8, "2026-11-12T00:00:00Z", "2026-11-12T00:00:00Z", Pull)},{Issue(9, "2026-11-12T00:00:00Z", "2026-11-13T00:00:00Z", Pull)}]");
        tester.GitHub.Answer(
            "GET /repos/octo-org/beta/issues/comments?since=2026-11-10T00:00:00Z&sort=updated&direction=asc&per_page=100",
            HttpStatusCode.OK,
            $"[{Comment(3, "2026-11-12T00:00:00Z", "ours", ",\"performed_via_github_app\":{\"id\":77}")}]");

        var change = Assert.Single(await tester.Changes.IssuesAsync(Beta, Since, Since, Cancellation).ToListAsync(Cancellation));
        var comment = Assert.Single(await tester.Changes.CommentsAsync(Beta, Since, Cancellation).ToListAsync(Cancellation));

        Assert.Equal((true, Since.AddDays(3)), (change.IsNothing, change.UpdatedAt));
        Assert.Equal((true, Since.AddDays(2)), (comment.IsNothing, comment.UpdatedAt));
    }

    [Fact]
    public async Task A_page_begins_where_the_last_ended_so_that_what_changes_meanwhile_pushes_nothing_out()
    {
        var link = ("Link", "<https://api.github.com/repositories/42/issues?page=2>; rel=\"next\"");
        tester.GitHub.Answer(Issues, HttpStatusCode.OK, $"[{Issue(1, "2026-11-11T00:00:00Z", "2026-11-11T00:00:00Z")},{Issue(2, "2026-11-11T00:00:00Z", "2026-11-12T00:00:00Z")}]", 1, link);
        tester.GitHub.Answer(Issues.Replace("11-10", "11-12", StringComparison.Ordinal), HttpStatusCode.OK, $"[{Issue(2, "2026-11-11T00:00:00Z", "2026-11-12T00:00:00Z")},{Issue(3, "2026-11-11T00:00:00Z", "2026-11-12T00:00:00Z")}]", 1, link);
        tester.GitHub.Answer("GET /repositories/42/issues?page=2", HttpStatusCode.OK, $"[{Issue(4, "2026-11-11T00:00:00Z", "2026-11-12T00:00:00Z")}]");

        var found = await tester.Changes.IssuesAsync(Beta, Since, Since, Cancellation).Select(change => change.Number).ToListAsync(Cancellation);

        Assert.Equal([1, 2, 3, 4], found);
    }

    [Fact]
    public async Task A_comment_is_told_as_posted_and_one_that_was_edited_since_as_an_edit_that_changed_nothing()
    {
        tester.GitHub.Answer(
            "GET /repos/octo-org/beta/issues/comments?since=2026-11-10T00:00:00Z&sort=updated&direction=asc&per_page=100",
            HttpStatusCode.OK,
            $"[{Comment(1, "2026-11-11T00:00:00Z", "/hotfix start")},{Comment(2, "2026-11-12T00:00:00Z", "/hotfix start")},{Comment(3, "2026-11-12T00:00:00Z", "ours", ",\"performed_via_github_app\":{\"id\":77}")}]");
        tester.GitHub.Answer("GET /repos/octo-org/beta/issues/7", HttpStatusCode.OK, Issue(7, "2026-11-01T00:00:00Z", "2026-11-11T00:00:00Z"), 2);

        var found = await tester.Changes.CommentsAsync(Beta, Since, Cancellation).ToListAsync(Cancellation);
        var told = new[] { await tester.Changes.TellAsync(Beta, found[0], Cancellation), await tester.Changes.TellAsync(Beta, found[1], Cancellation) };

        Assert.Equal([1, 2], found.Where(comment => !comment.IsNothing).Select(comment => comment.Comment.Value));
        var posted = Assert.IsType<CommentPosted>(Parse(told[0]!));
        Assert.Equal(("/hotfix start", "maintainer", 7, new CommentId(1)), (posted.Body, posted.Author.Login, posted.Issue.Id.Number, posted.Comment));
        var edited = Assert.IsType<CommentEdited>(Parse(told[1]!));
        Assert.Equal(edited.Body, edited.Before);
        Assert.Equal("listed-comment-42-1", told[0]!.Id);
    }

    [Fact]
    public async Task Of_pages_full_of_pull_requests_the_last_of_each_is_named_and_the_next_begins_there()
    {
        const string Pull = ",\"pull_request\":{\"url\":\"x\"}";
        var link = ("Link", "<https://api.github.com/repositories/42/issues?page=2>; rel=\"next\"");
        tester.GitHub.Answer(Issues, HttpStatusCode.OK, Page(1, 100, 10), 1, link);
        tester.GitHub.Answer(Issues.Replace("11-10T00:00:00Z", "11-10T01:39:00Z", StringComparison.Ordinal), HttpStatusCode.OK, Page(100, 100, 10), 1, link);
        tester.GitHub.Answer(Issues.Replace("11-10T00:00:00Z", "11-10T03:18:00Z", StringComparison.Ordinal), HttpStatusCode.OK, Page(199, 3, 10));

        var found = await tester.Changes.IssuesAsync(Beta, Since, Since, Cancellation).ToListAsync(Cancellation);

        Assert.Equal([(100, true), (199, true), (201, true)], found.Select(change => (change.Number, change.IsNothing)));
        Assert.Equal(3, tester.GitHub.Calls.Count());

        static string Page(int first, int count, int day) =>
            $"[{string.Join(',', Enumerable.Range(first, count).Select(number => Issue(number, "2026-11-01T00:00:00Z", $"{new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.Zero).AddMinutes(number - 1):yyyy-MM-ddTHH:mm:ssZ}", Pull)))}]";
    }

    [Theory]
    [InlineData("open", "", nameof(PullChange.Content), "ghost")]
    [InlineData("closed", ",\"merged\":true,\"merged_by\":{\"login\":\"maintainer\",\"type\":\"User\"}", nameof(PullChange.State), "maintainer")]
    [InlineData("closed", ",\"merged\":true,\"merged_by\":{\"login\":\"hotfix[bot]\",\"type\":\"Bot\"}", nameof(PullChange.State), "ghost")]
    [InlineData("closed", ",\"merged\":false,\"merged_by\":null", nameof(PullChange.State), "ghost")]
    public async Task A_pull_request_is_told_as_pushed_to_or_as_closed_by_whom_GitHub_names(string state, string more, string told, string by)
    {
        tester.GitHub.Answer("GET /repos/octo-org/beta/pulls/9", HttpStatusCode.OK, Pull(state, more));

        var change = (await tester.Changes.PullAsync(Beta, 9, Cancellation))!;

        Assert.Equal(($"listed-pull-42-9-{Since.AddDays(2).UtcTicks:D19}", Since.AddDays(2)), (change.Id, change.UpdatedAt));
        var changed = Assert.IsType<PullRequestChanged>(Parse(change));
        Assert.Equal((9, "abc", told, by, "release/v1.0.0"), (changed.Number, changed.Commit, $"{changed.Change}", changed.By.Login, changed.Base));
    }

    [Fact]
    public async Task A_pull_request_that_is_gone_is_not_told()
    {
        tester.GitHub.Answer("GET /repos/octo-org/beta/pulls/9", HttpStatusCode.NotFound, """{"message":"Not Found"}""");

        Assert.Null(await tester.Changes.PullAsync(Beta, 9, Cancellation));
    }

    [Fact]
    public async Task Suspended_installations_and_archived_repositories_are_left_out()
    {
        tester.GitHub.Answer("GET /app/installations?per_page=100", HttpStatusCode.OK, """[{"id":9,"suspended_at":null},{"id":5},{"id":7,"suspended_at":"2026-11-01T00:00:00Z"}]""");
        tester.GitHub.Answer(
            "GET /installation/repositories?per_page=100",
            HttpStatusCode.OK,
            """{"total_count":2,"repositories":[{"id":42,"name":"beta","owner":{"login":"octo-org"},"archived":false,"disabled":false},{"id":43,"name":"old","owner":{"login":"octo-org"},"archived":true}]}""");

        Assert.Equal([5, 9], await tester.Changes.InstallationsAsync(Cancellation));
        Assert.Equal([Beta], await tester.Changes.RepositoriesAsync(5, Cancellation).ToListAsync(Cancellation));
    }

    private static GitHubEvent? Parse(Change change) => new GitHubWebhooks(77).Parse(change.Event, change.Payload.Span, Us);

    private static string Pull(string state, string more) =>
        $$"""{"id":900,"number":9,"state":"{{state}}","draft":false,"title":"Mend it","body":"","user":{"login":"contributor","type":"User"},"head":{"ref":"hotfix/v1.0.1/a","sha":"abc"},"base":{"ref":"release/v1.0.0","sha":"def"},"created_at":"2026-11-01T00:00:00Z","updated_at":"2026-11-12T00:00:00Z"{{more}}}""";

    private static string Issue(int number, string created, string updated, string more = "") =>
        $$"""{"id":{{number}}00,"number":{{number}},"title":"It crashes","body":"Always","state":"open","user":{"login":"reporter","type":"User"},"labels":[],"assignees":[],"created_at":"{{created}}","updated_at":"{{updated}}"{{more}}}""";

    private static string Comment(int id, string updated, string body, string more = "") => new JsonObject
    {
        ["id"] = id,
        ["issue_url"] = "https://api.github.com/repos/octo-org/beta/issues/7",
        ["body"] = body,
        ["user"] = new JsonObject { ["login"] = "maintainer", ["type"] = "User" },
        ["created_at"] = "2026-11-11T00:00:00Z",
        ["updated_at"] = updated,
    }.ToJsonString().TrimEnd('}') + more + "}";
}
