using System.Text;
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
        Assert.Equal(new FilesPushed(Repository, "main", true, "c2", WatchedFiles.All), Parse("push", json));

    [Theory]
    [InlineData(2047, false)]
    [InlineData(2048, true)]
    public void So_does_one_whose_commits_are_too_many_to_be_listed(int commits, bool heard)
    {
        var json = $$"""{"ref":"refs/heads/main","after":"c2","commits":[{{string.Join(',', Enumerable.Repeat("""{"modified":["src/a.js"]}""", commits))}}]}""";

        Assert.Equal(heard ? new FilesPushed(Repository, "main", true, "c2", WatchedFiles.All) : null, Parse("push", json));
        Assert.Null(Parse("push", json.Replace("heads/main", "heads/next", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("push", """{"ref":"refs/heads/main","after":"c2","commits":[{"modified":["src/.github/hotfix.yml",".github/HOTFIX.yml",".github/hotfix.yml.bak"]}]}""")]
    [InlineData("push", """{"ref":"refs/heads/next","after":"c2","forced":true,"commits":[{"modified":["src/a.js"]}]}""")]
    [InlineData("push", """{"ref":"refs/heads/next","after":"c2","created":true,"commits":[]}""")]
    [InlineData("push", """{"ref":"refs/heads/main","after":"0000000000000000000000000000000000000000","deleted":true,"commits":[]}""")]
    [InlineData("push", """{"ref":"refs/tags/main","after":"c2","created":true,"commits":[]}""")]
    [InlineData("push", """{"ref":"refs/heads/main"}""")]
    [InlineData("push", """{}""")]
    [InlineData("pull_request", """{"action":"labeled","number":7,"pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("pull_request", """{"action":"closed","number":7,"pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("pull_request", """{"action":"edited","number":7,"pull_request":{"head":{"sha":"c2"}},"changes":{"title":{"from":"x"},"body":{"from":"y"}}}""")]
    [InlineData("pull_request", """{"action":"edited","number":7,"pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("pull_request", """{"action":"opened","number":7}""")]
    [InlineData("pull_request", """{"action":"opened","pull_request":{"head":{"sha":"c2"}}}""")]
    [InlineData("check_run", """{"action":"completed","check_run":{"name":"hotfix/config","head_sha":"c2","app":{"id":1}}}""")]
    [InlineData("check_run", """{"action":"rerequested","check_run":{"name":"hotfix/config","head_sha":"c2","app":{"id":2}}}""")]
    [InlineData("check_run", """{"action":"rerequested","check_run":{"name":"hotfix/config","head_sha":"c2"}}""")]
    [InlineData("check_run", """{"action":"rerequested"}""")]
    [InlineData("check_suite", """{"action":"requested","check_suite":{"head_sha":"c2","app":{"id":1}}}""")]
    [InlineData("check_suite", """{"action":"rerequested","check_suite":{"head_sha":"c2","app":{"id":2}}}""")]
    public void What_is_of_no_use_is_nothing_and_not_worth_storing(string name, string json)
    {
        Assert.Null(Parse(name, json));
        Assert.True(Address(name, json).IsNoise);
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
    public void A_pull_request_with_a_new_head_or_base_is_heard(string json) => Assert.Equal(new PullRequestChanged(Repository, 7, "c2"), Parse("pull_request", json));

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

    private static GitHubEvent? Parse(string name, string json) => new GitHubWebhooks(Self.Id).Parse(name, Delivered(json), Self);

    private static Hotfix.Ports.DeliveryAddress Address(string name, string json) => new GitHubWebhooks(Self.Id).Address(name, Delivered(json));

    private static byte[] Delivered(string json) => Encoding.UTF8.GetBytes(
        """{"installation":{"id":5},"repository":{"id":42,"name":"extension","default_branch":"main","owner":{"login":"acme"}}""" + (json == "{}" ? "}" : "," + json[1..]));
}
