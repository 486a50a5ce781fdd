using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Hotfix.Bench.Run;

/// <summary>What GitHub answers, cut down to what is read of it. Source: GitHub REST.</summary>
internal static class FakeAnswers
{
    /// <summary>A team of six with room for any number of reports: each report is assigned to somebody.</summary>
    private const string HotfixYml =
        """
        team:
          capacity: 1000000
          people:
            alice: { expertise: [performance] }
            bob: { expertise: [ui] }
            carol: { expertise: [ui, performance] }
            dave: { expertise: [content_scripts] }
            erin: { expertise: [performance] }
            frank: { expertise: [ui] }
        rules:
          prepend:
            - { name: to_somebody, severities: [P0, P1, P2, P3], decision: batch, assign: next_available }
        """;

    public static JsonObject Token() => new()
    {
        ["token"] = "ghs_0123456789abcdef0123456789abcdef0123",
        ["expires_at"] = DateTimeOffset.UtcNow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["permissions"] = new JsonObject { ["issues"] = "write", ["contents"] = "read", ["metadata"] = "read" },
        ["repository_selection"] = "all",
    };

    public static JsonObject App() => new() { ["id"] = 1001, ["slug"] = "hotfix-bench", ["name"] = "Hotfix bench", ["events"] = new JsonArray("issues") };

    public static JsonObject Config() => new()
    {
        ["type"] = "file",
        ["name"] = "hotfix.yml",
        ["path"] = ".github/hotfix.yml",
        ["sha"] = "0123456789abcdef0123456789abcdef01234567",
        ["size"] = HotfixYml.Length,
        ["encoding"] = "base64",
        ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(HotfixYml)),
    };

    public static JsonObject Label(JsonNode asked) => new()
    {
        ["id"] = 1,
        ["name"] = $"{asked["name"]}",
        ["color"] = asked["color"]?.GetValue<string>() ?? "ededed",
        ["description"] = asked["description"]?.GetValue<string>(),
        ["default"] = false,
    };

    public static JsonObject Issue(string number, JsonNode assignees) => new()
    {
        ["id"] = 1,
        ["number"] = int.Parse(number, CultureInfo.InvariantCulture),
        ["state"] = "open",
        ["assignees"] = new JsonArray([.. assignees.AsArray().Select(login => new JsonObject { ["login"] = $"{login}", ["id"] = 7, ["type"] = "User" })]),
    };

    public static JsonObject Comment(int id, JsonNode body) => new()
    {
        ["id"] = id,
        ["node_id"] = $"IC_{id}",
        ["body"] = $"{body}",
        ["user"] = new JsonObject { ["login"] = "hotfix-bench[bot]", ["id"] = 8, ["type"] = "Bot" },
    };

    public static JsonObject NotFound() => new() { ["message"] = "Not Found", ["documentation_url"] = "https://docs.github.com/rest", ["status"] = "404" };
}
