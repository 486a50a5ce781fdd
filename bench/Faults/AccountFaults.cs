using Hotfix.Bench.Support;

namespace Hotfix.Bench.Faults;

/// <summary>What happens between us and the storage account.</summary>
internal static class AccountFaults
{
    /// <summary>The default: with a store that slow, no issue is decided within two seconds.</summary>
    private const int Lease = 30;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    /// <summary>Every connection breaks.</summary>
    public static Task AwayAsync(FaultRun run) => FileFaults.InTheMiddleAsync(run, () => MeetAsync(run, FaultyProxy.Lost), () => MeetAsync(run, null));

    /// <summary>Every answer takes a fifth of a second longer.</summary>
    public static Task SlowAsync(FaultRun run) => MeanwhileAsync(run, async (context, forward) =>
    {
        await Task.Delay(Moment, context.RequestAborted);
        await forward();
    });

    public static Task BusyAsync(FaultRun run) => MeanwhileAsync(run, Sometimes(0.1, FaultyProxy.Busy()));

    /// <summary>What was asked is done, and nobody says so.</summary>
    public static Task AnswersLostAsync(FaultRun run) => MeanwhileAsync(run, Sometimes(0.05, FaultyProxy.AnswerLost));

    private static async Task MeanwhileAsync(FaultRun run, Fault fault)
    {
        await run.ServeAsync(lease: Lease);
        await MeetAsync(run, fault);
        await run.SendAllAsync();
        await run.CommentedAsync(run.Acknowledged);
        await MeetAsync(run, null);
    }

    private static Task MeetAsync(FaultRun run, Fault? fault)
    {
        ((AccountStore)run.Store).Proxy.Otherwise = fault;

        return Task.CompletedTask;
    }

    private static Fault Sometimes(double rate, Fault fault)
    {
        var chance = new Sandbox.SandboxChance(1);

        return (context, forward) => chance.Fraction() < rate ? fault(context, forward) : forward();
    }
}
