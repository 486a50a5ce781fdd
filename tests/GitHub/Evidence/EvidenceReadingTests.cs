using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub.Evidence;

namespace Hotfix.Tests.GitHub.Evidence;

/// <summary>GitHub's answers, from which nothing that is left out may look like a good sign.</summary>
public sealed class EvidenceReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("MERGED", false, nameof(PullState.Merged))]
    [InlineData("CLOSED", true, nameof(PullState.Closed))]
    [InlineData("OPEN", true, nameof(PullState.Draft))]
    [InlineData("OPEN", false, nameof(PullState.Open))]
    public void A_pull_request_is_one_of_four_things(string state, bool isDraft, string expected) =>
        Assert.Equal(expected, $"{EvidenceReading.State(Pull($$"""{"state":"{{state}}","isDraft":{{(isDraft ? "true" : "false")}}}"""))}");

    [Fact]
    public void Who_pushed_the_head_is_told_by_a_push_that_led_to_it_and_by_no_other()
    {
        const string Json = """{"headRefOid":"c2","head":{"nodes":[{"commit":{"checkSuites":{"nodes":[null,{"push":null},{"push":{"nextSha":"c1","pusher":{"login":"ana"}}},{"push":{"nextSha":"c2","pusher":{"login":"bo"}}}]}}}]}}""";

        Assert.Equal("bo", EvidenceReading.Pusher(Pull(Json)));
        Assert.Null(EvidenceReading.Pusher(Pull(Json.Replace("\"headRefOid\":\"c2\"", "\"headRefOid\":\"c3\"", StringComparison.Ordinal))));
        Assert.Null(EvidenceReading.Pusher(Pull("{}")));
    }

    [Fact]
    public void Checks_are_required_by_rules_or_by_protection()
    {
        var rules = new RulesNode(new(["build", "test"]), new([null, new(null), new(new([new("test"), new("hotfix/gate"), new(null)]))], null, null));

        Assert.Equal(["build", "test", "hotfix/gate"], EvidenceReading.Required(rules));
        Assert.Equal([], EvidenceReading.Required(null));
    }

    [Fact]
    public void A_file_without_a_path_is_none_and_what_was_done_to_it_is_known()
    {
        Assert.Null(EvidenceReading.File(new(null, "ADDED", 1, 1)));
        Assert.Equal(
            [PathChange.Added, PathChange.Added, PathChange.Removed, PathChange.Renamed, PathChange.Changed, PathChange.Changed],
            "ADDED COPIED DELETED RENAMED MODIFIED CHANGED".Split(' ').Select(change => EvidenceReading.File(new("a", change, 1, 0))!.Change));
    }

    [Fact]
    public void A_commits_people_are_its_authors_and_whoever_committed_it_but_not_GitHub_itself()
    {
        Assert.Equal(new PulledCommit("c1", ["ana", "bo"], false), Commit(new("bo@example.com", User("bo")), User("ana")));
        Assert.Equal(new PulledCommit("c1", ["ana"], false), Commit(new("NoReply@github.com", null), User("ana")));
    }

    [Fact]
    public void Whoever_has_no_account_makes_a_commit_a_strangers()
    {
        Assert.True(Commit(new("bo@example.com", null), User("ana")).HasStranger);
        Assert.True(Commit(new("ana@example.com", User("ana")), User("ana"), null).HasStranger);
        Assert.True(Commit(new("ana@example.com", User("ana"))).HasStranger);
        Assert.True(EvidenceReading.Commit(new(new("c1", new([new(null, User("ana"))], null, 21), null, null, null)))!.HasStranger);
        Assert.Null(EvidenceReading.Commit(new(null)));
    }

    [Fact]
    public void A_review_of_which_nothing_is_said_counts_for_nothing()
    {
        Assert.Equal(new PullReview("ana", false, true, ReviewState.Approved, "c1", "Fine.", Now), EvidenceReading.Review(new("APPROVED", Now, "Fine.", true, User("ana"), new("c1"))));
        Assert.Equal(new PullReview("", true, false, ReviewState.Commented, "", "", default), EvidenceReading.Review(new(null, null, null, null, null, null)));
        Assert.True(EvidenceReading.Review(new("APPROVED", Now, "", true, new("app", "Bot"), new("c1")))!.IsBot);
    }

    [Theory]
    [InlineData("COMPLETED", "SUCCESS", nameof(CheckHealth.Green))]
    [InlineData("COMPLETED", "NEUTRAL", nameof(CheckHealth.Passed))]
    [InlineData("COMPLETED", "SKIPPED", nameof(CheckHealth.Passed))]
    [InlineData("COMPLETED", "STALE", nameof(CheckHealth.Red))]
    [InlineData("COMPLETED", null, nameof(CheckHealth.Red))]
    [InlineData("IN_PROGRESS", null, nameof(CheckHealth.Waiting))]
    [InlineData(null, "SUCCESS", nameof(CheckHealth.Waiting))]
    public void A_check_run_is_green_only_when_it_is_over_and_says_so(string? status, string? conclusion, string health) =>
        Assert.Equal(health, $"{Assert.Single(EvidenceReading.Checks([Run("a", Now, status, conclusion)], 1)).Health}");

    [Theory]
    [InlineData("SUCCESS", nameof(CheckHealth.Green))]
    [InlineData("PENDING", nameof(CheckHealth.Waiting))]
    [InlineData("EXPECTED", nameof(CheckHealth.Waiting))]
    [InlineData("ERROR", nameof(CheckHealth.Red))]
    [InlineData(null, nameof(CheckHealth.Red))]
    public void A_status_is_green_only_when_it_says_so(string? state, string health) =>
        Assert.Equal(health, $"{Assert.Single(EvidenceReading.Checks([new(null, "ci", null, state, null, null, null, null, null, null, Now, null, null)], 1)).Health}");

    [Fact]
    public void Of_one_name_by_one_App_the_newest_counts_and_of_another_App_it_is_another_check()
    {
        var checks = EvidenceReading.Checks([Run("a", Now, "COMPLETED", "SUCCESS", app: 7), Run("a", Now.AddMinutes(1), "COMPLETED", "FAILURE", app: 7, isRequired: false), Run("a", Now, "COMPLETED", "SUCCESS", app: 8), null], 8);

        Assert.Equal([(CheckHealth.Red, true, false), (CheckHealth.Green, true, true)], checks.Select(check => (check.Health, check.IsRequired, check.IsOurs)));
    }

    private static PullNode Pull(string json) => JsonSerializer.Deserialize($$"""{ "data": { "repository": { "pullRequest": {{json}} } } }""", EvidenceJson.Default.EvidenceAnswer)!.Data!.Repository!.PullRequest!;

    private static LoginNode User(string login) => new(login, "User");

    private static PulledCommit Commit(PersonNode committer, params LoginNode?[] authors) =>
        EvidenceReading.Commit(new(new("c1", new([.. authors.Select(author => new PersonNode(null, author))], null, authors.Length), committer, null, null)))!;

    private static CheckNode Run(string name, DateTimeOffset started, string? status, string? conclusion, long app = 1, bool isRequired = true) =>
        new(name, null, status, null, conclusion, null, null, null, null, started, null, isRequired, new(new(app)));
}
