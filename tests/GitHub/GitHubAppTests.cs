using System.Net;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class GitHubAppTests : IDisposable
{
    private readonly GitHubTester tester = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_once_who_we_are()
    {
        Assert.Equal(new AppIdentity(77, "hotfix"), await tester.App.IdentityAsync(Cancellation));
        await tester.App.IdentityAsync(Cancellation);

        Assert.Equal(["GET /app"], tester.GitHub.Calls);
    }

    [Fact]
    public async Task Many_who_ask_at_once_share_one_call()
    {
        var release = new TaskCompletionSource();
        tester.GitHub.Hold("GET /app", release.Task);
        using var impatient = new CancellationTokenSource();

        var first = tester.App.IdentityAsync(impatient.Token);
        var second = tester.App.IdentityAsync(Cancellation);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();

        Assert.Equal("hotfix[bot]", (await second).Login);
        Assert.Single(tester.GitHub.Requests);
    }

    [Fact]
    public async Task Does_not_remember_a_failure()
    {
        tester.GitHub.Answer("GET /app", HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<RefusedException>(() => tester.App.IdentityAsync(Cancellation));
        Assert.Equal(77, (await tester.App.IdentityAsync(Cancellation)).Id);
    }

    [Theory]
    [InlineData(-1800)]
    [InlineData(-90)]
    [InlineData(600)]
    [InlineData(86400)]
    public async Task Corrects_its_clock_once_when_GitHubs_says_otherwise(int secondsAhead)
    {
        tester.GitHub.ClockAhead = TimeSpan.FromSeconds(secondsAhead);

        Assert.Equal(77, (await tester.App.IdentityAsync(Cancellation)).Id);
        await tester.PostAsync();

        Assert.Equal(["GET /app", "GET /app", "POST /repos/octo/app/issues/1/comments"], tester.GitHub.Calls);
        Assert.Contains(tester.Logs.Lines, line => line.Contains($"by {secondsAhead} s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_that_the_clock_does_not_explain_is_not_repeated()
    {
        tester.GitHub.Answer("GET /app", HttpStatusCode.Unauthorized, """{"message":"A JSON web token could not be decoded"}""");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.App.IdentityAsync(Cancellation));

        Assert.Equal("GitHub does not accept the App's credentials to say who the App is (401: A JSON web token could not be decoded).", refusal.Message);
        Assert.Single(tester.GitHub.Requests);
    }

    public void Dispose() => tester.Dispose();
}
