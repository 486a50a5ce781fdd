using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// Who may what, asked of GitHub each time. Errors: as for <see cref="IIssues"/>; no answer is never a no.
/// <para>Source: GitHub REST, "Get repository permissions for a user" (<c>role_name</c>, else <c>permission</c>), "Get team membership for a user"; API version 2022-11-28.</para>
/// </summary>
internal interface IPeople
{
    /// <summary>One call; <see cref="RepositoryRole.None"/> for somebody GitHub does not know, and for a role of which it does not say what it comes to.</summary>
    Task<RepositoryRole> RoleAsync(Repository repository, string login, CancellationToken cancellationToken);

    /// <summary>Whether somebody is an active member of a team of the repository's organisation, or of a team below it. One call, and one more where the App may not ask.</summary>
    /// <param name="team">Its slug.</param>
    /// <exception cref="RefusedException">Also when the App may not read the organisation's members; a person's account has no teams, and then it is false.</exception>
    Task<bool> IsInTeamAsync(Repository repository, string team, string login, CancellationToken cancellationToken);
}
