using System.Text.Json;
using Hotfix.Sandbox.GraphQl;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// GraphQL. What is wrong comes as <c>errors</c> (type, path, message) with a status of 200: beside the data where a field failed, instead of it where the request as such is wrong.
/// Source: GitHub's GraphQL schema (npm <c>@octokit/graphql-schema</c>), of which <c>GraphQl/</c> knows what Hotfix asks for.
/// </summary>
internal static class GraphQlEndpoint
{
    public static IEnumerable<RestRoute> Routes { get; } = [new("POST", "graphql", RestAccess.Account, Answer)];

    private static RestAnswer Answer(RestRequest request, SandboxState state)
    {
        try
        {
            var document = GraphParser.Read(request.Required("query"));
            var operation = Chosen(document, request.Text("operationName"));
            var variables = new GraphVariables(operation, request.Has("variables") ? request.Json.GetProperty("variables") : default);

            return RestAnswer.Json(200, Fragment.Of(json =>
            {
                var execution = new GraphExecution(document, variables, request, state, json);
                json.WritePropertyName("data");
                execution.Write(GraphRoot.Of(operation.Kind, state), operation.Selections);

                if (execution.Errors.Count > 0)
                {
                    Errors(json, execution.Errors.Select(error => (error.Error.Type, error.Error.Message, error.Path)));
                }
            }));
        }
        catch (GraphRefusal refusal)
        {
            return RestAnswer.Json(200, Fragment.Of(json => Errors(json, [(refusal.Type, refusal.Message, [.. refusal.Path])])));
        }
    }

    private static GraphOperation Chosen(GraphDocument document, string? name) => name is null && document.Operations is [var only]
        ? only
        : document.Operations.FirstOrDefault(operation => name is not null && operation.Name == name) ?? throw new GraphRefusal("MISSING_OPERATION", $"No operation named \"{name}\"");

    private static void Errors(Utf8JsonWriter json, IEnumerable<(string Type, string Message, object[] Path)> errors)
    {
        json.WriteStartArray("errors");

        foreach (var (type, message, path) in errors)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteStartArray("path");

            foreach (var step in path)
            {
                if (step is int place)
                {
                    json.WriteNumberValue(place);
                }
                else
                {
                    json.WriteStringValue($"{step}");
                }
            }

            json.WriteEndArray();
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
