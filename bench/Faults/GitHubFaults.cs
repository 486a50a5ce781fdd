using System.Globalization;
using Hotfix.Sandbox;

namespace Hotfix.Bench.Faults;

/// <summary>What GitHub does to our calls. When all that was acknowledged is done in spite of it, it stops.</summary>
internal static class GitHubFaults
{
    private const int Held = 20;
    private const int Tries = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Some writes are done and never answered: the call is given up after ten seconds, and looked up.</summary>
    public static Task SlowAsync(FaultRun run) => RateAsync(run, Math.Min(0.02, (double)Held / (2 * run.Scale.Deliveries)), SandboxFault.Slow);

    /// <summary>So many calls go wrong, in each of these ways alike; a pause that is asked for is a second.</summary>
    public static async Task RateAsync(FaultRun run, double rate, params IReadOnlyList<SandboxFault> faults)
    {
        await run.ServeAsync();
        run.GitHub.Faults.RetryAfter = Pause;

        foreach (var fault in faults)
        {
            run.GitHub.Faults.Rate(fault, rate / faults.Count);
        }

        await run.SendAllAsync();
        await run.CommentedAsync(run.Acknowledged);
        run.GitHub.Faults.Clear();
    }

    /// <summary>Whatever is asked about some issues is answered 500, until their deliveries are kept as failed.</summary>
    public static async Task RefusedAsync(FaultRun run)
    {
        var refused = run.Filed.Take(run.Scale.Part(0.01)).Select(one => one.Issue.Number.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        run.GitHub.Faults.Next(SandboxFault.ServerError, int.MaxValue, (_, path) => path.Split('/') is [_, "repos", _, _, "issues", var number, ..] && refused.Contains(number));
        await run.ServeAsync(Tries);
        await run.SendAllAsync();
        await run.SettledAsync();
        run.GitHub.Faults.Clear();
    }
}
