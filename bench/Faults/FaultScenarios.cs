using static Hotfix.Sandbox.SandboxFault;

namespace Hotfix.Bench.Faults;

/// <summary>What goes wrong, as one list. Source: issue F, "Fault runs".</summary>
internal static class FaultScenarios
{
    public static IReadOnlyList<FaultScenario> All { get; } =
    [
        new("a tenth twice, shuffled", typeof(FaultStore), ProcessFaults.NoneAsync),
        new("kill -9 three times", typeof(FaultStore), ProcessFaults.KilledAsync),
        new("one of two workers paused", typeof(FaultStore), ProcessFaults.PausedAsync),
        new("store locked", typeof(FileStore), FileFaults.LockedAsync),
        new("store slow", typeof(FileStore), FileFaults.SlowAsync),
        new("file size limit", typeof(FileStore), FileFaults.LimitedAsync),
        new("disk full", typeof(DiskStore), FileFaults.FullAsync),
        new("store away", typeof(AccountStore), AccountFaults.AwayAsync),
        new("store slow", typeof(AccountStore), AccountFaults.SlowAsync),
        new("store answers 503", typeof(AccountStore), AccountFaults.BusyAsync),
        new("store's answers lost", typeof(AccountStore), AccountFaults.AnswersLostAsync),
        new("GitHub slow", typeof(FaultStore), run => GitHubFaults.SlowAsync(run)),
        new("GitHub answers 500", typeof(FaultStore), run => GitHubFaults.RateAsync(run, 0.05, ServerError, ServerErrorAfter)),
        new("GitHub's retry-after", typeof(FaultStore), run => GitHubFaults.RateAsync(run, 0.003, RetryAfter, TooManyRequests)),
        new("GitHub's connection dropped", typeof(FaultStore), run => GitHubFaults.RateAsync(run, 0.05, Drop, DropAfter)),
        new("GitHub refuses every try", typeof(FaultStore), GitHubFaults.RefusedAsync),
    ];

    public static FaultScenario Named(string name, bool azure = false) => All.Single(one => one.Name == name && one.IsOn(azure));
}
