using Hotfix.Ports;
using Hotfix.Sandbox.Store;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>Writes of which it is not known what became of them, in a store that shows late what was done, or asks to be left alone for a while.</summary>
public sealed class UnknownFateTests
{
    /// <summary>How often the store is looked at before it shows what was done: longer than it takes to send it again.</summary>
    private const int Late = 2;

    [Fact]
    public async Task A_submission_that_is_refused_because_it_was_made_is_made()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.StatusLag = Late;
        tester.Store.Fail(":publish", StoreFault.DropAfter);

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
        Assert.Equal("1.2.4", tester.Item.SubmittedVersion);
        Assert.Equal(2, tester.Store.Calls.Count(call => call == "publish"));
    }

    [Fact]
    public async Task So_is_a_percentage()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.WithPublished("1.2.4", 5).StatusLag = Late;
        tester.Store.Fail(":setPublishedDeployPercentage", StoreFault.DropAfter);

        Assert.Equal(("raised", 25), ((await tester.RaiseAsync(25)) is var raised ? raised.Result : "", raised.Percentage));
        Assert.Equal(2, tester.Store.Calls.Count(call => call == "setPublishedDeployPercentage"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_is_what_was_taken_back(bool isForAnother)
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4");
        tester.Item.StatusLag = Late;
        tester.Store.Fail(":cancelSubmission", StoreFault.DropAfter);

        var outcome = isForAnother ? await tester.PublishAsync("1.2.5", wish => wish with { CancelPending = true }) : await tester.CancelAsync();

        Assert.Equal(isForAnother ? "submitted" : "cancelled", outcome.Result);
        Assert.Equal(2, tester.Store.Calls.Count(call => call == "cancelSubmission"));
    }

    [Fact]
    public async Task So_is_a_rollback()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.StatusLag = Late;
        tester.Store.Before(":rollback", () => tester.Store.Before(":rollback", () => tester.Store.Fail(":rollback", StoreFault.DropAfter))); // what follows the validation

        Assert.Equal("rolled-back", (await tester.RollBackAsync(new("1.2.2"))).Result);
        Assert.Equal([("1.2.3.1", 100)], tester.Item.Published);
        Assert.Equal(2, tester.Store.Calls.Count(call => call == "rollback"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_of_what_was_not_done_stays_one(bool isBlind)
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.Missing = "Missing screenshot";
        tester.Store.Fail(":publish", new StoreFault(503));
        tester.Store.Before(":publish", () => { });
        tester.Store.Before(":publish", () => tester.Store.Fail(":fetchStatus", isBlind ? [new(403)] : []));

        Assert.Contains("Publish condition not met: Missing screenshot", (await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_is_given_up_it_is_looked_for_once_more()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.StatusLag = tester.Patience.Tries;
        tester.Store.Fail(":publish", [StoreFault.DropAfter, .. Enumerable.Repeat(new StoreFault(503), tester.Patience.Tries - 1)]);

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
        Assert.Single(tester.Store.Calls, call => call == "publish");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_pause_that_the_store_asks_for_is_kept(int status)
    {
        await using var tester = await StoreTester.StartAsync();
        var time = new HurriedTime();
        tester.Clock = time;
        tester.Store.Fail(":publish", new StoreFault(status) { RetryAfter = 3000 });
        tester.Patience = tester.Patience with { LongestPause = TimeSpan.FromSeconds(3000) };

        Assert.Equal("submitted", (await tester.PublishAsync("1.2.4")).Result);
        Assert.InRange(time.Waits.Max(), TimeSpan.FromSeconds(2000), TimeSpan.FromSeconds(3000));
    }

    [Fact]
    public async Task One_that_is_longer_than_ours_is_told_and_nothing_is_sent_meanwhile()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Fail(":publish", new StoreFault(429) { RetryAfter = 30 });
        tester.Patience = tester.Patience with { LongestPause = TimeSpan.FromSeconds(2) };

        Assert.Matches(
            @"did not publish: run this again after 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC\. The package of 1\.2\.4 was uploaded", (await Assert.ThrowsAsync<UnavailableException>(() => tester.PublishAsync("1.2.4"))).Message);
        Assert.Equal("fetchStatus upload fetchStatus", tester.Calls);
    }

    /// <summary>Whoever waits by it waits no time, and how long it would have been is kept.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);

            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
