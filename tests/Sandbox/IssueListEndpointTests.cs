using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class IssueListEndpointTests
{
    private const string List = "repos/octo-org/beta/issues";

    [Fact]
    public async Task The_newest_come_first_and_pages_keep_what_was_asked_for()
    {
        await using var tester = await SandboxTester.StartAsync();
        Enumerable.Range(1, 5).ToList().ForEach(number => tester.Repository.File($"Issue {number}", null));

        var (response, body) = await tester.GetAsync($"{List}?state=all&since=2026-11-20T11:00:00Z&per_page=2");
        var next = response.Headers.GetValues("Link").Single().Split('<', '>')[1];

        Assert.Equal([5, 4], Numbers(body));
        Assert.Contains("state=all&since=2026-11-20T11%3A00%3A00Z&per_page=2&page=2", next, StringComparison.Ordinal);
        Assert.Equal([3, 2], Numbers((await tester.GetAsync(next)).Body));
    }

    [Theory]
    [InlineData("", 3, 1)]
    [InlineData("?state=open", 3, 1)]
    [InlineData("?state=closed", 2)]
    [InlineData("?state=all", 3, 2, 1)]
    [InlineData("?state=all&since=2026-11-20T12:01:00Z", 2)]
    public async Task Issues_are_chosen_by_state_and_by_their_last_change(string query, params int[] numbers)
    {
        await using var tester = await SandboxTester.StartAsync();
        Enumerable.Range(1, 3).ToList().ForEach(number => tester.Repository.File($"Issue {number}", null));
        tester.Clock.Now += TimeSpan.FromMinutes(1);
        tester.Repository.Issues[1].Close();

        Assert.Equal(numbers, Numbers((await tester.GetAsync(List + query)).Body));
    }

    [Fact]
    public async Task A_pull_request_is_an_issue_too_and_says_so()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.File("Fix it", null).Issue.IsPullRequest = true;

        var (_, body) = await tester.GetAsync(List);

        Assert.Equal("https://github.com/octo-org/beta/pull/1", body![0]!["pull_request"]!["html_url"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("sort=updated&direction=asc", 1, 3, 2)]
    [InlineData("sort=updated", 2, 3, 1)]
    [InlineData("direction=asc", 1, 2, 3)]
    public async Task They_come_in_the_order_asked_for(string query, params int[] numbers)
    {
        await using var tester = await SandboxTester.StartAsync();
        Enumerable.Range(1, 3).ToList().ForEach(number => tester.Repository.File($"Issue {number}", null));
        tester.Clock.Now += TimeSpan.FromMinutes(1);
        tester.Repository.Issues[2].Comment("More");
        tester.Clock.Now += TimeSpan.FromMinutes(1);
        tester.Repository.Issues[1].Comment("More");

        Assert.Equal(numbers, Numbers((await tester.GetAsync($"{List}?{query}")).Body));
    }

    [Fact]
    public async Task People_may_read_with_a_token_or_without_but_not_with_a_wrong_one()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.GitHub.AcceptToken("ghp_good");

        foreach (var (token, status) in new[] { ("ghp_good", HttpStatusCode.OK), (null, HttpStatusCode.OK), ("ghp_bad", HttpStatusCode.Unauthorized) })
        {
            tester.Use(token);
            Assert.Equal(status, (await tester.GetAsync(List)).Response.StatusCode);
        }
    }

    private static IEnumerable<int> Numbers(JsonNode? issues) => issues!.AsArray().Select(issue => issue!["number"]!.GetValue<int>());
}
