using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// What is said on a commit: check runs, which pull requests show. Every one is created completed; a new commit, and a new verdict on an old one, gets a run of its own.
/// <para>Errors: as for <see cref="IIssues"/>. None repeats a write whose outcome is unknown: <see cref="FindAsync"/> tells whether the run is there.</para>
/// <para>Source: GitHub REST, "Check runs", API version 2022-11-28; summary and text hold 65,535 characters each, a request 50 annotations.</para>
/// </summary>
internal interface IChecks
{
    /// <summary>Creates the run and gives its number. One call; one more for each 50 annotations beyond the first 50. When one of those fails, the run is there with its conclusion and a part of its annotations; published once more, the new run is the one that counts.</summary>
    Task<long> PublishAsync(Repository repository, CheckRun run, CancellationToken cancellationToken);

    /// <summary>Writes conclusion, title, summary and text anew. Annotations are added to those that are there: GitHub takes none away.</summary>
    Task UpdateAsync(Repository repository, long id, CheckRun run, CancellationToken cancellationToken);

    /// <summary>The latest run of this name that our App created on a commit, or null.</summary>
    Task<FoundCheck?> FindAsync(Repository repository, string commit, string name, CancellationToken cancellationToken);
}

/// <param name="About">As it was published (<see cref="CheckRun.About"/>).</param>
internal sealed record FoundCheck(long Id, string? About);
