using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

internal sealed record GraphQlQuery(string Query, GraphQlVariables Variables);

/// <param name="Id">The node that it is about.</param>
internal sealed record GraphQlVariables(string Id);

internal sealed record GraphQlAnswer(GraphQlError[]? Errors);

/// <param name="Type">For example <c>NOT_FOUND</c>; missing where the query is wrong, and where GitHub failed.</param>
internal sealed record GraphQlError(string? Type, string? Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GraphQlQuery))]
[JsonSerializable(typeof(GraphQlAnswer))]
internal sealed partial class GraphQlJson : JsonSerializerContext;
