using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// What is asked about pull requests, and done to ours. Errors: as for <see cref="IIssues"/>.
/// <para>Source: GitHub REST, "Pull requests", API version 2022-11-28; of the files of a pull request GitHub lists the first 3,000 and says nothing of the others.</para>
/// </summary>
internal interface IPullRequests
{
    /// <summary>Whether the pull request adds, changes, removes or renames (from or to) this file. Reads pages of 100 files until it is found.</summary>
    Task<bool> TouchesAsync(Repository repository, int number, string path, CancellationToken cancellationToken);

    /// <summary>As it is now; null when there is none of the number. One call.</summary>
    Task<PullRequest?> ReadAsync(Repository repository, int number, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a draft from a branch of the repository. One that is open already between the two branches is given back as it is. GitHub may not see a branch that was made just now:
    /// it is asked again, three times, with seven seconds of pauses in all. Where the repository's plan knows no drafts it is opened ready. One call, two where it is there already.
    /// </summary>
    /// <exception cref="RefusedException">Also where there is nothing between the two branches.</exception>
    Task<PullRequest> OpenDraftAsync(Repository repository, string title, string body, string head, string @base, CancellationToken cancellationToken);

    /// <summary>Closes it, or opens it again; one that is so already is no error. One call.</summary>
    /// <exception cref="RefusedException">Also where it cannot be opened again: it was merged, or its branch is gone.</exception>
    Task SetOpenAsync(Repository repository, int number, bool isOpen, CancellationToken cancellationToken);
}

/// <param name="HeadBranch">The branch's name; <paramref name="Head"/> is its newest commit.</param>
/// <param name="IsFromFork">The branch is another repository's.</param>
/// <param name="MergedAt">Null while it is not merged.</param>
internal sealed record PullRequest(int Number, PullState State, string HeadBranch, string Head, string Base, bool IsFromFork, DateTimeOffset? MergedAt, string? MergeCommit, DateTimeOffset UpdatedAt);
