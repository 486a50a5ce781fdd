using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Handlers;
using Hotfix.Handlers.Missed;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Scenarios;

/// <summary>GitHub sends everything once. What it sent while nobody was there is found and handled all the same; and what came is left alone.</summary>
public sealed class MissedScenarios
{
    private const string Record = "/app/hook/deliveries";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issues_that_were_opened_while_the_app_was_away_are_triaged_once_it_is_back()
    {
        await using var hotfix = await HotfixTester.StartAsync(settings: new() { ["HOTFIX_SWEEP"] = "5" });
        var (early, _) = await hotfix.FileAsync("The extension crashes for all users");
        await hotfix.GitHub.EchoedAsync(TestContext.Current.CancellationToken); // what our own writes sent is no miss
        await hotfix.LeaveAsync();
        var missed = await LoseAsync(hotfix, Enumerable.Range(0, 5).Select(at => hotfix.Repository.File($"The extension crashes for all users, case {at}", "Since the update.")));

        await hotfix.ReturnAsync();

        foreach (var (_, delivery) in missed)
        {
            await SettledAsync(hotfix, delivery);
        }

        Assert.All(missed.Select(one => one.Issue).Append(early), issue =>
        {
            Assert.Contains("severity: P0", issue.LabelNames());
            Assert.Single(issue.Cards());
        });
        Assert.Equal(missed.Count, Fetched(hotfix));
    }

    [Fact]
    public async Task What_came_is_not_fetched()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.FileAsync("The extension crashes for all users");
        await hotfix.GitHub.EchoedAsync(Cancellation);

        await SweepAsync(hotfix);

        Assert.Equal((1, 0), (Listed(hotfix), Fetched(hotfix)));
    }

    [Fact]
    public async Task Found_and_then_redelivered_it_is_handled_once()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, delivery) = Assert.Single(await LoseAsync(hotfix, [hotfix.Repository.File("The extension crashes for all users", "")]));
        await SweepAsync(hotfix);
        await SettledAsync(hotfix, delivery);
        await hotfix.GitHub.EchoedAsync(Cancellation);
        hotfix.GitHub.Calls.Clear();

        Assert.Equal(HttpStatusCode.Accepted, await hotfix.GitHub.SendAsync(delivery, Cancellation));
        await SweepAsync(hotfix);

        Assert.Equal([Record], hotfix.GitHub.Calls.All.Select(call => call.Path));
        Assert.Single(issue.Cards());
    }

    [Fact]
    public async Task What_is_in_the_inbox_is_not_fetched_though_GitHub_never_heard_so()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (_, delivery) = hotfix.Repository.File("The extension crashes for all users", "");
        await hotfix.HearAsync(delivery);
        var other = hotfix.Repository.File("It crashes", "").Delivery;
        Assert.Equal(Received.Stored, await hotfix.Services.GetRequiredService<Receiving>().ReceiveAsync(other.Id, other.Event, other.Payload, Cancellation));
        hotfix.GitHub.State.Attempts.Add(other, 504, hotfix.GitHub.Hook!);

        await SweepAsync(hotfix);

        Assert.Equal((1, 0), (Listed(hotfix), Fetched(hotfix)));
    }

    [Fact]
    public async Task What_nobody_needs_is_looked_at_once_and_not_stored()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (_, push) = hotfix.Repository.Push("some-branch", "a.txt", "one");
        hotfix.GitHub.IsHookAway = true;
        await hotfix.GitHub.SendAsync(push, Cancellation);

        await SweepAsync(hotfix);
        await SweepAsync(hotfix);

        Assert.Equal((2, 1), (Listed(hotfix), Fetched(hotfix)));
        Assert.Null(await hotfix.Services.GetRequiredService<DeliveryList>().FindAsync(push.Id, Cancellation));
    }

    [Fact]
    public async Task One_process_sweeps_at_a_time()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var now = DateTimeOffset.UtcNow;
        var other = await hotfix.Services.GetRequiredService<SweepLedger>().TakeAsync(TimeSpan.FromHours(1), now, Cancellation);

        Assert.False(await hotfix.Services.GetRequiredService<MissedDeliveries>().SweepAsync(Cancellation));
        await other!.ReleaseAsync([], Cancellation);
        await SweepAsync(hotfix);

        Assert.Equal(1, Listed(hotfix));
    }

    [Fact]
    public async Task Whoever_looks_after_it_sees_how_far_it_is()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var missed = await LoseAsync(hotfix, [hotfix.Repository.File("It crashes", ""), hotfix.Repository.File("It crashes too", "")]);
        await SweepAsync(hotfix);
        await SettledAsync(hotfix, missed[^1].Delivery);

        using var http = new HttpClient();
        var ready = JsonNode.Parse(await http.GetStringAsync(new Uri(hotfix.Url, "/ready"), Cancellation))!["missedDeliveries"]!;
        var (_, output, _) = await HotfixProcess.RunAsync(new Dictionary<string, string> { ["HOTFIX_STORE"] = $"sqlite:{hotfix.Store}" }, Cancellation, "deliveries");

        Assert.Equal((2, 0), (ready["recovered"]!.GetValue<int>(), ready["givenUp"]!.GetValue<int>()));
        Assert.InRange(ready["endedAt"]!.GetValue<DateTimeOffset>(), ready["sweptTo"]!.GetValue<DateTimeOffset>(), DateTimeOffset.UtcNow);
        Assert.Matches("\nMissed deliveries were last looked for at [0-9: -]{19} UTC, and dealt with until [0-9: -]{19}; 2 recovered so far\\.\n", output.ReplaceLineEndings("\n"));
    }

    private static async Task<IReadOnlyList<(SandboxIssue Issue, SandboxDelivery Delivery)>> LoseAsync(HotfixTester hotfix, IEnumerable<(SandboxIssue Issue, SandboxDelivery Delivery)> told)
    {
        hotfix.GitHub.IsHookAway = true;
        var lost = told.ToList();

        foreach (var (_, delivery) in lost)
        {
            Assert.Equal(HttpStatusCode.BadGateway, await hotfix.GitHub.SendAsync(delivery, Cancellation));
        }

        hotfix.GitHub.IsHookAway = false;

        return lost;
    }

    private static async Task SweepAsync(HotfixTester hotfix) => Assert.True(await hotfix.Services.GetRequiredService<MissedDeliveries>().SweepAsync(Cancellation));

    private static Task<Handled> SettledAsync(HotfixTester hotfix, SandboxDelivery delivery) =>
        hotfix.Handlings.UntilAsync(handled => handled.Head.Id == delivery.Id && handled.Head.Status != DeliveryStatus.Waiting, Cancellation);

    private static int Listed(HotfixTester hotfix) => hotfix.GitHub.Calls.All.Count(call => call.Path == Record);

    private static int Fetched(HotfixTester hotfix) => hotfix.GitHub.Calls.All.Count(call => call.Path.StartsWith($"{Record}/", StringComparison.Ordinal));
}
