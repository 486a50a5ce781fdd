using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>Who may do what in a repository, and who is of which team. Sources: REST, "Collaborators" and "Team members".</summary>
internal static class PeopleEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "collaborators/{login}/permission", Permission, needs: "metadata=read"),
        new("GET", "orgs/{org}/teams/{slug}/memberships/{login}", RestAccess.Account, Membership, needs: "members=read"),
    ];

    private static RestAnswer Permission(RestRequest request, SandboxState state)
    {
        if (request.Repository.Roles.Find(request["login"]) is not { } user)
        {
            return RestErrors.NotFound;
        }

        var role = request.Repository.Roles[user.Login];
        var permission = role switch { "maintain" => "write", "triage" => "read", "admin" or "write" or "read" or "none" => role, _ => "write" };

        return RestAnswer.Json(200, new PermissionJson(permission, role, UserJson.Collaborator(user, role, state.Api)), WireJson.GitHub.PermissionJson);
    }

    private static RestAnswer Membership(RestRequest request, SandboxState state)
    {
        var (org, team, login) = (request["org"], request["slug"], request["login"]);

        return state.FindInstallation(org)?.IsOfTeam(team, login) == true
            ? RestAnswer.Json(200, new MembershipJson($"{state.Api}/orgs/{org}/teams/{team}/memberships/{login}", "member", "active"), WireJson.GitHub.MembershipJson)
            : RestErrors.NotFound;
    }
}
