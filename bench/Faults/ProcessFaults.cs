namespace Hotfix.Bench.Faults;

/// <summary>What happens to our own processes.</summary>
internal static class ProcessFaults
{
    private const int Kills = 3;

    /// <summary>A holder that died is known to have when its lease and its doorbell's hiding are over (2 and 7 s here); whoever waits longer waits for nothing.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Nothing but what GitHub does anyway: the same twice, and out of order.</summary>
    public static async Task NoneAsync(FaultRun run)
    {
        await run.ServeAsync();
        await run.SendAllAsync();
    }

    /// <summary>In the middle of receiving, and of handling.</summary>
    public static async Task KilledAsync(FaultRun run)
    {
        var parts = run.Deliveries.Chunk((run.Deliveries.Count / (Kills + 1)) + 1).ToArray();

        for (var kill = 0; kill < Kills; kill++)
        {
            var part = parts[kill];
            var server = await run.ServeAsync();
            var before = run.GitHub.State.CommentCount;
            var sending = run.SendAsync(part);
            await run.CommentedAsync(before + Math.Max(1, part.Length * kill / 8));
            await server.KillAsync();
            run.Strike();
            await sending;
        }

        await run.ServeAsync();
        await run.SendAsync(parts[Kills]);
    }

    /// <summary>Two on one store. One stands still in the middle of its work until the other has finished all it can; what it is told when it is awake again shows that it goes on.</summary>
    public static async Task PausedAsync(FaultRun run)
    {
        var last = run.Deliveries.DistinctBy(delivery => delivery.Id).TakeLast(run.Scale.Part(0.1)).ToHashSet();
        var first = run.Deliveries.Where(delivery => !last.Contains(delivery)).ToList();
        var sleeper = await run.ServeAsync();
        await run.ServeAsync();

        var sending = run.SendAsync(first);
        await run.CommentedAsync(run.Scale.Part(0.25));
        await sleeper.PauseAsync();
        run.Strike();
        await Task.WhenAny(EndAsync(run, sending), Task.Delay(Longest, run.Cancellation));
        await sleeper.WakeAsync();
        await sending;

        await run.SendAsync(last, sleeper);
        await run.CommentedAsync(run.Acknowledged);
        await sleeper.StopAsync();
    }

    private static async Task EndAsync(FaultRun run, Task sending)
    {
        await sending;
        await run.CommentedAsync(run.Acknowledged);
    }
}
