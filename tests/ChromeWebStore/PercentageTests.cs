using Hotfix.Handlers.Storefront;
using Hotfix.Ports;
using Hotfix.Sandbox.Store;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>A published version for more of the users.</summary>
public sealed class PercentageTests
{
    [Fact]
    public async Task It_rises_step_by_step_and_never_falls()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.WithPublished("1.2.4", 5);

        Assert.Equal(("raised", "1.2.4 goes from 5 % of the users to 25 %."), ((await tester.RaiseAsync(25)) is var raised ? raised.Result : "", raised.Sentence));
        Assert.Equal("skipped", (await tester.RaiseAsync(25)).Result);
        Assert.Contains("never falls", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.RaiseAsync(10))).Message, StringComparison.Ordinal);
        Assert.Contains("say --all", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.RaiseAsync(100))).Message, StringComparison.Ordinal);
        Assert.Equal("dry-run", (await tester.RaiseAsync(100, all: true, isDry: true)).Result);
        Assert.Equal("raised", (await tester.RaiseAsync(100, all: true)).Result);
        Assert.Equal([("1.2.4", 100)], tester.Item.Published);
        Assert.Equal(2, tester.Store.Calls.Count(call => call == "setPublishedDeployPercentage"));
    }

    [Fact]
    public async Task Few_users_are_told_why_not()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.WithPublished("1.2.4", 5).Users = 900;

        Assert.Equal(
            "The store refused to raise the percentage to 25 (400 INVALID_ARGUMENT): INVALID_DEPLOY_PERCENTAGE: Partial rollout is only available to items with over 10,000 seven-day active users."
            + " A percentage only rises, and only for items with more than 10,000 users in seven days: leave --percentage out for others.",
            (await Assert.ThrowsAsync<RefusedException>(() => tester.RaiseAsync(25))).Message);
    }

    [Fact]
    public async Task One_whose_fate_is_not_known_is_looked_after()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.WithPublished("1.2.4", 5);
        tester.Store.Fail(":setPublishedDeployPercentage", StoreFault.DropAfter);

        Assert.Equal("raised", (await tester.RaiseAsync(25)).Result);
        Assert.Single(tester.Store.Calls, call => call == "setPublishedDeployPercentage");
    }

    [Fact]
    public async Task Somebody_elses_rollback_in_between_is_found()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.WithPublished("1.2.4", 5);
        tester.Store.Before(":setPublishedDeployPercentage", () => tester.Store.Before(":fetchStatus", () => tester.Item.RollBackByOther("1.2.4.1")));

        Assert.StartsWith("1.2.4 was raised to 25 %, and the store shows 1.2.4.1 for 100 %", (await Assert.ThrowsAsync<StoreRefusal>(() => tester.RaiseAsync(25))).Message, StringComparison.Ordinal);
    }
}
