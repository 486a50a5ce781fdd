using Hotfix.Bench.Faults;

namespace Hotfix.Tests.Bench;

/// <summary>The scenarios of <c>bench/faults</c> in short, on a file. GitHub's limits, of which a short run meets none, are in <c>Scenarios/FaultScenarios</c> and <c>BurstScenarios</c>, where time can be made to pass; a full disk needs root.</summary>
public sealed class FaultRunTests
{
    [Theory]
    [InlineData("a tenth twice, shuffled", 30, 0)]
    [InlineData("kill -9 three times", 100, 3)]
    [InlineData("one of two workers paused", 30, 1)]
    [InlineData("store locked", 30, 0)]
    [InlineData("store slow", 30, 0)]
    [InlineData("file size limit", 30, 0)]
    [InlineData("GitHub slow", 30, 0)]
    [InlineData("GitHub answers 500", 30, 0)]
    [InlineData("GitHub's connection dropped", 30, 0)]
    [InlineData("GitHub refuses every try", 100, 0)]
    public async Task On_a_file_nothing_is_lost_and_nothing_done_twice(string scenario, int deliveries, int struck)
    {
        await using var store = new FileStore();

        var outcome = await FaultBench.RunAsync(FaultScenarios.Named(scenario), store, FaultScale.Short with { Deliveries = deliveries }, TestContext.Current.CancellationToken);

        Assert.True(outcome.IsGood, $"{outcome}");
        Assert.Equal(struck, outcome.Struck);
    }
}
