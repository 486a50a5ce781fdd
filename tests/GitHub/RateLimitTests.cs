using System.Net;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class RateLimitTests : IDisposable
{
    private const string Secondary = """{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}""";

    private static readonly string Reset = GitHubTester.Start.AddSeconds(600).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private readonly GitHubTester tester = new();

    public static TheoryData<HttpStatusCode, string, string[], int> Limits => new()
    {
        { HttpStatusCode.Forbidden, "{}", ["Retry-After: 30"], 30 },
        { HttpStatusCode.TooManyRequests, "{}", ["Retry-After: 30"], 30 },
        { HttpStatusCode.Forbidden, Secondary, ["Retry-After: 90", "x-ratelimit-remaining: 0", $"x-ratelimit-reset: {Reset}"], 90 },
        { HttpStatusCode.Forbidden, "{}", ["Retry-After: Fri, 20 Nov 2026 10:02:00 GMT"], 120 },
        { HttpStatusCode.Forbidden, "{}", ["Retry-After: 0"], 1 },
        { HttpStatusCode.Forbidden, """{"message":"API rate limit exceeded"}""", ["x-ratelimit-remaining: 0", $"x-ratelimit-reset: {Reset}"], 601 },
        { HttpStatusCode.TooManyRequests, "<html>", ["x-ratelimit-remaining: 0", $"x-ratelimit-reset: {Reset}"], 601 },
        { HttpStatusCode.Forbidden, "{}", ["x-ratelimit-remaining: 0", $"x-ratelimit-reset: {Reset}", "Date: Fri, 20 Nov 2026 10:09:00 GMT"], 61 },
        { HttpStatusCode.Forbidden, "{}", ["x-ratelimit-remaining: 0", "x-ratelimit-reset: 1000"], 1 },
        { HttpStatusCode.Forbidden, Secondary, ["x-ratelimit-remaining: 4000"], 60 },
        { HttpStatusCode.Forbidden, """{"message":"You have triggered an ABUSE detection mechanism."}""", [], 60 },
        { HttpStatusCode.TooManyRequests, "", [], 60 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_limit_postpones_until(HttpStatusCode status, string body, string[] headers, int seconds)
    {
        Limit(status, body, headers);

        var postponed = await Assert.ThrowsAsync<PostponedException>(() => tester.PostAsync());

        Assert.Equal(GitHubTester.Start.AddSeconds(seconds), postponed.Until);
        Assert.Empty(tester.GitHub.Issues.Comments);
    }

    [Fact]
    public async Task A_refusal_without_any_sign_of_a_limit_is_a_permission()
    {
        Limit(
            HttpStatusCode.Forbidden,
            """{"message":"Resource not accessible by integration"}""",
            ["x-ratelimit-remaining: 4000", "x-accepted-github-permissions: issues=write; pull_requests=write,contents=read"]);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.PostAsync());

        Assert.Equal(403, refusal.Status);
        Assert.Equal(
            "GitHub refused to comment on octo/app#1 (403: Resource not accessible by integration); "
            + "it would take the permission issues:write, or pull_requests:write and contents:read.",
            refusal.Message);
        await tester.PostAsync();
    }

    [Fact]
    public async Task Stops_the_whole_installation_without_sending_and_no_other()
    {
        await tester.PostAsync();
        await tester.PostAsync(installation: 6);
        Limit(HttpStatusCode.Forbidden, "{}", ["Retry-After: 30"]);
        await Assert.ThrowsAsync<PostponedException>(() => tester.PostAsync());
        var sent = tester.GitHub.Requests.Count;

        await Assert.ThrowsAsync<PostponedException>(() => tester.ReadAsync(new(1)));
        await Assert.ThrowsAsync<PostponedException>(() => tester.PostAsync());
        Assert.Equal(sent, tester.GitHub.Requests.Count);

        await tester.PostAsync(installation: 6);
        Assert.Equal(sent + 1, tester.GitHub.Requests.Count);

        tester.Time.Advance(TimeSpan.FromSeconds(30));
        await tester.PostAsync();
        Assert.Equal(sent + 2, tester.GitHub.Requests.Count);
    }

    [Fact]
    public async Task A_read_that_waits_for_its_next_try_is_stopped_too()
    {
        await tester.PostAsync();
        tester.GitHub.Answer("GET /repos", HttpStatusCode.BadGateway);
        var reading = tester.ReadAsync(new(1));
        Limit(HttpStatusCode.Forbidden, "{}", ["Retry-After: 30"]);
        await Assert.ThrowsAsync<PostponedException>(() => tester.PostAsync());

        await Assert.ThrowsAsync<PostponedException>(() => tester.PassAsync(reading));
        Assert.Single(tester.GitHub.Calls, call => call.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limit_on_tokens_stops_the_installation_too()
    {
        tester.GitHub.Answer("installations/5/access_tokens", HttpStatusCode.Forbidden, Secondary);

        await Assert.ThrowsAsync<PostponedException>(() => tester.PostAsync());
        await Assert.ThrowsAsync<PostponedException>(() => tester.PostAsync());
        Assert.Single(tester.GitHub.Requests);

        await tester.PostAsync(installation: 6);
    }

    [Fact]
    public async Task A_pause_left_to_us_doubles_until_an_answer_comes()
    {
        foreach (var seconds in new[] { 60, 120, 240, 480, 960, 1920, 3600, 3600 })
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), await SecondaryPauseAsync());
        }

        await tester.PostAsync();
        Assert.Equal(TimeSpan.FromSeconds(60), await SecondaryPauseAsync());
    }

    [Fact]
    public async Task Answers_that_were_on_their_way_when_the_limit_came_double_nothing()
    {
        await tester.PostAsync();
        var release = new TaskCompletionSource();
        tester.GitHub.Hold("comments", release.Task, times: 3, () => FakeGitHub.Response(HttpStatusCode.Forbidden, Secondary));
        tester.GitHub.Hold("comments", release.Task);
        var posts = Enumerable.Range(0, 4).Select(_ => tester.PostAsync()).ToArray();
        Limit(HttpStatusCode.Forbidden, Secondary, []);
        await Assert.ThrowsAsync<PostponedException>(() => tester.PostAsync());

        release.SetResult();

        foreach (var limited in posts[..3])
        {
            Assert.Equal(GitHubTester.Start.AddSeconds(60), (await Assert.ThrowsAsync<PostponedException>(() => limited)).Until);
        }

        await posts[3];
        tester.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(TimeSpan.FromSeconds(120), await SecondaryPauseAsync());
    }

    [Fact]
    public async Task Those_who_wait_are_not_told_to_come_back_all_at_once()
    {
        using var paced = new GitHubTester(Hotfix.GitHub.Pacing.GitHub);
        paced.GitHub.Answer("comments", HttpStatusCode.Forbidden, headers: ("Retry-After", "30"));
        var told = new List<double>();

        for (var caller = 0; caller < 4; caller++)
        {
            told.Add(((await Assert.ThrowsAsync<PostponedException>(() => paced.PostAsync())).Until - GitHubTester.Start).TotalSeconds);
        }

        Assert.Equal([30, 30.75, 31.5, 32.25], told);
    }

    public void Dispose() => tester.Dispose();

    private async Task<TimeSpan> SecondaryPauseAsync()
    {
        Limit(HttpStatusCode.Forbidden, Secondary, []);
        var pause = (await Assert.ThrowsAsync<PostponedException>(() => tester.PostAsync())).Until - tester.Time.GetUtcNow();
        tester.Time.Advance(pause);

        return pause;
    }

    private void Limit(HttpStatusCode status, string body, string[] headers) =>
        tester.GitHub.Answer("/repos/", status, body, times: 1, [.. headers.Select(header => header.Split(": ", 2)).Select(pair => (pair[0], pair[1]))]);
}
