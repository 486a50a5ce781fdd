using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// What is read of a repository's files, one call each. An answer read before is asked for again by its ETag, which costs nothing of the hourly limit.
/// <para>Errors: as for <see cref="IIssues"/>. Not being allowed to read files at all (403; 422 as long as the installation has not accepted that permission) is a <see cref="RefusedException"/> and never told as "no such file".</para>
/// <para>Source: GitHub REST, "Get repository content", API version 2022-11-28.</para>
/// </summary>
internal interface IFiles
{
    /// <summary>A file as it is at a commit, or at the head of the default branch where <paramref name="commit"/> is null. Null when there is no such file (a folder is none), no such repository, or one that the App may not see.</summary>
    /// <param name="path">From the repository's root, with <c>/</c> between folders.</param>
    /// <exception cref="RefusedException">Also for a file that is larger than 1 MB.</exception>
    Task<RepositoryFile?> ReadAsync(Repository repository, string path, string? commit, CancellationToken cancellationToken);
}

/// <param name="Text">UTF-8 decoded; a byte order mark is dropped, and bytes that are not UTF-8 are U+FFFD.</param>
/// <param name="Sha">Git's name of the blob, 40 hexadecimal digits: the same text has the same.</param>
internal sealed record RepositoryFile(string Text, string Sha);
