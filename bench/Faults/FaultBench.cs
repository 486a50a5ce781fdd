using System.Diagnostics;
using Hotfix.Handlers;
using Hotfix.Triage;

namespace Hotfix.Bench.Faults;

/// <summary>Runs scenarios and counts: what was lost, what was done twice.</summary>
internal static class FaultBench
{
    private static readonly string[] Labels = ["impact: feature failure", "severity: P0", "triage: hotfix now"];

    /// <summary>Bounded by the scale's limit.</summary>
    public static async Task<FaultOutcome> RunAsync(FaultScenario scenario, FaultStore store, FaultScale scale, CancellationToken cancellationToken)
    {
        await using var run = await FaultRun.OpenAsync(store, scale, cancellationToken);
        var recovered = 0;
        var started = Stopwatch.GetTimestamp();

        try
        {
            await scenario.Happen(run);
            var acknowledged = run.Acknowledged;
            recovered = await Recovery.OfAsync(run);

            return await CountAsync(scenario, run, acknowledged, recovered, Stopwatch.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            return await CountAsync(scenario, run, run.Acknowledged, recovered, Stopwatch.GetElapsedTime(started)); // what is not done by now is lost
        }
    }

    private static async Task<FaultOutcome> CountAsync(FaultScenario scenario, FaultRun run, int acknowledged, int recovered, TimeSpan took)
    {
        using var store = run.Store.Open();
        var inbox = await FaultInbox.ReadAsync(store, CancellationToken.None);
        var rest = await FaultInbox.DoorbellsAsync(store, CancellationToken.None);
        var lost = run.Filed.Count(one => inbox.GetValueOrDefault(one.Delivery.Id, DeliveryStatus.Waiting) != DeliveryStatus.Done || !IsWhole(one.Issue));
        var doubled = run.Filed.Sum(one => Math.Max(0, one.Issue.Comments.Count - 1));

        return new(scenario.Name, run.Filed.Count, acknowledged, lost, doubled, recovered, rest, run.Struck, took);
    }

    private static bool IsWhole(Sandbox.SandboxIssue issue) =>
        issue.Labels.Select(label => label.Name).Order(StringComparer.Ordinal).SequenceEqual(Labels) && issue.Comments.Any(comment => comment.Body.StartsWith(CardText.Marker, StringComparison.Ordinal));
}
