using System.Text.Json.Nodes;

namespace Hotfix.Tests.Support;

/// <summary>GitHub's GraphQL schema, read by the reference implementation in node (<c>graphql.mjs</c>).</summary>
internal static class GraphQlSchema
{
    /// <summary>What does not fit, in sentences.</summary>
    /// <param name="asked">Requests with their variables, and what was answered; no answer where only the request is to be looked at.</param>
    public static async Task<string> CheckAsync(IEnumerable<(string Query, JsonNode? Variables, JsonNode? Answer)> asked, CancellationToken cancellationToken)
    {
        NodeModules.Package("@octokit/graphql-schema");
        var file = Path.GetTempFileName();

        try
        {
            JsonNode?[] all = [.. asked.Select(one => new JsonObject { ["query"] = one.Query, ["variables"] = one.Variables?.DeepClone(), ["answer"] = one.Answer?.DeepClone() })];
            await File.WriteAllTextAsync(file, new JsonArray(all).ToJsonString(), cancellationToken);
            var (code, output, error) = await Tool.RunAsync("node", cancellationToken, Repo.File("tests", "Support", "graphql.mjs"), file);

            return code == 0 ? output : error;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
