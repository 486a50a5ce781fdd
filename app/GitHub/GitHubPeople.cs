using System.Net;
using Hotfix.Domain;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>People and their rights at GitHub. Promises, errors and source: see <see cref="IPeople"/>.</summary>
internal sealed class GitHubPeople(GitHubUrl url, ICalls calls) : IPeople
{
    public async Task<RepositoryRole> RoleAsync(Repository repository, string login, CancellationToken cancellationToken)
    {
        if (login.Length == 0) // an account that is gone
        {
            return RepositoryRole.None;
        }

        var call = new Call(HttpMethod.Get, url.Of(repository, "collaborators", login, "permission"), repository.Installation, $"say what '{login}' may do in {repository}");
        var answer = await calls.SendAsync(call, cancellationToken);

        return answer.Status == HttpStatusCode.NotFound ? RepositoryRole.None : RoleOf(answer.Read(call, PeopleJson.Default.PermissionWire));
    }

    public async Task<bool> IsInTeamAsync(Repository repository, string team, string login, CancellationToken cancellationToken)
    {
        if (login.Length == 0)
        {
            return false;
        }

        try
        {
            var call = new Call(HttpMethod.Get, url.Of("orgs", repository.Owner, "teams", team, "memberships", login), repository.Installation, $"say whether '{login}' is in the team {repository.Owner}/{team}")
            {
                Grant = Grant.Members,
            };

            var answer = await calls.SendAsync(call, cancellationToken);

            return answer.Status != HttpStatusCode.NotFound && answer.Read(call, PeopleJson.Default.MembershipWire).State == "active";
        }
        catch (RefusedException refused) when (refused.Status is 403 or 422)
        {
            // A person's account cannot give the permission: it has no members, and so no teams.
            if (await IsOrganizationAsync(repository, cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    private async Task<bool> IsOrganizationAsync(Repository repository, CancellationToken cancellationToken)
    {
        var call = new Call(HttpMethod.Get, url.Of(repository), repository.Installation, $"look up {repository}");

        return (await calls.SendAsync(call, cancellationToken)).Read(call, PeopleJson.Default.OwnedWire).Owner?.Type != "User";
    }

    /// <summary>A role that the organisation made up is what it comes to; what nobody knows is nothing.</summary>
    private static RepositoryRole RoleOf(PermissionWire permission) =>
        Named(permission.RoleName) ?? Flagged(permission.User?.Permissions) ?? Named(permission.Permission) ?? RepositoryRole.None;

    private static RepositoryRole? Named(string? name) => name switch
    {
        "admin" => RepositoryRole.Admin,
        "maintain" => RepositoryRole.Maintain,
        "write" => RepositoryRole.Write,
        "triage" => RepositoryRole.Triage,
        "read" => RepositoryRole.Read,
        "none" => RepositoryRole.None,
        _ => null,
    };

    private static RepositoryRole? Flagged(PermissionsWire? flags) => flags switch
    {
        { Admin: true } => RepositoryRole.Admin,
        { Maintain: true } => RepositoryRole.Maintain,
        { Push: true } => RepositoryRole.Write,
        { Triage: true } => RepositoryRole.Triage,
        { Pull: true } => RepositoryRole.Read,
        _ => null,
    };
}
