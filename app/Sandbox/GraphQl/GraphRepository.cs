using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.GraphQl;

/// <summary><c>Repository</c>: its refs, files, pull requests and merge queues.</summary>
internal static class GraphRepository
{
    public static GraphType Type { get; } = new GraphType("Repository")
        .With<SandboxRepository>("id", repository => repository.NodeId)
        .With<SandboxRepository>("databaseId", repository => repository.Id)
        .With<SandboxRepository>("name", repository => repository.Name)
        .With<SandboxRepository>("nameWithOwner", repository => repository.FullName)
        .With<SandboxRepository>("autoMergeAllowed", repository => repository.AllowsAutoMerge)
        .With<SandboxRepository>("defaultBranchRef", (repository, call) => GraphRef.Find(repository, $"heads/{SandboxBranches.Default}", call))
        .With<SandboxRepository>("ref", (repository, call) => GraphRef.Find(repository, Short(call.Required("qualifiedName")), call))
        .With<SandboxRepository>("object", Object)
        .With<SandboxRepository>("pullRequest", Pull)
        .With<SandboxRepository>("mergeQueue", Queue);

    private static string Short(string name) => name.StartsWith("refs/", StringComparison.Ordinal) ? name["refs/".Length..] : name;

    /// <summary>By git's own way of saying: <c>main:app/a.cs</c> is a file of a branch, <c>main</c> its commit.</summary>
    private static GraphNode? Object(SandboxRepository repository, GraphCall call)
    {
        call.Need("contents");
        var expression = call.Text("expression") ?? call.Required("oid");
        var colon = expression.IndexOf(':', StringComparison.Ordinal);
        var commit = repository.Branches.Find(colon < 0 ? expression : expression[..colon]);

        return colon < 0
            ? GraphCommit.OrNull(repository, commit)
            : commit?.Files.GetValueOrDefault(expression[(colon + 1)..]) is { } blob ? GraphCommit.Of(blob) : null;
    }

    private static GraphNode Pull(SandboxRepository repository, GraphCall call)
    {
        call.Need("pull_requests");
        var pull = repository.FindPull(call.RequiredNumber("number")) ?? throw GraphError.NotFound($"a PullRequest with the number of {call.Number("number")}");
        call.Request.Issue = pull.Number;

        return GraphPull.Type.Of(pull);
    }

    /// <summary>Null for a branch without one.</summary>
    private static GraphNode? Queue(SandboxRepository repository, GraphCall call)
    {
        call.Need("merge_queues");

        return GraphQueue.Type.OrNull(repository.QueueOf(Short(call.Text("branch") ?? SandboxBranches.Default) is var name && name.StartsWith("heads/", StringComparison.Ordinal) ? name["heads/".Length..] : name));
    }
}
