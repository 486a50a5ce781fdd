using System.Globalization;
using System.Net;

namespace Hotfix.Tests.Sandbox;

/// <summary>What every request meets before its endpoint: credentials, headers, limits, ETags, redirects.</summary>
public sealed class DoorTests
{
    private const string Labels = "repos/octo-org/beta/labels";

    [Fact]
    public async Task A_token_ends_after_an_hour()
    {
        await using var tester = await SandboxTester.StartAsync();

        tester.Clock.Now += TimeSpan.FromMinutes(59);
        var (still, _) = await tester.GetAsync(Labels);
        tester.Clock.Now += TimeSpan.FromMinutes(1);
        var (ended, body) = await tester.GetAsync(Labels);

        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        Assert.Equal("Bad credentials", body!["message"]!.GetValue<string>());
        Assert.Equal(tester.Clock.Now, ended.Headers.Date);
    }

    [Fact]
    public async Task Nobody_is_asked_to_authenticate_and_a_jwt_is_no_token()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Use(null);
        var (nobody, body) = await tester.GetAsync(Labels);
        tester.Use(tester.Jwt());
        var (app, _) = await tester.GetAsync(Labels);

        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal("Requires authentication", body!["message"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Unauthorized, app.StatusCode);
    }

    [Fact]
    public async Task Another_installation_s_repository_does_not_exist()
    {
        await using var tester = await SandboxTester.StartAsync();
        var foreign = tester.GitHub.AddRepository("acme", "secret");
        tester.Repository.Installation.Withdraw(tester.Repository);

        Assert.NotEqual(foreign.Installation.Id, tester.Repository.Installation.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync("repos/acme/secret/labels")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync(Labels)).Response.StatusCode);
    }

    [Fact]
    public async Task A_request_without_user_agent_is_forbidden()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Http.DefaultRequestHeaders.UserAgent.Clear();
        using var response = await tester.Http.GetAsync(new Uri(Labels, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.StartsWith(
            "Request forbidden by administrative rules.",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-11-28", HttpStatusCode.OK)]
    [InlineData("2026-03-10", HttpStatusCode.OK)]
    [InlineData("2021-01-01", HttpStatusCode.BadRequest)]
    public async Task An_api_version_that_github_does_not_know_is_a_400(string version, HttpStatusCode status)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Http.DefaultRequestHeaders.Remove("X-GitHub-Api-Version");
        tester.Http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", version);

        Assert.Equal(status, (await tester.GetAsync(Labels)).Response.StatusCode);
    }

    [Fact]
    public async Task What_was_read_before_and_has_not_changed_is_a_304()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);
        var (first, _) = await tester.GetAsync("repos/octo-org/beta/issues/1");
        var etag = first.Headers.ETag!.ToString();

        var (same, nothing) = await tester.GetAsync("repos/octo-org/beta/issues/1", etag);
        issue.Title = "It crashes on start";
        var (changed, _) = await tester.GetAsync("repos/octo-org/beta/issues/1", etag);

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Null(nothing);
        Assert.Equal(etag, same.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task The_rate_limit_counts_all_but_304_and_starts_anew_after_an_hour()
    {
        await using var tester = await SandboxTester.StartAsync(options => options with { RequestsPerHour = 2 });
        var (first, _) = await tester.GetAsync(Labels);
        var (unchanged, _) = await tester.GetAsync(Labels, first.Headers.ETag!.ToString());
        var (second, _) = await tester.GetAsync(Labels);
        var (refused, body) = await tester.GetAsync(Labels);
        tester.Clock.Now = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Header(refused, "x-ratelimit-reset"), CultureInfo.InvariantCulture));
        var answer = await tester.MintAsync(tester.Repository.Installation);
        tester.Use(answer["token"]!.GetValue<string>());
        var (later, _) = await tester.GetAsync(Labels);

        Assert.Equal(["1", "1", "0", "0", "1"], new[] { first, unchanged, second, refused, later }.Select(one => Header(one, "x-ratelimit-remaining")));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal($"API rate limit exceeded for installation ID {tester.Repository.Installation.Id}.", body!["message"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task A_renamed_repository_is_found_where_the_old_name_points_to()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.File("It crashes", null);
        tester.Repository.Rename("stable");

        var (read, _) = await tester.GetAsync("repos/octo-org/beta/issues/1/comments?per_page=5");
        var (write, body) = await tester.PostAsync("repos/octo-org/beta/issues/1/comments", """{"body":"Hello"}""");
        var (written, comment) = await tester.PostAsync(write.Headers.Location!.ToString(), """{"body":"Hello"}""");

        Assert.Equal(HttpStatusCode.MovedPermanently, read.StatusCode);
        Assert.Equal($"{tester.GitHub.Url}repositories/{tester.Repository.Id}/issues/1/comments?per_page=5", read.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.TemporaryRedirect, write.StatusCode);
        Assert.Equal("Moved Permanently", body!["message"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        Assert.Contains("/repos/octo-org/stable/", comment!["url"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await tester.GetAsync("repos/octo-org/stable/issues/1/comments")).Response.StatusCode);
    }

    [Fact]
    public async Task What_is_not_served_is_a_404_and_is_remembered()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Checked = false;

        var (response, body) = await tester.GetAsync("repos/octo-org/beta/unheard-of");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Not Found", body!["message"]!.GetValue<string>());
        Assert.Equal(["GET /repos/octo-org/beta/unheard-of"], tester.GitHub.UnknownRequests);
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
