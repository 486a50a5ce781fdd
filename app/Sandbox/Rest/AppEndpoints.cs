using System.Text.Json;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Who the App is, and its tokens. Source: REST, "GitHub Apps" and "Users".</summary>
internal static class AppEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        new("GET", "app", RestAccess.App, (_, state) => RestAnswer.Json(200, state.AppFragment)),
        new("GET", "users/{login}", RestAccess.Anybody, GetUser),
        new("POST", "app/installations/{installation_id}/access_tokens", RestAccess.App, CreateToken),
    ];

    private static RestAnswer GetUser(RestRequest request, SandboxState state) =>
        state.FindUser(request["login"]) is { } user ? RestAnswer.Json(200, user.PublicJson) : RestErrors.NotFound;

    private static RestAnswer CreateToken(RestRequest request, SandboxState state)
    {
        if (state.FindInstallation(request.Number("installation_id")) is not { Deleted: false } installation)
        {
            return RestErrors.NotFound;
        }

        if (installation.Suspended is not null)
        {
            return RestErrors.Refuse(403, "This installation has been suspended");
        }

        var repositories = Wanted(request.Json, installation);
        var permissions = Allowed(request.Json, installation);
        var expires = state.Now + SandboxTokens.Life;

        var token = state.Tokens.Mint(installation, expires, repositories, permissions);
        return RestAnswer.Json(201, new TokenJson(token, Stamp.Of(expires), permissions), WireJson.GitHub.TokenJson);
    }

    /// <summary>What the token is to allow: all that was accepted, or the part of it that is asked for.</summary>
    private static IReadOnlyDictionary<string, string> Allowed(JsonElement body, SandboxInstallation installation)
    {
        if (body.ValueKind is not JsonValueKind.Object || !body.TryGetProperty("permissions", out var wanted))
        {
            return installation.Permissions;
        }

        var asked = wanted.EnumerateObject().ToDictionary(permission => permission.Name, permission => permission.Value.GetString()!);

        return asked.All(permission => installation.Permissions.TryGetValue(permission.Key, out var given) && (given == permission.Value || given == "write"))
            ? asked
            : throw new RestRefusal(RestErrors.Invalid("The permissions requested are not granted to this installation."));
    }

    /// <summary>The repositories that the token is to cover; null for all of the installation.</summary>
    private static HashSet<long>? Wanted(JsonElement body, SandboxInstallation installation)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var wanted = new List<SandboxRepository?>();

        if (body.TryGetProperty("repositories", out var names))
        {
            wanted.AddRange(names.EnumerateArray().Select(name =>
                installation.Repositories.FirstOrDefault(one => one.Name.Equals(name.GetString(), StringComparison.OrdinalIgnoreCase))));
        }

        if (body.TryGetProperty("repository_ids", out var ids))
        {
            wanted.AddRange(ids.EnumerateArray().Select(id => installation.Repositories.FirstOrDefault(one => one.Id == id.GetInt64())));
        }

        return wanted.Contains(null)
            ? throw new RestRefusal(RestErrors.Invalid("There is at least one repository that does not exist or is not accessible to the parent installation."))
            : wanted.Count == 0 ? null : [.. wanted.Select(repository => repository!.Id)];
    }
}
