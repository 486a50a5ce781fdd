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
        new("store locked", typeof(FaultStore.Sqlite), FileFaults.LockedAsync),
        new("store slow", typeof(FaultStore.Sqlite), FileFaults.SlowAsync),
        new("file size limit", typeof(FaultStore.Sqlite), FileFaults.LimitedAsync),
        new("disk full", typeof(FaultStore.Tmpfs), FileFaults.FullAsync),
        new("store away", typeof(FaultStore.Azure), AccountFaults.AwayAsync),
        new("store slow", typeof(FaultStore.Azure), AccountFaults.SlowAsync),
        new("store answers 503", typeof(FaultStore.Azure), AccountFaults.BusyAsync),
        new("store's answers lost", typeof(FaultStore.Azure), AccountFaults.AnswersLostAsync),
        new("GitHub slow", typeof(FaultStore), run => GitHubFaults.SlowAsync(run)),
        new("GitHub answers 500", typeof(FaultStore), run => GitHubFaults.RateAsync(run, 0.05, ServerError, ServerErrorAfter)),
        new("GitHub's retry-after", typeof(FaultStore), run => GitHubFaults.RateAsync(run, 0.003, RetryAfter, TooManyRequests)),
        new("GitHub's connection dropped", typeof(FaultStore), run => GitHubFaults.RateAsync(run, 0.05, Drop, DropAfter)),
        new("GitHub refuses every try", typeof(FaultStore), GitHubFaults.RefusedAsync),
    ];

    public static FaultScenario Named(string name, bool azure = false) => All.Single(one => one.Name == name && one.IsOn(azure));
}
