using System.Text.Json.Nodes;
using Hotfix.Bench.Support;

namespace Hotfix.Bench.Faults;

/// <summary>What is done after the fault, with what the program itself offers: it is started anew and finds what it missed, and what it kept as failed is retried by name.</summary>
internal static class Recovery
{
    /// <summary>Returns how many deliveries it took care of.</summary>
    public static async Task<int> OfAsync(FaultRun run)
    {
        var missed = run.Filed.Count - run.Acknowledged;

        if (missed > 0)
        {
            await run.Server.StopAsync();
            await run.ServeAsync();
        }

        await run.SettledAsync();
        var failed = await FailedAsync(run);

        foreach (var id in failed)
        {
            await DeliveriesAsync(run, "retry", id);
        }

        await run.SettledAsync();

        return missed + failed.Count;
    }

    private static async Task<IReadOnlyList<string>> FailedAsync(FaultRun run) =>
        [.. (await DeliveriesAsync(run, "--failed", "--json", "--limit", "10000")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{JsonNode.Parse(line)!["id"]}")];

    private static async Task<string> DeliveriesAsync(FaultRun run, params string[] arguments)
    {
        var (exitCode, output, error) = await HotfixProcess.RunAsync(new Dictionary<string, string> { ["HOTFIX_STORE"] = run.Store.Address }, run.Cancellation, ["deliveries", .. arguments]);

        return exitCode == 0 ? output : throw new BenchException(error.Trim());
    }
}
