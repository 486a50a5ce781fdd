namespace Hotfix.Sandbox.GraphQl;

/// <summary><c>StatusCheckRollup</c>: check runs and statuses of a commit, the newest of each name. Statuses need a permission of their own, and are refused one by one without it.</summary>
internal static class GraphChecks
{
    private static readonly GraphType App = new GraphType("App")
        .With<SandboxCheck>("databaseId", check => check.AppId)
        .With<SandboxCheck>("slug", check => check.AppId == check.Repository.State.App.Id ? check.Repository.State.App.Slug : SandboxApp.SlugOf(check.AppId));

    private static readonly GraphType Suite = new GraphType("CheckSuite").With<SandboxCheck>("app", App.Of).With<SandboxCheck>("databaseId", check => check.SuiteId);

    private static readonly GraphType Run = new GraphType("CheckRun", "StatusCheckRollupContext")
        .With<SandboxCheck>("databaseId", check => check.Id)
        .With<SandboxCheck>("name", check => check.Name)
        .With<SandboxCheck>("status", check => check.Status.ToUpperInvariant())
        .With<SandboxCheck>("conclusion", check => check.Conclusion?.ToUpperInvariant())
        .With<SandboxCheck>("title", check => check.Title)
        .With<SandboxCheck>("summary", check => check.Summary)
        .With<SandboxCheck>("text", check => check.Text)
        .With<SandboxCheck>("externalId", check => check.ExternalId)
        .With<SandboxCheck>("startedAt", check => Wire.Stamp.Of(check.Started))
        .With<SandboxCheck>("completedAt", check => check.Completed is { } completed ? Wire.Stamp.Of(completed) : null)
        .With<SandboxCheck>("isRequired", (check, call) => IsRequired(check.Repository, check.Name, call))
        .With<SandboxCheck>("checkSuite", Suite.Of);

    private static readonly GraphType Status = new GraphType("StatusContext", "StatusCheckRollupContext")
        .With<SandboxStatus>("context", status => status.Context)
        .With<SandboxStatus>("state", status => status.State.ToUpperInvariant())
        .With<SandboxStatus>("description", status => status.Description)
        .With<SandboxStatus>("createdAt", status => Wire.Stamp.Of(status.Created))
        .With<SandboxStatus>("isRequired", (status, call) => IsRequired(status.Repository, status.Context, call));

    private static readonly GraphType RollupType = new GraphType("StatusCheckRollup")
        .With<All>("state", all => all.State)
        .With<All>("contexts", (all, call) => GraphConnection.Of(call, "StatusCheckRollupContextConnection", all.Contexts, one => one switch
        {
            SandboxCheck check => Run.Of(check),
            _ when call.Request.Token?.Allows("statuses", "read") == false => GraphError.Forbidden,
            _ => Status.Of(one),
        }));

    /// <summary>Null for a commit about which nobody has said anything.</summary>
    public static GraphNode? Rollup(GraphCommit.At at, GraphCall call)
    {
        call.Need("checks");
        var all = new All(at.Repository.LatestChecks(at.Commit.Sha), at.Repository.LatestStatuses(at.Commit.Sha));

        return all.Contexts is [] ? null : RollupType.Of(all);
    }

    private static object IsRequired(SandboxRepository repository, string name, GraphCall call) =>
        repository.FindPull(call.RequiredNumber("pullRequestNumber")) is { } pull && repository.Rules.Required($"heads/{pull.BaseBranch}").Contains(name);

    private sealed record All(IReadOnlyList<SandboxCheck> Checks, IReadOnlyList<SandboxStatus> Statuses)
    {
        public IReadOnlyList<object> Contexts => [.. Checks, .. Statuses];

        public string State => (Checks, Statuses) switch
        {
            _ when Checks.Any(check => check.Conclusion is not (null or "success" or "neutral" or "skipped")) || Statuses.Any(status => status.State is "failure" or "error") => "FAILURE",
            _ when Checks.Any(check => check.Status != "completed") || Statuses.Any(status => status.State == "pending") => "PENDING",
            _ => "SUCCESS",
        };
    }
}
