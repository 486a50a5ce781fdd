using Hotfix.Bench.Faults;

namespace Hotfix.Tests.Bench;

/// <summary>The scenarios of <c>bench/faults</c> in short. What GitHub does to us is in <c>Scenarios/FaultScenarios</c> and <c>BurstScenarios</c>, where time can be made to pass.</summary>
public sealed class FaultRunTests
{
    [Theory]
    [InlineData("kill -9 three times")]
    [InlineData("one of two workers paused")]
    [InlineData("store locked")]
    [InlineData("file size limit")]
    public async Task On_a_file_nothing_is_lost_and_nothing_done_twice(string scenario)
    {
        await using var store = new FileStore();

        var outcome = await FaultBench.RunAsync(FaultScenarios.Named(scenario), store, FaultScale.Short, TestContext.Current.CancellationToken);

        Assert.True(outcome.IsGood, $"{outcome}");
    }
}
