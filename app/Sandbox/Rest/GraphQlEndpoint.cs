using System.Text.Json;
using System.Text.RegularExpressions;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Of GraphQL just the mutation <c>minimizeComment(input: {subjectId, classifier: OUTDATED})</c>, its arguments written out or given as variables. What is wrong comes as <c>errors</c> with a
/// status of 200. Source: GitHub's GraphQL schema (npm <c>@octokit/graphql-schema</c>).
/// </summary>
internal static partial class GraphQlEndpoint
{
    public static IEnumerable<RestRoute> Routes { get; } = [new("POST", "graphql", RestAccess.Account, Answer)];

    private static RestAnswer Answer(RestRequest request, SandboxState state)
    {
        var query = request.Required("query");

        if (!Mutation().IsMatch(query))
        {
            return Refuse("UNSUPPORTED", "The sandbox knows one mutation: minimizeComment(input: {subjectId, classifier}).");
        }

        var (subject, classifier) = (Argument(request, query, "subjectId"), Argument(request, query, "classifier"));

        if (classifier != "OUTDATED")
        {
            return Refuse("argumentLiteralsIncompatible", $"The sandbox minimizes comments as OUTDATED, and not as '{classifier}'.");
        }

        var comment = state.Repositories.Where(repository => request.Token?.Covers(repository) == true)
            .SelectMany(repository => repository.Comments.Values).FirstOrDefault(comment => comment.NodeId == subject);

        if (comment is null)
        {
            return Refuse("NOT_FOUND", $"Could not resolve to a node with the global id of '{subject}'");
        }

        if (request.Token?.Allows("issues", "write") == false && request.Token?.Allows("pull_requests", "write") == false)
        {
            return Refuse("FORBIDDEN", "Resource not accessible by integration");
        }

        request.Issue = comment.Issue.Number;
        comment.Minimized = true;

        return RestAnswer.Json(200, Fragment.Of(json =>
        {
            json.WriteStartObject("data");
            json.WriteStartObject("minimizeComment");
            json.WriteStartObject("minimizedComment");
            json.WriteBoolean("isMinimized", true);
            json.WriteString("minimizedReason", "outdated");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }));
    }

    /// <summary>As it is written in the query, or what the variable holds that is: of <c>$input</c>, its field.</summary>
    private static string? Argument(RestRequest request, string query, string name)
    {
        var variables = request.Has("variables") ? request.Json.GetProperty("variables") : default;
        var whole = WholeInput().Match(query);

        if (whole.Success)
        {
            return variables.ValueKind is JsonValueKind.Object && variables.TryGetProperty(whole.Groups[1].Value, out var input) ? GitBody.Text(input, name) : null;
        }

        var written = Regex.Match(query, $@"\b{name}\s*:\s*(?:""([^""]*)""|\$(\w+)|(\w+))", RegexOptions.CultureInvariant);

        return written switch
        {
            { Success: false } => null,
            _ when written.Groups[2].Success => GitBody.Text(variables, written.Groups[2].Value),
            _ => written.Groups[1].Success ? written.Groups[1].Value : written.Groups[3].Value,
        };
    }

    private static RestAnswer Refuse(string type, string message) => RestAnswer.Json(200, Fragment.Of(json =>
    {
        json.WriteStartObject("data");
        json.WriteNull("minimizeComment");
        json.WriteEndObject();
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartArray("path");
        json.WriteStringValue("minimizeComment");
        json.WriteEndArray();
        json.WriteString("message", message);
        json.WriteEndObject();
        json.WriteEndArray();
    }));

    [GeneratedRegex(@"^\s*mutation\b[^{]*\{\s*minimizeComment\s*\(\s*input\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Mutation();

    [GeneratedRegex(@"minimizeComment\s*\(\s*input\s*:\s*\$(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex WholeInput();
}
