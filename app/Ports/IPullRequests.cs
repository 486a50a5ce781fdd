using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// What is asked about pull requests. Errors: as for <see cref="IIssues"/>.
/// <para>Source: GitHub REST, "List pull requests files", API version 2022-11-28; GitHub lists the first 3,000 files and says nothing of the others.</para>
/// </summary>
internal interface IPullRequests
{
    /// <summary>Whether the pull request adds, changes, removes or renames (from or to) this file. Reads pages of 100 files until it is found.</summary>
    Task<bool> TouchesAsync(Repository repository, int number, string path, CancellationToken cancellationToken);
}
