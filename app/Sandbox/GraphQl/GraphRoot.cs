namespace Hotfix.Sandbox.GraphQl;

/// <summary>Where requests begin.</summary>
internal static class GraphRoot
{
    private static readonly GraphType Query = new GraphType("Query").With<SandboxState>("repository", Repository);

    /// <param name="kind"><c>query</c> or <c>mutation</c>.</param>
    public static GraphNode Of(string kind, SandboxState state) => (kind == "mutation" ? GraphMutation.Type : Query).Of(state);

    private static GraphNode Repository(SandboxState state, GraphCall call)
    {
        var (owner, name) = (call.Required("owner"), call.Required("name"));

        return state.FindRepository(owner, name) is { } repository && call.Request.Token?.Covers(repository) != false
            ? GraphRepository.Type.Of(repository)
            : throw GraphError.NotFound($"a Repository with the name '{owner}/{name}'");
    }
}
