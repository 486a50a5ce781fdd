using System.Text.Json;

namespace Hotfix.Sandbox.Wire;

/// <summary>A user, as <c>simple-user</c> and as <c>public-user</c> of GitHub's API description.</summary>
internal static class UserJson
{
    /// <summary>What is null in the profile of somebody who filled in nothing.</summary>
    private static readonly string[] Unknown = ["bio", "company", "email", "hireable", "location", "twitter_username"];

    public static Fragment Simple(SandboxUser user, string api) => Fragment.Of(json => Write(json, user, api));

    public static Fragment Public(SandboxUser user, string api) => Fragment.Of(json =>
    {
        Write(json, user, api);

        foreach (var name in Unknown)
        {
            json.WriteNull(name);
        }

        foreach (var name in (ReadOnlySpan<string>)["public_repos", "public_gists", "followers", "following"])
        {
            json.WriteNumber(name, 0);
        }

        json.WriteString("user_view_type", "public");
        json.WriteString("name", user.Login);
        json.WriteString("blog", "");
        json.WriteString("created_at", "2026-01-01T00:00:00Z");
        json.WriteString("updated_at", "2026-01-01T00:00:00Z");
    });

    /// <summary>With what a role in a repository lets them do, as <c>collaborator</c>.</summary>
    public static Fragment Collaborator(SandboxUser user, string role, string api) => Fragment.Of(json =>
    {
        string[] roles = ["none", "read", "triage", "write", "maintain", "admin"];
        var rank = Array.IndexOf(roles, role) is var found and >= 0 ? found : Array.IndexOf(roles, "write");

        Write(json, user, api);
        json.WriteString("role_name", role);
        json.WriteStartObject("permissions");

        foreach (var (name, least) in (ReadOnlySpan<(string, int)>)[("pull", 1), ("triage", 2), ("push", 3), ("maintain", 4), ("admin", 5)])
        {
            json.WriteBoolean(name, rank >= least);
        }

        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, SandboxUser user, string api)
    {
        var url = $"{api}/users/{Uri.EscapeDataString(user.Login)}";
        json.WriteString("login", user.Login);
        json.WriteNumber("id", user.Id);
        json.WriteString("node_id", $"{(user.Type == "Bot" ? "BOT" : "U")}_kgDO{user.Id:D8}");
        json.WriteString("avatar_url", $"https://avatars.githubusercontent.com/u/{user.Id}?v=4");
        json.WriteString("gravatar_id", "");
        json.WriteString("url", url);
        json.WriteString("html_url", user.Type == "Bot" ? $"https://github.com/apps/{user.Login[..^"[bot]".Length]}" : $"https://github.com/{user.Login}");
        json.WriteString("followers_url", $"{url}/followers");
        json.WriteString("following_url", $"{url}/following{{/other_user}}");
        json.WriteString("gists_url", $"{url}/gists{{/gist_id}}");
        json.WriteString("starred_url", $"{url}/starred{{/owner}}{{/repo}}");
        json.WriteString("subscriptions_url", $"{url}/subscriptions");
        json.WriteString("organizations_url", $"{url}/orgs");
        json.WriteString("repos_url", $"{url}/repos");
        json.WriteString("events_url", $"{url}/events{{/privacy}}");
        json.WriteString("received_events_url", $"{url}/received_events");
        json.WriteString("type", user.Type);
        json.WriteBoolean("site_admin", false);
    }
}
