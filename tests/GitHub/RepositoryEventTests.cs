using System.Text;
using System.Text.Json;
using Hotfix.Domain;
using Hotfix.GitHub;

namespace Hotfix.Tests.GitHub;

/// <summary>Of the thousands of pushes, pull requests and checks of a busy repository, only what Hotfix has to look at is an event, and only that is worth storing.</summary>
public sealed class RepositoryEventTests
{
    private const string Config = ".github/hotfix.yml";

    private static readonly AppIdentity Self = new(1, "hotfix-test");

    private static readonly Repository Repository = new(5, 42, "acme", "extension");

    [Theory]
    [InlineData("added", Config)]
    [InlineData("modified", Config)]
    [InlineData("removed", Config)]
    [InlineData("modified", ".github/CODEOWNERS")]
    [InlineData("modified", "CODEOWNERS")]
    [InlineData("modified", "docs/CODEOWNERS")]
    public void A_push_to_a_watched_file_is_heard(string how, string path) => Assert.Equal(
        new FilesPushed(Repository, "main", true, "c2", [path]),
        Parse("push", $$"""{"ref":"refs/heads/main","before":"c1","after":"c2","commits":[{"{{how}}":["src/a.js","{{path}}"]},null,{"added":null}]}"""));

    [Fact]
    public void All_commits_of_a_push_count_and_each_file_once() => Assert.Equal(
        new FilesPushed(Repository, "feature/new-config", false, "c3", [Config, "CODEOWNERS"]),
        Parse("push", $$"""{"ref":"refs/heads/feature/new-config","after":"c3","created":true,"commits":[{"removed":["CODEOWNERS","{{Config}}"]},{"added":["{{Config}}"]}]}"""));

    [Theory]
    [InlineData("""{"ref":"refs/heads/main","after":"c2","forced":true,"commits":[{"modified":["src/a.js"]}]}""")]
    [InlineData("""{"ref":"refs/heads/main","after":"c2","created":true,"commits":[]}""")]
    [InlineData("""{"ref":"refs/heads/main","after":"c2","commits":[]}""")]
    [InlineData("""{"ref":"refs/heads/main","after":"c2"}""")]
    public void A_push_to_the_default_branch_that_does_not_tell_what_changed_counts_as_all(string json) =>
        Assert.Equal(new FilesPushed(Repository, "main", true, "c2", WatchedFiles.All, json.Contains("forced", StringComparison.Ordinal)), Parse("push", json));

    [Theory]
    [InlineData(2047, false)]
    [InlineData(2048, true)]
    public void So_does_one_whose_commits_are_too_many_to_be_listed(int commits, bool heard)
    {
        var json = $$"""{"ref":"refs/heads/main","after":"c2","commits":[{{string.Join(',', Enumerable.Repeat("""{"modified":["src/a.js"]}""", commits))}}]}""";

        Assert.Equal(heard ? new FilesPushed(Repository, "main", true, "c2", WatchedFiles.All) : new BranchMoved(Repository, "main", "c2", false), Parse("push", json));
        Assert.Equal(new BranchMoved(Repository, "next", "c2", false), Parse("push", json.Replace("heads/main", "heads/next", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("push", """{"ref":"refs/notes/main","after":"c2","created":true,"commits":[]}""")]
    [InlineData("push", """{"ref":"refs/heads/main"}""")]
    [InlineData("create", """{"ref":"next","ref_type":"branch"}""")]
    [InlineData("create", """{"ref":"next","ref_type":"something new"}""")]
    [InlineData("delete", """{"ref":"next"}""")]
    [InlineData("delete", """{}""")]
    [InlineData("release", """{"action":"created","release":{"tag_name":"v1","published_at":"1970-01-01T00:01:00Z"}}""")]
    [InlineData("release", """{"action":"prereleased","release":{"tag_name":"v1","published_at":"1970-01-01T00:01:00Z"}}""")]
    [InlineData("release", """{"action":"published","release":{"tag_name":"v1","published_at":"1970-01-01T00:01:00Z","draft":true}}""")]
    [InlineData("release", """{"action":"published","release":{"tag_name":"v1","published_at":null}}""")]
    [InlineData("release", """{"action":"published"}""")]
    [InlineData("issue_comment", """{"action":"deleted","issue":{"number":7,"pull_request":{}},"comment":{"id":9,"body":"/hotfix why"}}""")]
    [InlineData("issue_comment", """{"action":"edited","issue":{"number":7,"pull_request":{}},"comment":{"id":9,"body":"/hotfix why"},"changes":{}}""")]
    [InlineData("issue_comment", """{"action":"created","issue":{"number":7,"pull_request":{}}}""")]
    [InlineData("push", """{}""")]
    [InlineData("pull_request", """{"action":"assigned","number":7,"pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("pull_request", """{"action":"edited","number":7}""")]
    [InlineData("pull_request", """{"action":"opened","number":7}""")]
    [InlineData("pull_request", """{"action":"opened","pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("check_run", """{"action":"completed","check_run":{"name":"hotfix/config","head_sha":"c2","app":{"id":1}}}""")]
    [InlineData("check_run", """{"action":"rerequested","check_run":{"name":"hotfix/config","head_sha":"c2","app":{"id":2}}}""")]
    [InlineData("check_run", """{"action":"rerequested","check_run":{"name":"hotfix/config","head_sha":"c2"}}""")]
    [InlineData("check_run", """{"action":"rerequested"}""")]
    [InlineData("check_suite", """{"action":"requested","check_suite":{"head_sha":"c2","app":{"id":1}}}""")]
    [InlineData("check_suite", """{"action":"rerequested","check_suite":{"head_sha":"c2","app":{"id":2}}}""")]
    [InlineData("check_run", """{"action":"created","check_run":{"name":"test","head_sha":"c2","app":{"id":2}}}""")]
    [InlineData("check_run", """{"action":"completed","check_run":{"name":"test","app":{"id":2}}}""")]
    [InlineData("pull_request_review", """{"action":"submitted","review":{"state":"approved"}}""")]
    [InlineData("status", """{"state":"success"}""")]
    [InlineData("merge_group", """{"action":"destroyed","merge_group":{"head_sha":"c2","base_sha":"c1","base_ref":"refs/heads/main"}}""")]
    [InlineData("merge_group", """{"action":"checks_requested","merge_group":{"head_sha":"c2"}}""")]
    public void What_is_of_no_use_is_nothing_and_not_worth_storing(string name, string json)
    {
        Assert.Null(Parse(name, json));
        Assert.True(Address(name, json).IsNoise);
        Assert.Equal([], Address(name, json).About);
    }

    [Theory]
    [InlineData("push", """{"ref":"refs/heads/main","after":"c2","commits":[{"modified":["src/.github/hotfix.yml",".github/HOTFIX.yml",".github/hotfix.yml.bak"]}]}""", "main", "c2", false)]
    [InlineData("push", """{"ref":"refs/heads/hotfix/v1.0.1","after":"c2","forced":true,"commits":[{"modified":["src/a.js"]}]}""", "hotfix/v1.0.1", "c2", true)]
    [InlineData("push", """{"ref":"refs/heads/next","after":"c2","created":true,"commits":[]}""", "next", "c2", false)]
    [InlineData("push", """{"ref":"refs/heads/main","after":"0000000000000000000000000000000000000000","deleted":true,"commits":[]}""", "main", null, false)]
    [InlineData("delete", """{"ref":"hotfix/v1.0.1","ref_type":"branch"}""", "hotfix/v1.0.1", null, false)]
    public void A_branch_that_moved_is_heard_and_kept_only_where_it_is_a_hotfixs(string name, string json, string branch, string? commit, bool isForced)
    {
        Assert.Equal(new BranchMoved(Repository, branch, commit, isForced), Parse(name, json));
        Assert.Equal((true, Of($"heads/{branch}"), Repository.Id), Told(name, json));
    }

    [Theory]
    [InlineData("push", """{"ref":"refs/tags/v1.0.1","after":"c2","created":true,"commits":[]}""")]
    [InlineData("push", """{"ref":"refs/tags/v1.0.1","after":"0000000000000000000000000000000000000000","deleted":true}""")]
    [InlineData("create", """{"ref":"v1.0.1","ref_type":"tag"}""")]
    [InlineData("delete", """{"ref":"v1.0.1","ref_type":"tag"}""")]
    public void So_is_a_tag(string name, string json)
    {
        Assert.Equal(new TagChanged(Repository, "v1.0.1"), Parse(name, json));
        Assert.Equal((true, Of("tags/v1.0.1"), Repository.Id), Told(name, json));
    }

    [Theory]
    [InlineData("published", "false", false)]
    [InlineData("published", "true", true)]
    [InlineData("released", "null", false)]
    public void So_is_a_release(string action, string prerelease, bool isPrerelease)
    {
        var json = $$$"""{"action":"{{{action}}}","release":{"tag_name":"v1.0.1","prerelease":{{{prerelease}}},"draft":false,"published_at":"1970-01-01T00:01:00Z"}}""";

        Assert.Equal(new ReleasePublished(Repository, "v1.0.1", isPrerelease, DateTimeOffset.UnixEpoch.AddMinutes(1)), Parse("release", json));
        Assert.Equal((true, Of("tags/v1.0.1"), Repository.Id), Told("release", json));
    }

    [Fact]
    public void A_push_to_watched_files_is_no_noise_and_on_the_default_branch_the_repositorys_affair()
    {
        const string Json = """{"ref":"refs/heads/main","after":"c2","commits":[{"modified":["CODEOWNERS"]}]}""";

        Assert.Equal((false, Of(), Repository.Id), Told("push", Json));
        Assert.Equal((false, Of("heads/next"), Repository.Id), Told("push", Json.Replace("main", "next", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("opened", nameof(PullChange.Content))]
    [InlineData("closed", nameof(PullChange.State))]
    [InlineData("ready_for_review", nameof(PullChange.State))]
    [InlineData("converted_to_draft", nameof(PullChange.State))]
    [InlineData("edited", nameof(PullChange.Text))]
    [InlineData("labeled", nameof(PullChange.Text))]
    [InlineData("unlabeled", nameof(PullChange.Text))]
    [InlineData("review_requested", nameof(PullChange.Text))]
    [InlineData("review_request_removed", nameof(PullChange.Text))]
    public void A_pull_request_is_known_by_its_number_and_by_a_branch_of_the_repositorys_own(string action, string what)
    {
        var json = $$$"""{"action":"{{{action}}}","number":7,"pull_request":{"head":{"sha":"c2","ref":"hotfix/v1","repo":{"id":42}},"updated_at":"1970-01-01T00:01:00Z"},"sender":{"login":"alice","type":"User"}}""";
        var change = Enum.Parse<PullChange>(what);

        Assert.Equal(new PullRequestChanged(Repository, 7, "c2", change, "hotfix/v1", new("alice", false), DateTimeOffset.UnixEpoch.AddMinutes(1)), Parse("pull_request", json));
        Assert.Equal((change != PullChange.Content, Of("pull/7", "heads/hotfix/v1"), Repository.Id), Told("pull_request", json));
        Assert.Equal(Of("pull/7"), Address("pull_request", json.Replace("""{"id":42}""", """{"id":43}""", StringComparison.Ordinal)).About);
        Assert.Equal(Of("pull/7"), Address("pull_request", json.Replace("""{"id":42}""", "null", StringComparison.Ordinal)).About);
    }

    [Fact]
    public void An_edit_of_a_pull_requests_text_tells_both_texts_and_one_of_the_title_none()
    {
        const string Json = """{"action":"edited","number":7,"pull_request":{"head":{"sha":"c2"},"body":"- [x] a"},"changes":{"title":{"from":"x"},"body":{"from":"- [ ] a"}}}""";

        Assert.Equal(new BodyEdit("- [ ] a", "- [x] a"), Assert.IsType<PullRequestChanged>(Parse("pull_request", Json)).Body);
        Assert.Null(Assert.IsType<PullRequestChanged>(Parse("pull_request", Json.Replace(""","body":{"from":"- [ ] a"}""", "", StringComparison.Ordinal))).Body);
    }

    [Theory]
    [InlineData("Looks good", true)]
    [InlineData("/hotfix why", false)]
    [InlineData("Well.\r\n/HotFix why", false)]
    public void A_comment_on_a_pull_request_is_kept_where_it_may_command(string text, bool isNoise)
    {
        var json = $$$"""
            {"action":"created","issue":{"number":7,"pull_request":{}},"comment":{"id":9,"body":"{{{JsonEncodedText.Encode(text)}}}","user":{"login":"bob","type":"User"},"created_at":"1970-01-01T00:01:00Z"},"sender":{"login":"bob","type":"User"}}
            """;
        var bob = new Actor("bob", false);

        Assert.Equal(new PullCommented(new(Repository, 7), new(9), bob, bob, text, null, DateTimeOffset.UnixEpoch.AddMinutes(1)), Parse("issue_comment", json));
        Assert.Equal((isNoise, Of("pull/7"), Repository.Id), Told("issue_comment", json));
    }

    [Fact]
    public void An_edited_comment_on_a_pull_request_says_what_it_said_before_and_who_edited_it() => Assert.Equal(
        new PullCommented(new(Repository, 7), new(9), new("bob", false), new("alice", false), "/hotfix why", "", DateTimeOffset.UnixEpoch.AddMinutes(2)),
        Parse("issue_comment", """
            {"action":"edited","issue":{"number":7,"pull_request":{}},"comment":{"id":9,"body":"/hotfix why","user":{"login":"bob"},"created_at":60,"updated_at":120},"changes":{"body":{"from":null}},"sender":{"login":"alice"}}
            """));

    [Theory]
    [InlineData("push", """{"ref":"refs/heads/hotfix/v1","after":"c2"}""")]
    [InlineData("create", """{"ref":"v1","ref_type":"tag"}""")]
    [InlineData("delete", """{"ref":"v1","ref_type":"tag"}""")]
    [InlineData("pull_request", """{"action":"opened","number":7,"pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("release", """{"action":"published","release":{"tag_name":"v1","published_at":60}}""")]
    [InlineData("issue_comment", """{"action":"created","issue":{"number":7,"pull_request":{}},"comment":{"id":9,"body":"/hotfix why"}}""")]
    public void What_our_own_App_did_is_nothing(string name, string json)
    {
        Assert.NotNull(Parse(name, json));
        Assert.Null(Parse(name, json[..^1] + ""","sender":{"login":"hotfix-test[bot]","type":"Bot"}}"""));
    }

    [Theory]
    [InlineData("issues", """{"action":"pinned","issue":{"number":3}}""")]
    [InlineData("issue_comment", """{"action":"edited","issue":{"number":3}}""")]
    [InlineData("installation", """{}""")]
    public void What_happens_to_issues_and_installations_is_stored_whatever_it_is(string name, string json)
    {
        Assert.Null(Parse(name, json));
        Assert.False(Address(name, json).IsNoise);
    }

    [Theory]
    [InlineData("""{"action":"opened","number":7,"pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("""{"action":"synchronize","number":7,"before":"c1","after":"c2","pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("""{"action":"reopened","number":7,"pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("""{"action":"edited","number":7,"pull_request":{"head":{"sha":"c2"}},"changes":{"base":{"ref":{"from":"next"},"sha":{"from":"c0"}}}}""")]
    public void A_pull_request_with_a_new_head_or_base_is_heard(string json) => Assert.Equal(new PullRequestChanged(Repository, 7, "c2", By: new("", false)), Parse("pull_request", json));

    [Fact]
    public void A_check_of_ours_that_is_wanted_again_is_heard() => Assert.Equal(
        new CheckRequested(Repository, "c2", "hotfix/config"), Parse("check_run", """{"action":"rerequested","check_run":{"name":"hotfix/config","head_sha":"c2","app":{"id":1}}}"""));

    [Fact]
    public void So_are_all_checks_of_a_commit() => Assert.Equal(
        new CheckRequested(Repository, "c2", null), Parse("check_suite", """{"action":"rerequested","check_suite":{"head_sha":"c2","app":{"id":1}}}"""));

    [Fact]
    public void What_is_worth_storing_is_known_before_GitHub_was_asked_who_we_are()
    {
        var address = Address("check_run", """{"action":"rerequested","check_run":{"name":"hotfix/config","head_sha":"c2","app":{"id":1}}}""");

        Assert.Equal(("repository-42", "acme/extension", false), (address.Key, address.Repository, address.IsNoise));
        Assert.IsType<CheckRequested>(address.Event);
    }

    private static Values<string> Of(params string[] subjects) => [.. subjects];

    private static (bool IsNoise, Values<string> About, long Repository) Told(string name, string json) => Address(name, json) is var address ? (address.IsNoise, address.About, address.RepositoryId) : default;

    private static GitHubEvent? Parse(string name, string json) => new GitHubWebhooks(Self.Id).Parse(name, Delivered(json), Self);

    private static Hotfix.Ports.DeliveryAddress Address(string name, string json) => new GitHubWebhooks(Self.Id).Address(name, Delivered(json));

    private static byte[] Delivered(string json) => Encoding.UTF8.GetBytes(
        """{"installation":{"id":5},"repository":{"id":42,"name":"extension","default_branch":"main","owner":{"login":"acme"}}""" + (json == "{}" ? "}" : "," + json[1..]));
}
