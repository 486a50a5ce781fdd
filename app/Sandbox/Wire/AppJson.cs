namespace Hotfix.Sandbox.Wire;

/// <summary>The App, as <c>integration</c> of GitHub's API description: answered by <c>GET /app</c>, and named in what it wrote.</summary>
internal static class AppJson
{
    /// <summary>What the App may do, and what it hears of: all that Hotfix could need. A test that wants less sets <see cref="SandboxInstallation.Permissions"/>.</summary>
    public static IReadOnlyDictionary<string, string> Permissions { get; } = new Dictionary<string, string>
    {
        ["actions"] = "write",
        ["checks"] = "write",
        ["contents"] = "write",
        ["issues"] = "write",
        ["members"] = "read",
        ["merge_queues"] = "read",
        ["metadata"] = "read",
        ["pull_requests"] = "write",
        ["statuses"] = "read",
        ["workflows"] = "write",
    };

    /// <summary>What an installation has accepted of it: all but <c>workflows</c>, which many an owner leaves out.</summary>
    public static IReadOnlyDictionary<string, string> Accepted { get; } = Permissions.Where(one => one.Key != "workflows").ToDictionary();

    public static IReadOnlyList<string> Events { get; } = ["issues", "issue_comment", "push", "pull_request", "pull_request_review", "check_run", "check_suite", "status", "merge_group", "workflow_run", "create", "delete", "release"];

    public static Fragment Of(SandboxApp app, SandboxUser owner, DateTimeOffset now, IReadOnlyDictionary<string, string> permissions, IReadOnlyList<string> events) =>
        Of(app.Id, app.ClientId, app.Slug, owner, now, permissions, events);

    /// <summary>Somebody else's App.</summary>
    public static Fragment Stranger(long id, SandboxState state) =>
        Of(id, $"Iv23listranger{id}", SandboxApp.SlugOf(id), state.User("strangers", "Organization"), state.Now, new Dictionary<string, string> { ["checks"] = "write" }, []);

    private static Fragment Of(
        long id, string clientId, string slug, SandboxUser owner, DateTimeOffset now, IReadOnlyDictionary<string, string> permissions, IReadOnlyList<string> events) => Fragment.Of(json =>
    {
        json.WriteNumber("id", id);
        json.WriteString("client_id", clientId);
        json.WriteString("slug", slug);
        json.WriteString("node_id", $"A_kwDO{id:D8}");
        json.WritePropertyName("owner");
        json.WriteRawValue(owner.Json.Json.Span, skipInputValidation: true);
        json.WriteString("name", slug);
        json.WriteString("description", "The App under test.");
        json.WriteString("external_url", "https://example.com/hotfix");
        json.WriteString("html_url", $"https://github.com/apps/{slug}");
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
