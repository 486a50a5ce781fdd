namespace Hotfix.Sandbox.GraphQl;

/// <summary>What is wrong with one field: it becomes null, and the rest is answered. The type is GitHub's: <c>NOT_FOUND</c>, <c>FORBIDDEN</c>, <c>UNPROCESSABLE</c>, …</summary>
internal sealed class GraphError(string type, string message) : Exception(message)
{
    public string Type { get; } = type;

    public static GraphError Forbidden => new("FORBIDDEN", "Resource not accessible by integration");

    public static GraphError NotFound(string what) => new("NOT_FOUND", $"Could not resolve to {what}.");
}

/// <summary>What is wrong with the request as such: nothing of it is answered.</summary>
internal sealed class GraphRefusal(string type, string message, params IReadOnlyList<object> path) : Exception(message)
{
    public string Type { get; } = type;

    public IReadOnlyList<object> Path { get; } = path;
}
