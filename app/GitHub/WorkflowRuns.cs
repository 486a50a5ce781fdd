using Hotfix.Domain;

namespace Hotfix.GitHub;

/// <summary>
/// Runs of workflows as GitHub tells of them, in deliveries and in answers. A run of a pull request is none of ours: its commit is a merge that GitHub made, and its workflow may be a stranger's.
/// <para>Source: GitHub docs, "Webhook events and payloads", <c>workflow_run</c>; REST, "Workflow runs".</para>
/// </summary>
internal static class WorkflowRuns
{
    private static readonly string[] Events = ["push", "workflow_dispatch", "release"];

    public static WorkflowRunChanged? Of(WebhookPayload payload, Repository repository) =>
        payload.WorkflowRun is { Id: { } id, HeadSha: { } commit, Path: { } path, Event: { } by } run && Events.Contains(by) && run.HeadRepository?.Id == repository.Id
            ? new(repository, PathOf(path), run.HeadBranch ?? "", new(id, run.RunAttempt ?? 1, commit, Standing(run.Status, run.Conclusion), At(run), run.HtmlUrl ?? ""))
            : null;

    /// <summary>What waits for a person's approval of an environment is under way, too.</summary>
    public static RunStanding Standing(string? status, string? conclusion) => (status, conclusion) switch
    {
        ("in_progress", _) => RunStanding.Running,
        ("completed", "success" or "neutral" or "skipped") => RunStanding.Succeeded,
        ("completed", "cancelled" or "stale") => RunStanding.Cancelled,
        ("completed", _) => RunStanding.Failed,
        _ => RunStanding.Queued,
    };

    private static DateTimeOffset At(WorkflowRunPayload run) => (run.Status == "completed" ? run.UpdatedAt : run.RunStartedAt ?? run.UpdatedAt)?.Value ?? default;

    private static string PathOf(string path) => path.Split('@')[0];
}
