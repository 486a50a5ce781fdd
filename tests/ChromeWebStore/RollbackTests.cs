using Hotfix.Handlers.Storefront;
using Hotfix.Ports;
using Hotfix.Sandbox.Store;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>A rollback: asked for first, then done, then looked for.</summary>
public sealed class RollbackTests
{
    [Fact]
    public async Task It_is_validated_done_and_looked_for()
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4");

        var outcome = await tester.RollBackAsync(new("1.2.2"));

        Assert.Equal(
            ("rolled-back", "1.2.3 is taken back: the package of 1.2.2 is published as 1.2.3.1. The next release has to be above 1.2.3.1."), (outcome.Result, outcome.Sentence));
        Assert.Equal(["1.2.4 is waiting for review; the rollback discards that."], outcome.Warnings);
        Assert.Equal([("1.2.3.1", 100)], tester.Item.Published);
        Assert.Null(tester.Item.SubmittedVersion);
        Assert.EndsWith("fetchStatus rollback? rollback fetchStatus", tester.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_only_asks_the_store()
    {
        await using var tester = await StoreTester.StartAsync();

        var outcome = await tester.RollBackAsync(new("1.2.2"), isDry: true);

        Assert.Equal(("dry-run", "1.2.3 would be taken back: the package of 1.2.2 would be published as 1.2.3.1 to all users, and the store agrees."), (outcome.Result, outcome.Sentence));
        Assert.Equal([("1.2.3", 100)], tester.Item.Published);
        Assert.Equal("fetchStatus rollback?", tester.Calls);
    }

    [Fact]
    public async Task Of_a_partial_rollout_it_goes_to_the_last_that_went_to_all()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.WithPublished("1.2.4", 5);

        Assert.Contains("the package of 1.2.3 is published as 1.2.4.1", (await tester.RollBackAsync(new())).Sentence, StringComparison.Ordinal);
        Assert.Equal([("1.2.4.1", 100)], tester.Item.Published);
    }

    [Fact]
    public async Task What_the_store_would_not_do_is_not_tried()
    {
        await using var tester = await StoreTester.StartAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tester.RollBackAsync(new("1.0.0")));

        Assert.Equal(
            "The store refused to roll back to 1.0.0 as 1.2.3.1 (400 INVALID_ARGUMENT): INVALID_ROLLBACK: The version 1.0.0 is not a previously published version."
            + " Give --to a version that was published before, as it was written then: the repository's releases name them.",
            refused.Message);
        Assert.Equal("fetchStatus rollback?", tester.Calls);
    }

    [Fact]
    public async Task A_new_version_that_was_overtaken_is_chosen_anew()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Before(":rollback", () => tester.Item.RollBackByOther("1.5.0"));

        Assert.EndsWith(
            "Leave --as out, and run this again: the lowest version above the published one is taken then.", (await Assert.ThrowsAsync<RefusedException>(() => tester.RollBackAsync(new("1.2.2")))).Message, StringComparison.Ordinal);
        Assert.Equal("fetchStatus rollback?", tester.Calls);
    }

    [Fact]
    public async Task Twice_is_once_where_it_is_said_what_is_taken_back()
    {
        await using var tester = await StoreTester.StartAsync();
        var from = new Hotfix.Rollout.RollbackWish("1.2.2", From: new(1, 2, 3, 0));
        await tester.RollBackAsync(from);

        Assert.Contains("what is published is 1.2.3.1", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.RollBackAsync(from))).Message, StringComparison.Ordinal);
        Assert.Equal("skipped", (await tester.RollBackAsync(new("1.2.2", As: new(1, 2, 3, 1)))).Result);
        Assert.Single(tester.Store.Calls, call => call == "rollback");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(503, false)]
    [InlineData(500, true)]
    public async Task One_whose_fate_is_not_known_is_looked_after(int status, bool happens)
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Fail(":rollback", new StoreFault(503)); // the validation, which is asked again
        tester.Store.Before(":rollback", () => { });
        tester.Store.Before(":rollback", () => { });
        tester.Store.Before(":rollback", () => tester.Store.Fail(":rollback", new StoreFault(status, happens))); // what follows it

        await tester.RollBackAsync(new("1.2.2"));

        Assert.Equal([("1.2.3.1", 100)], tester.Item.Published);
        Assert.Single(tester.Store.Calls, call => call == "rollback");
    }

    [Fact]
    public async Task Somebody_else_in_between_stops_it()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Store.Before(":rollback", () => tester.Store.Before(":rollback", () =>
        {
            tester.Store.Fail(":rollback", StoreFault.Drop);
            tester.Item.RollBackByOther("1.5.0");
        }));

        Assert.Equal("While 1.2.3 was rolled back, somebody else published 1.5.0: look at the dashboard before anything else.", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.RollBackAsync(new("1.2.2")))).Message);
    }
}
