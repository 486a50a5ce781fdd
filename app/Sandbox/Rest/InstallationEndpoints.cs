using System.Text.Json;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Where the App is installed, and on which repositories. Sources: REST, "List installations for the authenticated app" and "List repositories accessible to the app installation".</summary>
internal static class InstallationEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        new("GET", "app/installations", RestAccess.App, List),
        new("GET", "installation/repositories", RestAccess.Account, Repositories, needs: "metadata=read"),
    ];

    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        var (page, link) = RestPages.Cut(request, state, [.. state.Installations.Where(installation => !installation.Deleted)]);

        return RestAnswer.Json<IReadOnlyList<Fragment>>(200, [.. page.Select(Listed)], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    private static RestAnswer Repositories(RestRequest request, SandboxState state)
    {
        if (request.Token?.Installation is not { } installation)
        {
            return RestErrors.Forbidden;
        }

        var all = installation.Repositories;
        var (page, link) = RestPages.Cut(request, state, all);

        return RestAnswer.Json(200, Fragment.Of(json =>
        {
            json.WriteNumber("total_count", all.Count);
            json.WriteString("repository_selection", "selected");
            json.WriteStartArray("repositories");

            foreach (var repository in page)
            {
                json.WriteRawValue(repository.Json.Json.Span, skipInputValidation: true);
            }

            json.WriteEndArray();
        })) with
        { Link = link };
    }

    /// <summary>As deliveries carry it, but for the dates, which are texts here, and the App's client id, which GitHub's description of it lacks.</summary>
    private static Fragment Listed(SandboxInstallation installation)
    {
        using var told = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(InstallationJson.Of(installation), WireJson.GitHub.InstallationJson));

        return Fragment.Of(json =>
        {
            foreach (var field in told.RootElement.EnumerateObject().Where(field => field.Name != "client_id"))
            {
                if (field.Name is "created_at" or "updated_at")
                {
                    json.WriteString(field.Name, Stamp.Of(DateTimeOffset.FromUnixTimeSeconds(field.Value.GetInt64())));
                }
                else
                {
                    field.WriteTo(json);
                }
            }
        });
    }
}
