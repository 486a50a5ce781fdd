using System.Diagnostics;
using System.Globalization;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Bench.Faults;

/// <summary>What happens to the SQLite file and to its disk.</summary>
internal static class FileFaults
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private static string File(FaultRun run) => ((FileStore)run.Store).File;

    /// <summary>Another program holds the file's lock, longer than we are ready to wait for it.</summary>
    public static async Task LockedAsync(FaultRun run)
    {
        Connection? other = null;

        await InTheMiddleAsync(
            run,
            () =>
            {
                other = Opening.Writer(File(run));
                other.Execute("BEGIN IMMEDIATE");

                return Task.CompletedTask;
            },
            () =>
            {
                other!.Execute("COMMIT");
                other.Dispose();

                return Task.CompletedTask;
            });
    }

    /// <summary>Another program holds the lock half of the time.</summary>
    public static async Task SlowAsync(FaultRun run)
    {
        await run.ServeAsync();
        using var other = Opening.Writer(File(run));
        var sending = run.SendAllAsync();

        while (!sending.IsCompleted)
        {
            other.Execute("BEGIN IMMEDIATE");
            await Task.Delay(Moment, run.Cancellation);
            other.Execute("COMMIT");
            await Task.Delay(Moment, run.Cancellation);
        }

        await sending;
    }

    /// <summary>The system lets the process make no file any longer, and then again: no root is needed for it.</summary>
    public static Task LimitedAsync(FaultRun run) => InTheMiddleAsync(run, () => LimitAsync(run, "1"), () => LimitAsync(run, "unlimited"));

    /// <summary>Something else fills the disk, and is then deleted.</summary>
    public static Task FullAsync(FaultRun run)
    {
        var disk = (DiskStore)run.Store;

        return InTheMiddleAsync(run, disk.FillAsync, disk.FreeAsync);
    }

    /// <summary>A third is sent before, a third while it lasts, and it lasts until one of those was not taken; a third is sent after.</summary>
    public static async Task InTheMiddleAsync(FaultRun run, Func<Task> beginAsync, Func<Task> endAsync)
    {
        var parts = run.Deliveries.Chunk((run.Deliveries.Count / 3) + 1).ToArray();
        await run.ServeAsync();
        await run.SendAsync(parts[0]);
        await beginAsync();
        var sending = run.SendAsync(parts[1]);
        await run.AwayAsync();
        await endAsync();
        await sending;
        await run.SendAsync(parts[2]);
    }

    private static async Task LimitAsync(FaultRun run, string bytes)
    {
        using var limit = Process.Start("prlimit", [$"--pid={run.Server.Id.ToString(CultureInfo.InvariantCulture)}", $"--fsize={bytes}:"]);
        await limit.WaitForExitAsync(run.Cancellation);
    }
}
