using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>GitHub fails in each of its ways, once; afterwards the issue has its labels and exactly one card.</summary>
public sealed class FaultScenarios
{
    public static TheoryData<string, string> Faults
    {
        get
        {
            var rows = new TheoryData<string, string>();

            foreach (var fault in Enum.GetNames<SandboxFault>().Where(name => name != nameof(SandboxFault.None)))
            {
                rows.Add(fault, "/comments");
                rows.Add(fault, "/labels");
                rows.Add(fault, "/app");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task One_fault_leaves_no_trace(string fault, string path)
    {
        // Two minutes of a limit are over in a fifth of a second; a call is given up after 30 s of the same clock.
        await using var hotfix = await HotfixTester.StartAsync(new FastTime(600), WorkOptions.Default with { Lease = TimeSpan.FromHours(1) }, TimeSpan.FromMinutes(5));
        hotfix.GitHub.Faults.Next(Enum.Parse<SandboxFault>(fault), 1, (_, requested) => requested.EndsWith(path, StringComparison.Ordinal));

        var (issue, handled) = await hotfix.FileAsync("The extension crashes for all users");

        Assert.Equal(1, hotfix.GitHub.Faults.Happened);
        Assert.Equal(DeliveryStatus.Done, handled.Head.Status);
        Assert.Equal(["severity: P0", "impact: feature failure", "triage: hotfix now"], issue.LabelNames());
        Assert.Contains("### P0", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_that_fails_every_try_is_kept_and_a_redelivery_tries_again()
    {
        await using var hotfix = await HotfixTester.StartAsync(work: WorkOptions.Default with { Tries = 3, FirstPause = TimeSpan.FromMilliseconds(1) }, echo: false);
        var (issue, delivery) = hotfix.Repository.File("The color is wrong", "");
        hotfix.GitHub.Faults.Rate(SandboxFault.ServerError, 1);

        var failed = await hotfix.HearAsync(delivery);

        Assert.Equal((DeliveryStatus.Failed, 3), (failed.Head.Status, failed.Head.Tries));
        Assert.Contains(hotfix.Log.All, line => line.StartsWith($"Error: {delivery.Id} issues acme/extension: failed, ", StringComparison.Ordinal));
        Assert.Empty(issue.Cards());

        hotfix.GitHub.Faults.Clear();
        await hotfix.GitHub.SendAsync(delivery, TestContext.Current.CancellationToken);
        await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == delivery.Id && handled.Head.Status == DeliveryStatus.Done, TestContext.Current.CancellationToken);

        Assert.Single(issue.Cards());
    }

    [Fact]
    public async Task A_failed_delivery_does_not_hold_up_those_behind_it()
    {
        await using var hotfix = await HotfixTester.StartAsync(work: WorkOptions.Default with { Tries = 1 }, echo: false);
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "");
        hotfix.GitHub.Faults.Next(SandboxFault.Drop, 3, (_, path) => path.EndsWith("/app", StringComparison.Ordinal));

        Assert.Equal(DeliveryStatus.Failed, (await hotfix.HearAsync(opened)).Head.Status);
        Assert.Equal(DeliveryStatus.Done, (await hotfix.HearAsync(issue.Edit(body: "Hello?"))).Head.Status);

        Assert.Single(issue.Cards());
    }

    [Fact]
    public async Task Labels_that_never_got_on_are_put_on_with_the_next_event()
    {
        await using var hotfix = await OnceAsync();
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "");
        hotfix.GitHub.Faults.Next(SandboxFault.ServerError, 1, (method, path) => method == "POST" && path.EndsWith("/1/labels", StringComparison.Ordinal));

        Assert.Equal(DeliveryStatus.Failed, (await hotfix.HearAsync(opened)).Head.Status);
        await hotfix.HearAsync(issue.Edit(body: "Hello?"));

        Assert.Equal(["severity: P3", "impact: cosmetic", "triage: batch"], issue.LabelNames());
        Assert.Single(issue.Cards());
    }

    [Fact]
    public async Task A_card_whose_posting_had_no_answer_is_found_by_the_next_event()
    {
        await using var hotfix = await OnceAsync();
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "");
        hotfix.GitHub.Faults.Next(SandboxFault.DropAfter, 1, (_, path) => path.EndsWith("/comments", StringComparison.Ordinal));

        Assert.Equal(DeliveryStatus.Failed, (await hotfix.HearAsync(opened)).Head.Status);
        await hotfix.HearAsync(issue.Edit(title: "The extension crashes"));

        Assert.Contains("### P0", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_of_a_plan_that_was_overtaken_is_not_performed()
    {
        await using var hotfix = await OnceAsync();
        var (issue, opened) = hotfix.Repository.File("The extension crashes", "");
        hotfix.GitHub.Faults.Next(SandboxFault.ServerError, 1, (method, path) => method == "POST" && path.EndsWith("/1/labels", StringComparison.Ordinal));
        Assert.Equal(DeliveryStatus.Failed, (await hotfix.HearAsync(opened)).Head.Status);
        await hotfix.HearAsync(issue.Edit(title: "The color is wrong"));

        await hotfix.GitHub.SendAsync(opened, TestContext.Current.CancellationToken);
        var again = await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == opened.Id && handled.Head.Status == DeliveryStatus.Done, TestContext.Current.CancellationToken);

        Assert.Equal("P0 a person decides, overtaken", again.Head.Outcome);
        Assert.Equal(["severity: P3", "impact: cosmetic", "triage: batch"], issue.LabelNames());
        Assert.Contains("### P3", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_of_one_that_a_command_overtook()
    {
        await using var hotfix = await OnceAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        hotfix.GitHub.Faults.Next(SandboxFault.ServerError, 1, (method, path) => method == "POST" && path.EndsWith("/1/labels", StringComparison.Ordinal));
        var edited = issue.Edit(title: "The extension crashes");
        Assert.Equal(DeliveryStatus.Failed, (await hotfix.HearAsync(edited)).Head.Status);
        await hotfix.TellAsync(issue, "/hotfix severity P2");
        var labels = issue.LabelNames();

        await hotfix.GitHub.SendAsync(edited, TestContext.Current.CancellationToken);
        var again = await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == edited.Id && handled.Head.Status == DeliveryStatus.Done, TestContext.Current.CancellationToken);

        Assert.EndsWith(", overtaken", again.Head.Outcome, StringComparison.Ordinal);
        Assert.Contains("severity: P2", labels);
        Assert.Equal(labels, issue.LabelNames());
    }

    [Fact]
    public async Task What_comes_while_an_issue_is_held_is_handled_after_it()
    {
        await using var hotfix = await HotfixTester.StartAsync(echo: false);
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "");
        hotfix.GitHub.Faults.Next(SandboxFault.Slow, 1, (_, path) => path.EndsWith("/comments", StringComparison.Ordinal));
        await hotfix.GitHub.SendAsync(opened, TestContext.Current.CancellationToken);
        await hotfix.GitHub.WaitUntilAsync(_ => hotfix.GitHub.Faults.Held == 1, TestContext.Current.CancellationToken);

        var edited = issue.Edit(title: "The extension crashes");
        await hotfix.GitHub.SendAsync(edited, TestContext.Current.CancellationToken);
        hotfix.GitHub.Faults.Release();
        await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == edited.Id && handled.Head.Status == DeliveryStatus.Done, TestContext.Current.CancellationToken);

        Assert.Equal([opened.Id, edited.Id], hotfix.Handlings.All.Select(handled => handled.Head.Id));
        Assert.Contains("### P0", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_one_installation_does_not_hold_up_another()
    {
        await using var hotfix = await HotfixTester.StartAsync(echo: false);
        var other = hotfix.GitHub.AddRepository("other", "extension");
        hotfix.GitHub.Faults.Next(SandboxFault.RetryAfter, 1, (_, path) => path.StartsWith("/repos/acme/", StringComparison.Ordinal));
        var (limited, first) = hotfix.Repository.File("The color is wrong", "");
        var (free, second) = other.File("The color is wrong", "");

        await hotfix.GitHub.SendAsync(first, TestContext.Current.CancellationToken);
        var postponed = await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == first.Id, TestContext.Current.CancellationToken);
        await hotfix.HearAsync(second);

        Assert.Equal((DeliveryStatus.Waiting, 0), (postponed.Head.Status, postponed.Head.Tries));
        Assert.True(postponed.Head.NotBefore > DateTimeOffset.UtcNow.AddSeconds(30));
        Assert.Single(free.Cards());
        Assert.Empty(limited.Cards());
    }

    [Fact]
    public async Task What_GitHub_refuses_for_good_fails_at_once_and_says_what_is_missing()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Granted = false;

        var (_, handled) = await hotfix.FileAsync("The color is wrong");

        Assert.Equal(DeliveryStatus.Failed, handled.Head.Status);
        Assert.NotEmpty(handled.Head.Failure!);
    }

    [Fact]
    public async Task What_was_done_before_the_call_that_failed_is_not_done_again()
    {
        await using var hotfix = await HotfixTester.StartAsync(work: WorkOptions.Default with { FirstPause = TimeSpan.FromMilliseconds(1) }, echo: false);
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "");
        var labelled = 0;
        hotfix.GitHub.Faults.Next(SandboxFault.ServerError, 3, (method, path) =>
        {
            labelled += method == "POST" && path.EndsWith($"/issues/{issue.Number}/labels", StringComparison.Ordinal) ? 1 : 0;

            return path.EndsWith("/comments", StringComparison.Ordinal);
        });

        var handled = await hotfix.HearAsync(opened);

        Assert.Equal((DeliveryStatus.Done, 3, 1), (handled.Head.Status, hotfix.GitHub.Faults.Happened, labelled));
        Assert.NotEqual(0, handled.Head.Tries);
        Assert.Single(issue.Cards());
    }

    /// <summary>Every delivery is tried once only.</summary>
    private static Task<HotfixTester> OnceAsync() => HotfixTester.StartAsync(work: WorkOptions.Default with { Tries = 1 }, echo: false);
}
