using Hotfix.Bench.Faults;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Bench;

/// <summary>The scenarios of <c>bench/faults</c> in short, in an account of an emulator whose clock nobody moves.</summary>
public sealed class AccountFaultRunTests
{
    [Theory]
    [InlineData("store away")]
    [InlineData("store slow")]
    [InlineData("store answers 503")]
    [InlineData("store's answers lost")]
    public async Task In_an_account_nothing_is_lost_and_nothing_done_twice(string scenario)
    {
        await using var azurite = await AzuriteProcess.StartAsync(Repo.Root);
        await using var store = new AccountStore(azurite);
        await store.ConnectAsync();

        var outcome = await FaultBench.RunAsync(FaultScenarios.Named(scenario, azure: true), store, FaultScale.Short with { Deliveries = 12 }, TestContext.Current.CancellationToken);

        Assert.True(outcome.IsGood, $"{outcome}");
    }
}
