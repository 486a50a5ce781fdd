using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// A repository's commits, branches and tags. Names are without <c>refs/</c>: <c>heads/main</c>, <c>tags/v1.0.0</c>; commits are 40 hexadecimal digits.
/// <para>Errors: as for <see cref="IIssues"/>; what a protected branch or a ruleset forbids is a <see cref="RefusedException"/> that says so, and so is a permission that is missing
/// (<c>contents</c>, or <c>workflows</c> where an old commit's workflows differ from today's: asked for only where GitHub says that it takes it).</para>
/// <para>Source: GitHub REST, "Git database" and "Tags"; API version 2022-11-28.</para>
/// </summary>
internal interface IGit
{
    /// <summary>The commit a branch or a tag stands at, annotated tags followed to theirs; null when there is none of the name, and of a tag that leads to no commit. One call, and one more for an annotated tag.</summary>
    Task<string?> CommitOfAsync(Repository repository, string reference, CancellationToken cancellationToken);

    /// <summary>The name of the branch that the repository's settings call its default. One call.</summary>
    Task<string> DefaultBranchAsync(Repository repository, CancellationToken cancellationToken);

    /// <summary>The names of all tags; one call per 100.</summary>
    Task<IReadOnlyList<string>> TagsAsync(Repository repository, CancellationToken cancellationToken);

    /// <summary>The commit from which two went apart; null when they have none in common. One call.</summary>
    Task<string?> ForkOfAsync(Repository repository, string left, string right, CancellationToken cancellationToken);

    /// <summary>A file as it is at a commit; null when there is none. One call, and one more for a file above 1 MB.</summary>
    /// <exception cref="RefusedException">Also for a file that is larger than 20 MB, and for one that is not text in UTF-8: written again, it would come back changed.</exception>
    Task<CommittedFile?> ReadAsync(Repository repository, string path, string commit, CancellationToken cancellationToken);

    /// <summary>Makes a branch at a commit. Null when it is there at that commit now, whoever made it; else the commit it was at before. One call, and one more where the branch is there or another is in its way.</summary>
    Task<string?> CreateBranchAsync(Repository repository, string branch, string commit, CancellationToken cancellationToken);

    /// <summary>Deletes a branch that stands at the commit; false, and nothing is deleted, where it stands elsewhere. One that is gone is no error. Two calls, between which GitHub lets others push.</summary>
    Task<bool> DeleteBranchAsync(Repository repository, string branch, string commit, CancellationToken cancellationToken);

    /// <summary>
    /// One commit with these files on top of a branch that stands at <paramref name="parent"/>, and the branch moved to it; modes of files that are there are kept. Null, and the branch
    /// is as it was, where it stands elsewhere. Where <paramref name="look"/> says that it may have happened before: a branch that stands one commit above with this message is that.
    /// Five calls, one for each folder on the way to a file, and one for each file with a byte order mark or above 1 MB. Files under <c>.github/workflows</c> are never written.
    /// </summary>
    Task<string?> CommitAsync(Repository repository, string branch, string parent, string message, IReadOnlyList<FileToCommit> files, bool look, CancellationToken cancellationToken);
}

/// <param name="Text">UTF-8 decoded, without the byte order mark.</param>
/// <param name="Sha">Git's name of the blob.</param>
/// <param name="HasMark">The file begins with a byte order mark.</param>
internal sealed record CommittedFile(string Text, string Sha, bool HasMark);

/// <param name="HasMark">Write a byte order mark before the text.</param>
internal sealed record FileToCommit(string Path, string Text, bool HasMark);
