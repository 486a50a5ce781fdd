using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>Many at once, some of them twice: nothing lost, nothing double.</summary>
public sealed class BurstScenarios
{
    private const int Issues = 500;
    private const int Side = 32;

    [Fact]
    public async Task Five_hundred_deliveries_a_tenth_of_them_twice()
    {
        await using var hotfix = await HotfixTester.StartAsync(echo: false);

        var issues = await Burst.SendAsync(hotfix.GitHub, hotfix.Repository, Issues, Side);
        await hotfix.Handlings.SettledAsync(Issues, TestContext.Current.CancellationToken);

        Burst.AssertWhole(issues);
        Assert.All(hotfix.Handlings.All, handled => Assert.Equal(DeliveryStatus.Done, handled.Head.Status));
    }

    [Fact]
    public async Task The_same_with_two_percent_of_the_answers_faulty_in_each_way()
    {
        // An hour passes in 6 seconds: limits of minutes are over in a moment, and a held answer is given up after 1 s.
        await using var hotfix = await HotfixTester.StartAsync(new FastTime(600), WorkOptions.Default with { Tries = 30, Lease = TimeSpan.FromHours(2) }, TimeSpan.FromMinutes(10), echo: false);

        hotfix.GitHub.Faults.IncludeTokens = true;

        foreach (var fault in Enum.GetValues<SandboxFault>().Where(fault => fault != SandboxFault.None))
        {
            hotfix.GitHub.Faults.Rate(fault, 0.02);
        }

        var issues = await Burst.SendAsync(hotfix.GitHub, hotfix.Repository, Issues, Side);
        await hotfix.Handlings.SettledAsync(Issues, TestContext.Current.CancellationToken);

        Assert.True(hotfix.GitHub.Faults.Happened > 50, $"Only {hotfix.GitHub.Faults.Happened} answers were faulty.");
        Burst.AssertWhole(issues);
    }
}
