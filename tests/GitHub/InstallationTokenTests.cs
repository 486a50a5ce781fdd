using System.Net;
using System.Text.Json;
using Hotfix.GitHub.Access;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class InstallationTokenTests : IDisposable
{
    private readonly GitHubTester tester = new();

    [Fact]
    public async Task One_token_serves_until_five_minutes_before_it_ends()
    {
        await tester.PostAsync();
        tester.Time.Advance(TimeSpan.FromMinutes(54));
        await tester.PostAsync();
        Assert.Equal(1, tester.GitHub.Mints);

        tester.Time.Advance(TimeSpan.FromMinutes(1));
        await tester.PostAsync();
        Assert.Equal(2, tester.GitHub.Mints);
    }

    [Fact]
    public async Task Asks_for_exactly_what_triage_needs()
    {
        await tester.PostAsync();

        var mint = tester.GitHub.Requests[0];

        Assert.Equal("POST /app/installations/5/access_tokens", mint.ToString());
        Assert.Equal("""{"permissions":{"issues":"write","metadata":"read"}}""", mint.Body);
    }

    [Theory]
    [InlineData(nameof(Grant.Issues), """{"permissions":{"issues":"write","metadata":"read"}}""")]
    [InlineData(nameof(Grant.Code), """{"permissions":{"checks":"write","contents":"read","metadata":"read","pull_requests":"read"}}""")]
    [InlineData(nameof(Grant.Branches), """{"permissions":{"contents":"write","metadata":"read"}}""")]
    [InlineData(nameof(Grant.Workflows), """{"permissions":{"contents":"write","metadata":"read","workflows":"write"}}""")]
    [InlineData(nameof(Grant.Pulls), """{"permissions":{"contents":"read","metadata":"read","pull_requests":"write"}}""")]
    [InlineData(nameof(Grant.Evidence), """{"permissions":{"checks":"read","contents":"read","metadata":"read","pull_requests":"read","statuses":"read"}}""")]
    [InlineData(nameof(Grant.Queues), """{"permissions":{"contents":"read","merge_queues":"read","metadata":"read","pull_requests":"read"}}""")]
    [InlineData(nameof(Grant.Merging), """{"permissions":{"contents":"write","metadata":"read","pull_requests":"write"}}""")]
    [InlineData(nameof(Grant.Actions), """{"permissions":{"actions":"write","metadata":"read"}}""")]
    [InlineData(nameof(Grant.Members), """{"permissions":{"members":"read","metadata":"read"}}""")]
    public void Each_kind_of_work_asks_for_exactly_what_it_needs(string name, string body)
    {
        var grant = name switch
        {
            nameof(Grant.Issues) => Grant.Issues,
            nameof(Grant.Code) => Grant.Code,
            nameof(Grant.Branches) => Grant.Branches,
            nameof(Grant.Workflows) => Grant.Workflows,
            nameof(Grant.Pulls) => Grant.Pulls,
            nameof(Grant.Evidence) => Grant.Evidence,
            nameof(Grant.Queues) => Grant.Queues,
            nameof(Grant.Merging) => Grant.Merging,
            nameof(Grant.Actions) => Grant.Actions,
            _ => Grant.Members,
        };

        Assert.Equal(body, JsonSerializer.Serialize(new TokenRequest(grant.Permissions), AccessJson.Default.TokenRequest));
        Assert.Contains(grant, Grant.All);
    }

    [Fact]
    public void The_App_is_granted_the_most_that_any_work_needs() => Assert.Equal(
        "actions: write, checks: write, contents: write, issues: write, members: read, merge_queues: read, metadata: read, pull_requests: write, statuses: read, workflows: write",
        string.Join(", ", Grant.Everything.Select(permission => $"{permission.Key}: {permission.Value}")));

    [Fact]
    public async Task All_of_them_are_forgotten_on_request()
    {
        tester.GitHub.Answer("/collaborators/", HttpStatusCode.NotFound, times: 2);
        tester.GitHub.Answer("/memberships/", HttpStatusCode.NotFound, times: 2);
        tester.GitHub.Answer("/pulls/1", HttpStatusCode.OK, """{"number":1,"state":"open","updated_at":"2026-11-20T10:00:00Z","head":{"ref":"a","sha":"1"},"base":{"ref":"b","sha":"2"}}""", times: 2);

        for (var time = 0; time < 2; time++)
        {
            await tester.People.RoleAsync(GitHubTester.Repository(), "alice", TestContext.Current.CancellationToken);
            await tester.People.IsInTeamAsync(GitHubTester.Repository(), "core", "alice", TestContext.Current.CancellationToken);
            await tester.PullRequests.SetOpenAsync(GitHubTester.Repository(), 1, true, TestContext.Current.CancellationToken);
            tester.App.Forget(5);
        }

        Assert.Equal(6, tester.GitHub.Mints);
    }

    [Fact]
    public async Task Each_installation_has_its_own()
    {
        await tester.PostAsync();
        await tester.PostAsync(installation: 6);

        Assert.Equal(2, tester.GitHub.Mints);
        Assert.NotEqual(tester.GitHub.Requests[1].Token, tester.GitHub.Requests[3].Token);
    }

    [Fact]
    public async Task Many_who_need_one_at_once_share_one_asking()
    {
        var release = new TaskCompletionSource();
        tester.GitHub.Hold("access_tokens", release.Task);

        var posts = Enumerable.Range(0, 20).Select(number => tester.PostAsync($"comment {number}")).ToArray();
        release.SetResult();
        await Task.WhenAll(posts);

        Assert.Equal(1, tester.GitHub.Mints);
        Assert.Equal(20, tester.GitHub.Issues.Comments.Count);
    }

    [Fact]
    public async Task A_token_turned_down_is_replaced_once_and_the_call_sent_again()
    {
        await tester.PostAsync();
        tester.GitHub.RevokeTokens();

        await tester.PostAsync("again");

        Assert.Equal(2, tester.GitHub.Mints);
        Assert.Equal(2, tester.GitHub.Issues.Comments.Count);
    }

    [Fact]
    public async Task A_second_refusal_is_final()
    {
        tester.GitHub.Answer("comments", HttpStatusCode.Unauthorized, """{"message":"Bad credentials"}""", times: 2);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.PostAsync());

        Assert.Equal(401, refusal.Status);
        Assert.Equal(2, tester.GitHub.Mints);
        Assert.Equal(4, tester.GitHub.Requests.Count);
    }

    [Fact]
    public async Task Is_forgotten_on_request()
    {
        await tester.PostAsync();
        tester.App.Forget(5);
        tester.App.Forget(6);
        await tester.PostAsync();

        Assert.Equal(2, tester.GitHub.Mints);
    }

    [Fact]
    public async Task A_failure_to_get_one_is_not_remembered_and_sends_nothing()
    {
        tester.GitHub.Answer("access_tokens", HttpStatusCode.Forbidden, """{"message":"This installation has been suspended"}""");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.PostAsync());
        Assert.Equal("GitHub refused to get a token for installation 5 (403: This installation has been suspended).", refusal.Message);
        Assert.Empty(tester.GitHub.Calls);

        await tester.PostAsync();
        Assert.Single(tester.GitHub.Issues.Comments);
    }

    [Fact]
    public async Task Asking_for_one_is_tried_again_because_a_token_too_many_harms_nobody()
    {
        tester.GitHub.Answer("access_tokens", HttpStatusCode.BadGateway);
        tester.GitHub.BreakAfter("access_tokens");

        await tester.PassAsync(tester.PostAsync());

        Assert.Equal(3, tester.GitHub.Mints);
    }

    [Theory]
    [InlineData("""{"token":"","expires_at":"2026-11-20T11:00:00Z"}""")]
    [InlineData("""{"token":"two\nlines","expires_at":"2026-11-20T11:00:00Z"}""")]
    [InlineData("""{"token":"sesame","expires_at":"tomorrow"}""")]
    [InlineData("""{"token":"sesame"}""")]
    [InlineData("""{"expires_at":"2026-11-20T11:00:00Z"}""")]
    [InlineData("null")]
    [InlineData("<html>")]
    public async Task An_answer_that_holds_none_is_an_outage(string body)
    {
        tester.GitHub.Answer("access_tokens", HttpStatusCode.Created, body);

        var outage = await Assert.ThrowsAsync<UnavailableException>(() => tester.PostAsync());

        Assert.Equal("GitHub's answer could not be understood when it was asked to get a token for installation 5.", outage.Message);
        Assert.DoesNotContain("sesame", outage.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => tester.Dispose();
}
