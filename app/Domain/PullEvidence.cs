namespace Hotfix.Domain;

/// <summary>A pull request as the gate looks at it: everything as it is at GitHub by now.</summary>
/// <param name="Node">GraphQL's id.</param>
/// <param name="Body">Its text, in which the checklist is.</param>
/// <param name="Pusher">Who pushed its head; null where GitHub does not say.</param>
/// <param name="Required">The names of the checks that its base requires, whether they have run or not.</param>
/// <param name="Default">The default branch and its newest commit.</param>
/// <param name="IsWhole">False where there is more of it than GitHub lists: then what is not seen must not count as absent.</param>
internal sealed record PullEvidence(
    int Number,
    string Node,
    PullState State,
    string Body,
    string Author,
    string Head,
    string Base,
    string? Pusher,
    Values<ChangedFile> Files,
    Values<PulledCommit> Commits,
    Values<PullReview> Reviews,
    Values<string> AskedToReview,
    Values<CheckState> Checks,
    Values<string> Required,
    BranchHead? Default,
    bool IsWhole = true);

/// <param name="Commit">40 hexadecimal digits.</param>
internal sealed record BranchHead(string Name, string Commit);

/// <param name="Added">Lines; likewise <paramref name="Removed"/>.</param>
/// <param name="Was">How it was called before, where it was renamed.</param>
internal sealed record ChangedFile(string Path, PathChange Change, int Added, int Removed, string? Was = null);

internal enum PathChange
{
    Added,
    Changed,
    Removed,
    Renamed,
}

/// <summary>A commit of a pull request, the oldest first.</summary>
/// <param name="People">The logins of author, co-authors and committer; GitHub itself as committer is nobody.</param>
/// <param name="HasStranger">One of them has no account that GitHub knows.</param>
internal sealed record PulledCommit(string Sha, Values<string> People, bool HasStranger);

/// <param name="By">Empty when the account is gone.</param>
/// <param name="CanWrite">The reviewer may push to the repository.</param>
/// <param name="Commit">What was reviewed; empty when that commit is gone.</param>
internal sealed record PullReview(string By, bool IsBot, bool CanWrite, ReviewState State, string Commit, string Body, DateTimeOffset At);

internal enum ReviewState
{
    Approved,
    ChangesRequested,
    Commented,
    Dismissed,
    Pending,
}

/// <summary>A check run or a commit status on a pull request's head; of several of one name the newest.</summary>
/// <param name="Name">A status's context.</param>
/// <param name="IsOurs">Our App made it.</param>
/// <param name="Says">Its title, summary and text, or its description: where a figure may stand.</param>
internal sealed record CheckState(string Name, bool IsOurs, CheckHealth Health, bool IsRequired, string Says);

internal enum CheckHealth
{
    Green,

    /// <summary>It had nothing to say: neutral, or skipped. GitHub lets that pass, and nothing was tried.</summary>
    Passed,
    Red,

    /// <summary>It has not finished.</summary>
    Waiting,
}

/// <summary>A file as it is at a pull request's head.</summary>
/// <param name="Path">From the repository's root.</param>
internal sealed record HeadFile(string Path, string Text);

/// <summary>A pull request in a merge queue.</summary>
/// <param name="Head">The commit that the queue made for it, on top of <paramref name="Base"/>; null while it has made none.</param>
internal sealed record QueuedPull(int Number, string? Head, string? Base);
