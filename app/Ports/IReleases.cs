using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>What a repository has released. Errors: as for <see cref="IIssues"/>. Source: GitHub REST, "List releases", API version 2022-11-28.</summary>
internal interface IReleases
{
    /// <summary>The published releases, the newest first as GitHub lists them, among the first 300; drafts are left out. One call per 100.</summary>
    Task<IReadOnlyList<PublishedRelease>> ListAsync(Repository repository, CancellationToken cancellationToken);
}
