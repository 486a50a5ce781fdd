using Hotfix.Bench.Faults;

namespace Hotfix.Tests.Bench;

/// <summary>The scenarios of <c>bench/faults</c> in short, on a file. What GitHub does to us is in <c>Scenarios/FaultScenarios</c> and <c>BurstScenarios</c>, where time can be made to pass.</summary>
public sealed class FaultRunTests
{
    [Theory]
    [InlineData("kill -9 three times", 100, 3)]
    [InlineData("one of two workers paused", 30, 1)]
    [InlineData("store locked", 30, 0)]
    [InlineData("file size limit", 30, 0)]
    public async Task On_a_file_nothing_is_lost_and_nothing_done_twice(string scenario, int deliveries, int struck)
    {
        await using var store = new FileStore();

        var outcome = await FaultBench.RunAsync(FaultScenarios.Named(scenario), store, FaultScale.Short with { Deliveries = deliveries }, TestContext.Current.CancellationToken);

        Assert.True(outcome.IsGood, $"{outcome}");
        Assert.Equal(struck, outcome.Struck);
    }
}
