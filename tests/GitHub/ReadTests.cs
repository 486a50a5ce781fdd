using System.Net;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class ReadTests : IDisposable
{
    private readonly GitHubTester tester = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_says_what_GitHub_asks_for()
    {
        await tester.PostAsync();

        Assert.All(tester.GitHub.Requests, request =>
        {
            Assert.Equal("application/vnd.github+json", request.Headers["Accept"]);
            Assert.Equal("2022-11-28", request.Headers["X-GitHub-Api-Version"]);
            Assert.Equal("Hotfix/0.1.0", request.Headers["User-Agent"]);
            Assert.StartsWith("Bearer ", request.Headers["Authorization"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_has_not_changed_comes_from_memory_once_GitHub_confirms_it()
    {
        var comment = await tester.PostAsync("first");

        Assert.Equal("first", await tester.ReadAsync(comment));
        Assert.Equal("first", await tester.ReadAsync(comment));
        Assert.False(tester.GitHub.Requests[^2].Headers.ContainsKey("If-None-Match"));
        Assert.StartsWith("W/\"", tester.GitHub.Requests[^1].Headers["If-None-Match"], StringComparison.Ordinal);

        await tester.Issues.EditCommentAsync(GitHubTester.Issue(), comment, "second", Cancellation);
        Assert.Equal("second", await tester.ReadAsync(comment));
    }

    [Fact]
    public async Task What_one_installation_has_read_another_asks_for_itself()
    {
        var comment = await tester.PostAsync();
        await tester.ReadAsync(comment);
        await tester.ReadAsync(comment, installation: 6);

        Assert.False(tester.GitHub.Requests[^1].Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task A_read_is_tried_again_after_a_failure_a_break_and_silence()
    {
        var comment = await tester.PostAsync();

        tester.GitHub.Answer("GET", HttpStatusCode.BadGateway, "<html>", times: 2);
        Assert.Equal("hello", await tester.PassAsync(tester.ReadAsync(comment)));

        tester.GitHub.BreakAfter("GET");
        tester.GitHub.Hold("GET", new TaskCompletionSource().Task);
        Assert.Equal("hello", await tester.PassAsync(tester.ReadAsync(comment)));

        Assert.Equal(6, tester.GitHub.Calls.Count(call => call.StartsWith("GET", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_read_is_given_up_after_three_tries()
    {
        tester.GitHub.Answer("GET", HttpStatusCode.ServiceUnavailable, times: 10);

        var outage = await Assert.ThrowsAsync<UnavailableException>(() => tester.PassAsync(tester.ReadAsync(new(1))));

        Assert.Equal("GitHub failed to read a comment of octo/app#1 (503).", outage.Message);
        Assert.Equal(3, tester.GitHub.Calls.Count());
    }

    [Fact]
    public async Task A_write_whose_outcome_is_unknown_is_never_repeated()
    {
        tester.GitHub.Answer("POST /repos", HttpStatusCode.InternalServerError, times: 1);
        var failed = await Assert.ThrowsAsync<UnavailableException>(() => tester.PostAsync());
        Assert.Equal("GitHub failed to comment on octo/app#1 (500); whether it happened is unknown.", failed.Message);

        tester.GitHub.BreakAfter("POST /repos");
        var broken = await Assert.ThrowsAsync<UnavailableException>(() => tester.PostAsync());
        Assert.Equal("The connection to GitHub failed when it was asked to comment on octo/app#1; whether it happened is unknown.", broken.Message);

        tester.GitHub.Hold("POST /repos", new TaskCompletionSource().Task);
        var silent = await Assert.ThrowsAsync<UnavailableException>(() => tester.PassAsync(tester.PostAsync()));
        Assert.Equal("GitHub did not answer within 10 s when asked to comment on octo/app#1; whether it happened is unknown.", silent.Message);

        tester.GitHub.Answer("POST /repos", HttpStatusCode.Created, "<html>");
        var strange = await Assert.ThrowsAsync<UnavailableException>(() => tester.PostAsync());
        Assert.Equal("GitHub's answer could not be understood when it was asked to comment on octo/app#1; whether it happened is unknown.", strange.Message);

        Assert.Equal(4, tester.GitHub.Calls.Count());
        Assert.Single(tester.GitHub.Issues.Comments);
    }

    [Fact]
    public async Task Giving_up_is_no_outage()
    {
        await tester.PostAsync();
        using var impatient = new CancellationTokenSource();
        tester.GitHub.Hold("/repos", new TaskCompletionSource().Task, times: 2);

        var reading = tester.Issues.ReadCommentAsync(GitHubTester.Issue(), new(1), impatient.Token);
        var writing = tester.Issues.PostCommentAsync(GitHubTester.Issue(), "hello", impatient.Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }

    [Fact]
    public async Task The_meter_counts_every_request_of_its_flow_tokens_redirects_and_tries_included()
    {
        await tester.PostAsync(installation: 6);
        tester.GitHub.Answer("GET", HttpStatusCode.BadGateway);
        tester.GitHub.Answer("GET", HttpStatusCode.Found, headers: ("Location", "https://api.github.com/repos/octo/app/issues/comments/1"));

        var count = tester.Meter.Begin();

        using (count)
        {
            await tester.PassAsync(tester.ReadAsync(new(1)));
            Assert.Equal(4, count.Value);

            await Task.WhenAll(Task.Run(() => tester.PostAsync(), Cancellation), OtherFlowAsync());
            Assert.Equal(5, count.Value);
        }

        await tester.PostAsync();
        Assert.Equal(5, count.Value);

        async Task OtherFlowAsync()
        {
            using var other = tester.Meter.Begin();
            await tester.PostAsync(installation: 6);
            Assert.Equal(1, other.Value);
        }
    }

    [Fact]
    public async Task A_link_to_another_host_is_not_followed()
    {
        tester.GitHub.Answer("/comments?", HttpStatusCode.OK, "[]", headers: ("Link", "<https://evil.example/next>; rel=\"next\""));

        await Assert.ThrowsAsync<UnavailableException>(() => tester.Issues.FindCommentAsync(GitHubTester.Issue(), "marker", Cancellation));
        Assert.DoesNotContain(tester.GitHub.Requests, request => request.Uri.Host == "evil.example");
    }

    [Fact]
    public async Task Pages_that_go_in_a_circle_end()
    {
        const string Itself = "<https://api.github.com/repos/octo/app/issues/1/comments?per_page=100>; rel=\"next\"";
        tester.GitHub.Answer("/comments?", HttpStatusCode.OK, "[]", times: int.MaxValue, headers: ("Link", Itself));

        await Assert.ThrowsAsync<UnavailableException>(() => tester.Issues.FindCommentAsync(GitHubTester.Issue(), "marker", Cancellation));
    }

    public void Dispose() => tester.Dispose();
}
