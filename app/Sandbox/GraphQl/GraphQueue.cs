namespace Hotfix.Sandbox.GraphQl;

/// <summary><c>MergeQueue</c>: what waits in it, the first in front.</summary>
internal static class GraphQueue
{
    private static readonly GraphType Entry = new GraphType("MergeQueueEntry")
        .With<SandboxMergeGroup>("headCommit", group => GraphCommit.OrNull(group.Repository, group.Head))
        .With<SandboxMergeGroup>("baseCommit", group => GraphCommit.OrNull(group.Repository, group.Before))
        .With<SandboxMergeGroup>("pullRequest", (group, call) =>
        {
            call.Need("pull_requests");

            return GraphPull.Type.Of(group.Pull);
        })
        .With<SandboxMergeGroup>("position", group => group.Repository.QueueOf(group.Base)!.IndexOf(group) + 1)
        .With<SandboxMergeGroup>("state", _ => "AWAITING_CHECKS");

    public static GraphType Type { get; } = new GraphType("MergeQueue")
        .With<IList<SandboxMergeGroup>>("entries", (queue, call) => GraphConnection.Of(call, "MergeQueueEntryConnection", [.. queue], Entry.Of));
}
