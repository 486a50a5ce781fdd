using System.Net;
using Hotfix.Http;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>The program as the Azure Functions host runs it, with Azurite behind it: nobody who talks to it sees a difference, and nobody outside reaches what is the host's.</summary>
[Collection(Azurite.Clock)]
public sealed class FunctionsScenarios(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_is_labelled_and_has_one_card(bool isProxying)
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        await using var host = await FunctionsHost.StartAsync(github, await azurite.AccountAsync(), isProxying, Cancellation);

        github.Hook = new(host.Url, WebhookEndpoint.Path);

        var issues = await Burst.SendAsync(github, github.AddRepository("acme", "extension"), 3, sideBySide: 3);
        await github.WaitUntilAsync(state => state.CommentCount >= issues.Count, Cancellation);

        Burst.AssertWhole(issues);
        Assert.All(host.Queues.Invocations, invocation => Assert.True(invocation.Went));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_of_20_MB_that_is_not_ASCII_arrives_to_the_byte(bool isProxying)
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        await using var host = await FunctionsHost.StartAsync(github, await azurite.AccountAsync(), isProxying, Cancellation);
        github.Hook = new(host.Url, WebhookEndpoint.Path);
        var (_, delivery) = github.AddRepository("acme", "extension").File("クラッシュ: the extension crashes for all users 💥", "Größe: ");
        var payload = new byte[20 * 1024 * 1024];
        delivery.Payload.CopyTo(payload, 0);
        Array.Fill(payload, (byte)' ', delivery.Payload.Length, payload.Length - delivery.Payload.Length); // JSON may end in spaces; they are signed as all of it

        Assert.Equal(HttpStatusCode.Accepted, await github.SendAsync(delivery with { Payload = payload }, Cancellation));
        await github.WaitUntilAsync(state => state.CommentCount >= 1, Cancellation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reports_of_builds_reach_the_program(bool isProxying)
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        await using var host = await FunctionsHost.StartAsync(github, await azurite.AccountAsync(), isProxying, Cancellation);

        Assert.Equal(
            (HttpStatusCode.NotFound, "Reports of builds are not set up: whoever runs this App has to set HOTFIX_URL to its public address."),
            await Reporting.SendAsync(host.Url, "a.b.c", "{}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_of_a_build_with_a_genuine_token_is_taken_in_and_stands_on_the_card(bool isProxying)
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        await using var host = await FunctionsHost.StartAsync(
            github, await azurite.AccountAsync(), isProxying, Cancellation, ("HOTFIX_URL", HotfixTester.PublicUrl), ("HOTFIX_OIDC_ISSUER", github.State.Issuer.Url));
        github.Hook = new(host.Url, WebhookEndpoint.Path);
        var repository = github.AddRepository("acme", "extension");
        Released.Fill(repository);
        var (issue, filed) = repository.File("The extension crashes on every page", "It crashes for all users, and their saved data is lost.");
        await github.SendAsync(filed, Cancellation);
        await github.WaitUntilAsync(state => state.CommentCount >= 1, Cancellation);
        await github.SendAsync(issue.Comment("/hotfix start", "maintainer").Delivery, Cancellation);
        await github.WaitUntilAsync(_ => repository.Pulls.Count == 1, Cancellation);

        var run = repository.Start(repository.Pulls[0].HeadBranch).Run;
        var report = Reporting.Report().ToJsonString();
        var strange = await Reporting.SendAsync(host.Url, github.State.Issuer.Mint(run, "https://somebody.example.com"), report);
        var (status, said) = await Reporting.SendAsync(host.Url, github.State.Issuer.Mint(run, HotfixTester.PublicUrl), report);
        await github.WaitUntilAsync(_ => issue.CardLine("Build") is not null, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, strange.Status);
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.StartsWith($"build-{run.Id}-{run.Attempt}-", said, StringComparison.Ordinal);
        Assert.Equal(
            $"- **Build** [run {run.Id}]({new Uri(github.Url, $"/acme/extension/actions/runs/{run.Id}/attempts/{run.Attempt}")}) built `1.0.1` from `{run.Commit.Sha[..7]}` for beta: it succeeded. 3 of 3 checks passed.",
            issue.CardLine("Build"));
    }

    [Fact]
    public async Task Killed_in_the_middle_it_finishes_what_it_acknowledged_when_the_doorbells_come_back()
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        var account = await azurite.AccountAsync();
        var repository = github.AddRepository("acme", "extension");
        IReadOnlyList<SandboxIssue> issues;

        await using (var first = await StartAsync(github, account))
        {
            github.Hook = new(first.Url, WebhookEndpoint.Path);
            issues = await Burst.SendAsync(github, repository, 10, sideBySide: 4);
            await github.WaitUntilAsync(state => state.CommentCount >= 1, Cancellation);
        }

        await using var second = await StartAsync(github, account);
        await azurite.MoveAsync(TimeSpan.FromMinutes(10));
        await github.WaitUntilAsync(state => state.CommentCount >= issues.Count, Cancellation);

        Burst.AssertWhole(issues);
    }

    [Fact]
    public async Task What_ends_every_answer_early_lands_among_the_failed_and_a_redelivery_finishes_it()
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        var account = await azurite.AccountAsync();
        await using var host = await StartAsync(github, account);
        github.Hook = new(host.Url, WebhookEndpoint.Path);
        var (issue, delivery) = github.AddRepository("acme", "extension").File("The extension crashes for all users", "Every time.");

        host.Queues.IsBroken = true;
        await github.SendAsync(delivery, Cancellation);
        await host.Queues.UntilAsync(invocation => invocation.Function.EndsWith("-poison", StringComparison.Ordinal) && invocation.Went, Cancellation);
        host.Queues.IsBroken = false;
        var failed = await HotfixProcess.RunAsync(new Dictionary<string, string> { ["HOTFIX_STORE"] = $"azure:{account}" }, Cancellation, "deliveries", "--failed");
        await github.SendAsync(delivery, Cancellation);
        await github.WaitUntilAsync(state => state.CommentCount >= 1, Cancellation);

        Assert.Contains(delivery.Id[..8], failed.Output, StringComparison.Ordinal);
        Burst.AssertWhole([issue]);
    }

    [Fact]
    public async Task Nobody_outside_reaches_what_is_the_host_s()
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        await using var host = await StartAsync(github, await azurite.AccountAsync());
        using var http = new HttpClient();

        foreach (var function in FunctionsFolder.Functions().Where(one => $"{one.Value["type"]}" != "httpTrigger").Select(one => one.Key))
        {
            using var past = new HttpRequestMessage(HttpMethod.Post, new Uri(host.App, $"/{function}")) { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };

            Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync(new Uri(host.Url, $"/{function}"), null, Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.SendAsync(past, Cancellation)).StatusCode);
        }

        Assert.Equal("alive\n", await http.GetStringAsync(new Uri(host.Url, "/health"), Cancellation));
    }

    [Fact]
    public async Task What_nobody_took_from_GitHub_is_found_when_the_host_calls_the_timer_and_is_triaged_when_its_doorbell_is_answered()
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        var account = await azurite.AccountAsync();
        await using var host = await StartAsync(github, account);
        github.Hook = new(host.Url, WebhookEndpoint.Path);
        var (issue, delivery) = github.AddRepository("acme", "extension").File("The extension crashes for all users", "Every time.");
        github.IsHookAway = true;
        Assert.Equal(HttpStatusCode.BadGateway, await github.SendAsync(delivery, Cancellation));
        github.IsHookAway = false;
        Assert.Empty(host.Queues.Invocations);

        Assert.True(await host.Calls.TimerAsync("timer", Cancellation));
        var inbox = await HotfixProcess.RunAsync(new Dictionary<string, string> { ["HOTFIX_STORE"] = $"azure:{account}" }, Cancellation, "deliveries", "show", delivery.Id);
        await host.Queues.UntilAsync(invocation => invocation.Went, Cancellation);
        await github.WaitUntilAsync(state => state.CommentCount >= 1, Cancellation);

        Assert.Equal(0, inbox.ExitCode);
        Assert.Contains(delivery.Id, inbox.Output, StringComparison.Ordinal);
        Burst.AssertWhole([issue]);
        Assert.Equal(502, Assert.Single(github.State.Attempts.All).Status); // GitHub was not asked to send it again
    }

    [Fact]
    public async Task An_envelope_that_holds_no_text_is_a_failure()
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        await using var host = await StartAsync(github, await azurite.AccountAsync());

        Assert.False(await host.Calls.TimerAsync("doorbell", Cancellation));
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_so_that_the_host_starts_it_again()
    {
        await using var github = await SandboxGitHub.StartAsync(new(), Cancellation);
        await using var host = await StartAsync(github, await azurite.AccountAsync());

        Assert.Equal(200, await host.TerminateAsync());
    }

    [Theory]
    [InlineData("8080", "HOTFIX_STORE is a SQLite file, and under Azure Functions every instance has a disk of its own, which ends with it: it is azure: and a storage account, like azure:https://ACCOUNT.table.core.windows.net.", "sqlite:hotfix.db")]
    [InlineData("http", "FUNCTIONS_CUSTOMHANDLER_PORT is 'http': it is the port that the Functions host wants us to listen on, 1 to 65535.", "azure:UseDevelopmentStorage=true")]
    public async Task A_start_that_cannot_be_says_why(string port, string sentence, string store)
    {
        var app = SandboxApp.Create();
        var (exitCode, _, error) = await HotfixProcess.RunAsync(
            new Dictionary<string, string>
            {
                ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port,
                ["HOTFIX_APP_ID"] = $"{app.Id}",
                ["HOTFIX_PRIVATE_KEY"] = app.PrivateKeyPem,
                ["HOTFIX_WEBHOOK_SECRET"] = app.WebhookSecret,
                ["HOTFIX_STORE"] = store,
            },
            Cancellation,
            "serve");

        Assert.Equal((1, sentence), (exitCode, error.Trim()));
    }

    private static Task<FunctionsHost> StartAsync(SandboxGitHub github, string account) => FunctionsHost.StartAsync(github, account, isProxying: true, Cancellation);
}
