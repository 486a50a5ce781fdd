using Hotfix.Sandbox.Rest;

namespace Hotfix.Sandbox.GraphQl;

/// <summary>What a field is asked with: its arguments, variables already put in (texts, whole numbers, yes or no, lists, and objects as dictionaries), and by whom.</summary>
internal sealed class GraphCall(string field, IReadOnlyDictionary<string, object?> arguments, RestRequest request, SandboxState state)
{
    public string Field { get; } = field;

    public RestRequest Request { get; } = request;

    public SandboxState State { get; } = state;

    public string? Text(string name) => arguments.GetValueOrDefault(name) as string;

    public int? Number(string name) => arguments.GetValueOrDefault(name) is long number ? (int)number : null;

    /// <exception cref="GraphRefusal">It is missing.</exception>
    public string Required(string name) =>
        Text(name) ?? throw new GraphRefusal("missingRequiredArguments", $"Field '{Field}' is missing required arguments: {name}", Field);

    /// <exception cref="GraphRefusal">It is missing.</exception>
    public int RequiredNumber(string name) =>
        Number(name) ?? throw new GraphRefusal("missingRequiredArguments", $"Field '{Field}' is missing required arguments: {name}", Field);

    /// <summary>A field of the mutation's <c>input</c>.</summary>
    public string? Input(string name) => (arguments.GetValueOrDefault("input") as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(name) as string;

    /// <exception cref="GraphRefusal">It is missing.</exception>
    public string RequiredInput(string name) =>
        Input(name) ?? throw new GraphRefusal("missingRequiredInputObjectAttribute", $"Argument '{name}' on InputObject of '{Field}' is required.", Field);

    /// <exception cref="GraphError">The token may not do this.</exception>
    public void Need(string permission, string access = "read")
    {
        if (Request.Token?.Allows(permission, access) == false)
        {
            throw GraphError.Forbidden;
        }
    }
}
