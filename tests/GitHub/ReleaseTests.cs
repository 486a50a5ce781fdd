using System.Globalization;
using System.Net;
using Hotfix.Domain;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class ReleaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Published_releases_are_listed_and_drafts_are_not()
    {
        await using var tester = await CodeTester.StartAsync();
        var (one, _) = tester.Sandbox.Release("v1.0.0");
        var (two, _) = tester.Sandbox.Release("v1.1.0-beta", prerelease: true);
        tester.Sandbox.Release("v2.0.0", draft: true);

        Assert.Equivalent(
            new[] { new PublishedRelease("v1.0.0", false, Seconds(one.Published)), new PublishedRelease("v1.1.0-beta", true, Seconds(two.Published)) },
            await tester.Client.Releases.ListAsync(tester.Repository, Cancellation),
            strict: true);
    }

    [Fact]
    public async Task No_more_than_three_pages_are_read()
    {
        using var tester = new GitHubTester();

        for (var page = 0; page < 4; page++)
        {
            tester.GitHub.Answer("/releases", HttpStatusCode.OK, Page(page), 1, ("Link", $"<https://api.github.com/repositories/905/releases?page={page + 2}>; rel=\"next\""));
        }

        var releases = await tester.Releases.ListAsync(GitHubTester.Repository(), Cancellation);

        Assert.Equal((270, "v1", 3), (releases.Count, releases[0].Tag, tester.GitHub.Calls.Count()));
    }

    private static DateTimeOffset Seconds(DateTimeOffset? time) => DateTimeOffset.FromUnixTimeSeconds(time!.Value.ToUnixTimeSeconds());

    /// <summary>Every tenth is a draft.</summary>
    private static string Page(int page) => $"[{string.Join(',', Enumerable.Range(page * 100, 100).Select(number => string.Create(CultureInfo.InvariantCulture, $$"""
        {"tag_name":"v{{number}}","draft":{{(number % 10 == 0 ? "true" : "false")}},"prerelease":false,"published_at":{{(number % 10 == 0 ? "null" : "\"2026-11-20T10:00:00Z\"")}}}
        """)))}]";
}
