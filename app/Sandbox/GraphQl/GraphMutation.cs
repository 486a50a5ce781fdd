namespace Hotfix.Sandbox.GraphQl;

/// <summary>What can be done by GraphQL, and in part nowhere else; it comes back to the App as people's deeds do.</summary>
internal static class GraphMutation
{
    private static readonly GraphType Minimized = new GraphType("IssueComment", "Minimizable")
        .With<SandboxComment>("isMinimized", comment => comment.Minimized)
        .With<SandboxComment>("minimizedReason", comment => comment.Minimized ? "outdated" : null);

    private static readonly GraphType MinimizePayload = Payload("MinimizeCommentPayload").With<Done>("minimizedComment", done => Minimized.Of(done.What));

    private static readonly GraphType ReadyPayload = Payload("MarkPullRequestReadyForReviewPayload").With<Done>("pullRequest", done => GraphPull.Type.Of(done.What));

    private static readonly GraphType AutoMergePayload = Payload("EnablePullRequestAutoMergePayload").With<Done>("pullRequest", done => GraphPull.Type.Of(done.What));

    public static GraphType Type { get; } = new GraphType("Mutation")
        .With<SandboxState>("minimizeComment", Minimize)
        .With<SandboxState>("markPullRequestReadyForReview", MakeReady)
        .With<SandboxState>("enablePullRequestAutoMerge", EnableAutoMerge);

    private static GraphType Payload(string name) => new GraphType(name).With<Done>("clientMutationId", done => done.Id);

    private static GraphNode Minimize(SandboxState state, GraphCall call)
    {
        var (subject, classifier) = (call.RequiredInput("subjectId"), call.RequiredInput("classifier"));

        if (classifier != "OUTDATED")
        {
            throw new GraphError("argumentLiteralsIncompatible", $"The sandbox minimizes comments as OUTDATED, and not as '{classifier}'.");
        }

        var comment = Repositories(call).SelectMany(repository => repository.Comments.Values).FirstOrDefault(comment => comment.NodeId == subject)
            ?? throw GraphError.NotFound($"a node with the global id of '{subject}'");

        if (call.Request.Token?.Allows("issues", "write") == false)
        {
            call.Need("pull_requests", "write");
        }

        call.Request.Issue = comment.Issue.Number;
        comment.Minimized = true;

        return MinimizePayload.Of(new Done(comment, call.Input("clientMutationId")));
    }

    private static GraphNode MakeReady(SandboxState state, GraphCall call)
    {
        var pull = Pull(call);

        if (!pull.IsOpen)
        {
            throw new GraphError("UNPROCESSABLE", "Pull request is closed");
        }

        if (pull.IsDraft)
        {
            state.Tell([pull.Ready(state.Bot.Login)]);
        }

        return ReadyPayload.Of(new Done(pull, call.Input("clientMutationId")));
    }

    private static GraphNode EnableAutoMerge(SandboxState state, GraphCall call)
    {
        var (pull, head, method) = (Pull(call), call.Input("expectedHeadOid"), call.Input("mergeMethod") ?? "MERGE");
        call.Need("contents", "write");

        pull.AutoMerge = pull switch
        {
            { Issue.Repository.AllowsAutoMerge: false } => throw new GraphError("UNPROCESSABLE", "Pull request Auto merge is not allowed for this repository"),
            { IsOpen: false } => throw new GraphError("UNPROCESSABLE", "Pull request is closed"),
            _ when head is not null && head != pull.Head.Sha => throw new GraphError("UNPROCESSABLE", "Expected head sha didn't match current head ref."),
            _ when method is not ("MERGE" or "SQUASH" or "REBASE") => throw new GraphError("argumentLiteralsIncompatible", $"'{method}' is no PullRequestMergeMethod."),
            _ => method.ToLowerInvariant(),
        };
        state.Tell([Wire.Events.Pull("auto_merge_enabled", pull, state.Bot)]);
        state.Changed.Raise();

        return AutoMergePayload.Of(new Done(pull, call.Input("clientMutationId")));
    }

    private static SandboxPull Pull(GraphCall call)
    {
        var id = call.RequiredInput("pullRequestId");
        var pull = Repositories(call).SelectMany(repository => repository.Pulls).FirstOrDefault(pull => pull.NodeId == id) ?? throw GraphError.NotFound($"a node with the global id of '{id}'");
        call.Need("pull_requests", "write");
        call.Request.Issue = pull.Number;

        return pull;
    }

    private static IEnumerable<SandboxRepository> Repositories(GraphCall call) => call.State.Repositories.Where(repository => call.Request.Token?.Covers(repository) == true);

    /// <param name="Id">What the client calls it, for itself.</param>
    private sealed record Done(object What, string? Id);
}
