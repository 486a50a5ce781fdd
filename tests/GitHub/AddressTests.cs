using System.Net;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class AddressTests
{
    private const string Comments = "/repos/octo/app/issues/1/comments";

    [Theory]
    [InlineData("https://api.github.com", "https://api.github.com/labels/kind%2Fbug")]
    [InlineData("https://api.github.com/", "https://api.github.com/labels/kind%2Fbug")]
    [InlineData("https://ghes.example/api/v3", "https://ghes.example/api/v3/labels/kind%2Fbug")]
    [InlineData("https://ghes.example/api/v3/", "https://ghes.example/api/v3/labels/kind%2Fbug")]
    [InlineData("http://127.0.0.1:8081", "http://127.0.0.1:8081/labels/kind%2Fbug")]
    public void Are_under_the_base_whatever_its_path(string root, string expected) =>
        Assert.Equal(expected, new GitHubUrl(new Uri(root)).Of("labels", "kind/bug").AbsoluteUri);

    [Theory]
    [InlineData("https://api.github.com", "https://api.github.com/graphql")]
    [InlineData("https://api.acme.ghe.com/", "https://api.acme.ghe.com/graphql")]
    [InlineData("https://ghes.example/api/v3", "https://ghes.example/api/graphql")]
    [InlineData("https://ghes.example/api/v3/", "https://ghes.example/api/graphql")]
    [InlineData("http://127.0.0.1:8081", "http://127.0.0.1:8081/graphql")]
    public void GraphQL_is_asked_beside_it(string root, string expected) => Assert.Equal(expected, new GitHubUrl(new Uri(root)).GraphQL.AbsoluteUri);

    [Theory]
    [InlineData("a b", "a%20b")]
    [InlineData("100%", "100%25")]
    [InlineData("c#?", "c%23%3F")]
    [InlineData("größe", "gr%C3%B6%C3%9Fe")]
    [InlineData("../x", "..%2Fx")]
    [InlineData("...", "...")]
    public void Escape_every_segment(string label, string expected) =>
        Assert.EndsWith($"/labels/{expected}", new GitHubUrl(new Uri("https://api.github.com")).Of("labels", label).AbsoluteUri, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Refuse_a_segment_that_would_name_something_else(string label)
    {
        using var tester = new GitHubTester();

        await Assert.ThrowsAsync<ArgumentException>(() => tester.Issues.RemoveLabelAsync(GitHubTester.Issue(), label, TestContext.Current.CancellationToken));
        Assert.Empty(tester.GitHub.Requests);
    }

    [Theory]
    [InlineData("https://api.github.com/x", true)]
    [InlineData("https://API.github.com:443/x", true)]
    [InlineData("http://api.github.com/x", false)]
    [InlineData("https://api.github.com:8443/x", false)]
    [InlineData("https://api.github.com.evil.example/x", false)]
    [InlineData("https://api.github.com@evil.example/x", false)]
    public void Know_where_credentials_may_go(string address, bool ours) =>
        Assert.Equal(ours, new GitHubUrl(new Uri("https://api.github.com")).IsOurs(new Uri(address)));

    [Fact]
    public async Task A_whole_triage_works_against_an_enterprise_server()
    {
        using var tester = new GitHubTester(root: "https://ghes.example/api/v3");

        await tester.Issues.AddLabelsAsync(GitHubTester.Issue(), [GitHubTester.Bug], TestContext.Current.CancellationToken);
        await tester.PostAsync();
        await tester.Issues.FindCommentAsync(GitHubTester.Issue(), "hello", TestContext.Current.CancellationToken);

        Assert.All(tester.GitHub.Requests, request => Assert.StartsWith("https://ghes.example/api/v3/", request.Uri.AbsoluteUri, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently, "https://api.github.com/repositories/905/issues/1/comments")]
    [InlineData(HttpStatusCode.Found, "/repositories/905/issues/1/comments")]
    [InlineData(HttpStatusCode.TemporaryRedirect, "https://api.github.com/repositories/905/issues/1/comments")]
    [InlineData(HttpStatusCode.PermanentRedirect, "https://api.github.com/repositories/905/issues/1/comments")]
    public async Task A_redirect_keeps_method_body_and_on_the_same_host_credentials(HttpStatusCode status, string location)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Comments, status, headers: ("Location", location));
        tester.GitHub.Answer("POST /repositories/905", HttpStatusCode.Created, """{"id":5000000009}""");

        Assert.Equal(5000000009, (await tester.PostAsync()).Value);

        var followed = tester.GitHub.Requests[^1];
        Assert.Equal("""{"body":"hello"}""", followed.Body);
        Assert.Equal(tester.GitHub.Requests[^2].Token, followed.Token);
        Assert.NotNull(followed.Token);
    }

    [Theory]
    [InlineData("https://evil.example/steal")]
    [InlineData("http://api.github.com/steal")]
    [InlineData("https://api.github.com:8443/steal")]
    public async Task Another_host_gets_no_credentials(string location)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/issues/comments/", HttpStatusCode.Found, headers: ("Location", location));
        tester.GitHub.Answer("/steal", HttpStatusCode.OK, """{"id":9,"body":"hello"}""");

        Assert.Equal("hello", await tester.ReadAsync(new(9)));

        Assert.Null(tester.GitHub.Requests[^1].Token);
        Assert.DoesNotContain("Authorization", tester.GitHub.Requests[^1].Headers.Keys);
    }

    [Fact]
    public async Task Another_hosts_limit_is_not_the_installations()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/issues/comments/", HttpStatusCode.Found, headers: ("Location", "https://cdn.example/slow"));
        tester.GitHub.Answer("/slow", HttpStatusCode.TooManyRequests, headers: ("Retry-After", "600"));

        await Assert.ThrowsAsync<RefusedException>(() => tester.ReadAsync(new(9)));
        await tester.PostAsync();
    }

    [Fact]
    public async Task Redirects_are_followed_three_times_and_no_further()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Comments, HttpStatusCode.Found, "", times: 10, headers: ("Location", Comments));

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.PostAsync());

        Assert.Equal((302, "GitHub redirected the request to comment on octo/app#1 too often, or nowhere (302)."), (refusal.Status, refusal.Message));
        Assert.Equal(4, tester.GitHub.Calls.Count());
    }
}
