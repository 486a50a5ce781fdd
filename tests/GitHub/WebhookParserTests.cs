using System.Text;
using Hotfix.Domain;
using Hotfix.GitHub;

namespace Hotfix.Tests.GitHub;

public sealed class WebhookParserTests
{
    private static readonly AppIdentity Self = new(1, "hotfix-test");

    [Fact]
    public void Reads_the_fields_it_needs_and_no_more() => Assert.Equal(
        new IssueLabeled(
            new(new(new(5, 42, "acme", "extension"), 3), new("octocat", false), new("Title", "Body"), ["bug", "P1"], true, DateTimeOffset.UnixEpoch.AddSeconds(90), [], DateTimeOffset.UnixEpoch.AddSeconds(90)),
            "bug",
            default(Actor) with { Login = "" }),
        Parse("""{"action":"labeled","label":{"name":"bug"},"issue":{"user":{"login":"octocat","type":"User"},"title":"Title","body":"Body","labels":[{"name":"bug"},null,{"name":"P1"}],"updated_at":"1970-01-01T00:01:30Z"}}"""));

    [Fact]
    public void Takes_a_body_that_is_null_and_a_time_in_seconds() => Assert.Equal(
        new IssueOpened(new(new(new(5, 42, "acme", "extension"), 3), new("", false), new("", ""), [], true, DateTimeOffset.UnixEpoch.AddSeconds(90), [], DateTimeOffset.UnixEpoch.AddSeconds(90))),
        Parse("""{"action":"opened","issue":{"body":null,"updated_at":90}}"""));

    [Fact]
    public void Reads_who_is_responsible_since_when_it_is_open_and_who_did_it()
    {
        var issue = new IssueSnapshot(
            new(new(5, 42, "acme", "extension"), 3), new("", false), new("", ""), [], true, DateTimeOffset.UnixEpoch.AddSeconds(90), ["alice", "bob"], DateTimeOffset.UnixEpoch.AddSeconds(30));
        const string Issue = """ "issue":{"created_at":"1970-01-01T00:00:30Z","updated_at":90,"assignees":[{"login":"alice"},null,{"login":"bob"}]},"sender":{"login":"maintainer","type":"User"} """;
        var maintainer = new Actor("maintainer", false);

        Assert.Equal(new IssueAssigned(issue, "bob", maintainer), Parse($$"""{"action":"assigned","assignee":{"login":"bob"},{{Issue}}}"""));
        Assert.Equal(new IssueAssigned(issue, "", maintainer), Parse($$"""{"action":"assigned","assignee":null,{{Issue}}}"""));
        Assert.Equal(new IssueUnassigned(issue, "carol", maintainer), Parse($$"""{"action":"unassigned","assignee":{"login":"carol"},{{Issue}}}"""));
        Assert.Equal(new IssueClosed(issue, maintainer), Parse($$"""{"action":"closed",{{Issue}}}"""));
    }

    [Theory]
    [InlineData("OWNER", true)]
    [InlineData("MEMBER", true)]
    [InlineData("COLLABORATOR", true)]
    [InlineData("CONTRIBUTOR", false)]
    [InlineData("NONE", false)]
    [InlineData("SOMETHING_NEW", false)]
    public void A_comment_says_whether_the_team_wrote_it_and_when(string association, bool isByTeam) => Assert.Equal(
        (isByTeam, DateTimeOffset.UnixEpoch.AddSeconds(60)),
        Parse($$$"""{"action":"created","comment":{"id":9,"body":"Hello","author_association":"{{{association}}}","created_at":"1970-01-01T00:01:00Z"},"issue":{"updated_at":90}}""", "issue_comment") is CommentPosted comment ? (comment.IsByTeam, comment.At) : default);

    [Fact]
    public void A_comment_without_a_time_was_written_when_the_issue_changed() => Assert.Equal(
        (false, DateTimeOffset.UnixEpoch.AddSeconds(90)),
        Parse("""{"action":"created","comment":{"id":9},"issue":{"updated_at":90}}""", "issue_comment") is CommentPosted comment ? (comment.IsByTeam, comment.At) : default);

    [Fact]
    public void An_edited_comment_says_what_it_said_before_and_who_edited_it()
    {
        const string Json = """{"action":"edited","comment":{"id":9,"body":"/hotfix why","user":{"login":"bob","type":"User"},"updated_at":60},"changes":{"body":{"from":"Why?"}},"issue":{"updated_at":90},"sender":{"login":"alice","type":"User"}}""";
        var issue = new IssueSnapshot(new(new(5, 42, "acme", "extension"), 3), new("", false), new("", ""), [], true, DateTimeOffset.UnixEpoch.AddSeconds(90), [], DateTimeOffset.UnixEpoch.AddSeconds(90));

        Assert.Equal(new CommentEdited(issue, new(9), new("bob", false), new("alice", false), "/hotfix why", "Why?", DateTimeOffset.UnixEpoch.AddSeconds(60)), Parse(Json, "issue_comment"));
        Assert.Null(Parse(Json.Replace("""{"from":"Why?"}""", "null", StringComparison.Ordinal), "issue_comment"));
        Assert.Null(Parse(Json.Replace("edited", "pinned", StringComparison.Ordinal), "issue_comment"));
    }

    [Fact]
    public void A_comment_has_its_number()
    {
        Assert.Equal(new CommentId(9), Assert.IsType<CommentPosted>(Parse("""{"action":"created","comment":{"id":9},"issue":{"updated_at":90}}""", "issue_comment")).Comment);
        Assert.Equal(new CommentId(9), Assert.IsType<CommentDeleted>(Parse("""{"action":"deleted","comment":{"id":9},"issue":{"updated_at":90}}""", "issue_comment")).Comment);
    }

    [Theory]
    [InlineData("""{"action":"opened","issue":{"pull_request":{"url":"…"}}}""")]
    [InlineData("""{"action":"pinned","issue":{}}""")]
    [InlineData("""{"action":"labeled","issue":{}}""")]
    [InlineData("""{"issue":{}}""")]
    [InlineData("""{"action":"opened","issue":{},"sender":{"login":"Hotfix-Test[bot]","type":"Bot"}}""")]
    public void What_is_not_ours_is_nothing(string json) => Assert.Null(Parse(json));

    [Fact]
    public void A_person_with_a_similar_name_is_not_this_app() =>
        Assert.NotNull(Parse("""{"action":"opened","issue":{},"sender":{"login":"hotfix-test","type":"User"}}"""));

    [Theory]
    [InlineData("", "The body is not the JSON of a webhook: at $, line 1.")]
    [InlineData("[]", "The body is not the JSON of a webhook: at $, line 1.")]
    [InlineData("null", "The body is not the JSON of a webhook: at $, line 1.")]
    [InlineData("{\n\"action\": 7}", "The body is not the JSON of a webhook: at $.action, line 2.")]
    public void Says_where_a_body_is_no_webhook(string body, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<FormatException>(() => new GitHubWebhooks(1).Address("issues", Encoding.UTF8.GetBytes(body))).Message);

    [Theory]
    [InlineData("""{"repository":{"id":42},"issue":{"number":3},"installation":{"id":5}}""", "issue-42-3")]
    [InlineData("""{"repository":{"id":42},"installation":{"id":5}}""", "repository-42")]
    [InlineData("""{"installation":{"id":5}}""", "installation-5")]
    [InlineData("""{}""", "app")]
    public void Names_what_belongs_together(string json, string key) => Assert.Equal(key, new GitHubWebhooks(1).Address("issues", Encoding.UTF8.GetBytes(json)).Key);

    private static GitHubEvent? Parse(string json, string name = "issues")
    {
        var whole = json.Replace("\"issue\":{", "\"installation\":{\"id\":5},\"repository\":{\"id\":42,\"name\":\"extension\",\"owner\":{\"login\":\"acme\"}},\"issue\":{\"number\":3,", StringComparison.Ordinal)
            .Replace(",}", "}", StringComparison.Ordinal);

        return new GitHubWebhooks(1).Parse(name, Encoding.UTF8.GetBytes(whole), Self);
    }
}
