namespace Hotfix.Sandbox.Wire;

/// <summary>The App, as <c>integration</c> of GitHub's API description: answered by <c>GET /app</c>, and named in what it wrote.</summary>
internal static class AppJson
{
    /// <summary>What the App may do, and what it hears of: the least that Hotfix asks for.</summary>
    public static IReadOnlyDictionary<string, string> Permissions { get; } = new Dictionary<string, string> { ["issues"] = "write", ["metadata"] = "read" };

    public static IReadOnlyList<string> Events { get; } = ["issues", "issue_comment"];

    public static Fragment Of(
        SandboxApp app, SandboxUser owner, DateTimeOffset now, IReadOnlyDictionary<string, string> permissions, IReadOnlyList<string> events) => Fragment.Of(json =>
    {
        json.WriteNumber("id", app.Id);
        json.WriteString("client_id", app.ClientId);
        json.WriteString("slug", app.Slug);
        json.WriteString("node_id", $"A_kwDO{app.Id:D8}");
        json.WritePropertyName("owner");
        json.WriteRawValue(owner.Json.Json.Span, skipInputValidation: true);
        json.WriteString("name", app.Slug);
        json.WriteString("description", "The App under test.");
        json.WriteString("external_url", "https://example.com/hotfix");
        json.WriteString("html_url", $"https://github.com/apps/{app.Slug}");
        json.WriteString("created_at", Stamp.Of(now));
        json.WriteString("updated_at", Stamp.Of(now));
        json.WriteStartObject("permissions");

        foreach (var (name, access) in permissions)
        {
            json.WriteString(name, access);
        }

        json.WriteEndObject();
        json.WriteStartArray("events");

        foreach (var name in events)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    });
}
