using Hotfix.Domain;

namespace Hotfix.Ports;

/// <summary>
/// What a gate's verdict is made from, as it is at GitHub at this moment. Errors: as for <see cref="IIssues"/>.
/// <para>Source: GitHub GraphQL, schema of npm <c>@octokit/graphql-schema</c>; a connection gives a hundred at a time.</para>
/// </summary>
internal interface IEvidence
{
    /// <summary>A pull request with all that the gate looks at: one call, and one for each further hundred of files, commits, reviews or checks (of all of them together), and those that tell how renamed files were called. Null when there is none of the number.</summary>
    /// <param name="branch">The branch whose <paramref name="files"/> are wanted; of those that are not there, or are no text, nothing is given.</param>
    Task<PullSeen?> ReadAsync(Repository repository, int number, string branch, Values<string> files, CancellationToken cancellationToken);

    /// <summary>The names of the checks that a branch requires, by rulesets or by protection; none where there is no such branch. One call; remembered for a minute.</summary>
    Task<Values<string>> RequiredAsync(Repository repository, string branch, CancellationToken cancellationToken);

    /// <summary>The pull requests in a branch's merge queue, the first to be merged first; none where it has no queue. One call for each hundred.</summary>
    Task<Values<QueuedPull>> QueueAsync(Repository repository, string branch, CancellationToken cancellationToken);

    /// <summary>Makes a draft ready for review; one that is ready is no error. One call.</summary>
    /// <param name="node">GraphQL's id of the pull request.</param>
    Task MakeReadyAsync(Repository repository, string node, CancellationToken cancellationToken);

    /// <summary>Has GitHub merge by itself as soon as everything that it requires is there. One call.</summary>
    /// <param name="head">The commit it must still have.</param>
    /// <exception cref="RefusedException">Also where the repository does not allow it, nothing is left to wait for, or the head is another.</exception>
    Task MergeLaterAsync(Repository repository, string node, string head, MergeMethod method, CancellationToken cancellationToken);
}

/// <param name="Files">Those that were asked for and are there.</param>
internal sealed record PullSeen(PullEvidence Pull, Values<HeadFile> Files);
