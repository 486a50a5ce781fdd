using System.Net;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

/// <summary>What others hear of each request that is sent.</summary>
public sealed class ObservedTests : IDisposable
{
    private readonly GitHubTester tester = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_is_told_tokens_included()
    {
        await tester.PostAsync();

        Assert.Equal([(5, "POST", 201), (5, "POST", 201)], tester.Made.Select(call => (call.Installation, call.Method, call.Status ?? 0)));
    }

    [Fact]
    public async Task What_is_left_of_the_limit_is_told_with_when_it_begins_anew()
    {
        var reset = GitHubTester.Start.AddMinutes(20);
        tester.GitHub.Answer("/comments", HttpStatusCode.Created, """{"id":1,"body":"hello"}""", 1, ("x-ratelimit-remaining", "4321"), ("x-ratelimit-reset", $"{reset.ToUnixTimeSeconds()}"));

        await tester.PostAsync();

        Assert.Equal([null, new RateLeft(4321, reset)], tester.Made.Select(call => call.Left));
    }

    [Theory]
    [InlineData("many", "1795000000")]
    [InlineData("1", "soon")]
    [InlineData("1", "99999999999999999")]
    public async Task A_limit_that_makes_no_sense_is_none(string remaining, string reset)
    {
        tester.GitHub.Answer("/comments", HttpStatusCode.Created, """{"id":1,"body":"hello"}""", 1, ("x-ratelimit-remaining", remaining), ("x-ratelimit-reset", reset));

        await tester.PostAsync();

        Assert.All(tester.Made, call => Assert.Null(call.Left));
    }

    [Fact]
    public async Task The_apps_own_limit_is_no_installations()
    {
        tester.GitHub.Answer("GET /app", HttpStatusCode.OK, """{"id":77,"slug":"hotfix"}""", 1, ("x-ratelimit-remaining", "1"), ("x-ratelimit-reset", "1795000000"));

        await tester.App.IdentityAsync(Cancellation);

        Assert.Equal((0, null), tester.Made.Select(call => (call.Installation, call.Left)).Single());
    }

    [Fact]
    public async Task A_request_without_an_answer_is_told_without_a_status()
    {
        tester.GitHub.BreakAfter("/comments");

        await Assert.ThrowsAsync<UnavailableException>(() => tester.PostAsync());

        Assert.Equal([201, null], tester.Made.Select(call => call.Status));
    }

    [Theory]
    [InlineData("https://api.github.com/repos/acme/ext/issues/7/labels/severity%3A%20P0", "/repos/{owner}/{repo}/issues/{number}/labels/{name}")]
    [InlineData("https://ghe.example.com/api/v3/repos/repos/labels/labels", "/api/v3/repos/{owner}/{repo}/labels")]
    [InlineData("https://api.github.com/repositories/42/issues/comments/9?token=secret", "/repositories/{number}/issues/comments/{number}")]
    [InlineData("https://api.github.com/app/installations/5/access_tokens", "/app/installations/{number}/access_tokens")]
    [InlineData("https://api.github.com/repos/acme/ext/contents/.github/secret-plan.yml?ref=main", "/repos/{owner}/{repo}/contents/{path}")]
    [InlineData("https://api.github.com/repos/acme/contents/contents/42", "/repos/{owner}/{repo}/contents/{path}")]
    [InlineData("https://api.github.com/repos/acme/ext/commits/0d6947b/check-runs", "/repos/{owner}/{repo}/commits/{ref}/check-runs")]
    [InlineData("https://api.github.com/repos/acme/ext/git/ref/heads/hotfix/v1.0.1-secret-plan", "/repos/{owner}/{repo}/git/ref/{path}")]
    [InlineData("https://api.github.com/repos/acme/ext/git/refs", "/repos/{owner}/{repo}/git/refs")]
    [InlineData("https://api.github.com/repos/acme/ext/git/trees/0d6947b", "/repos/{owner}/{repo}/git/trees/{sha}")]
    [InlineData("https://api.github.com/repos/acme/ext/collaborators/alice/permission", "/repos/{owner}/{repo}/collaborators/{login}/permission")]
    [InlineData("https://api.github.com/orgs/acme/teams/secret-plan/memberships/alice", "/orgs/{org}/teams/{team}/memberships/{login}")]
    [InlineData("https://api.github.com/", "/")]
    public void An_address_is_shown_as_its_kind(string address, string template) => Assert.Equal(template, UrlTemplate.Of(new Uri(address)));

    public void Dispose() => tester.Dispose();
}
