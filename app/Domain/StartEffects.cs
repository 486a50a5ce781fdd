namespace Hotfix.Domain;

/// <summary>Gives a version out, and with it begins the fix. Where the registry has moved on since it was read, nothing happens, and the version is chosen anew.</summary>
/// <param name="Revision">The registry's revision when the version was chosen.</param>
/// <param name="Fix">What is going to be made.</param>
internal sealed record ClaimVersion(IssueId Issue, int Revision, Fix Fix) : Effect;

/// <summary>There is no fix any more; the inverse of having begun one. The version stays given out.</summary>
internal sealed record DropFix(IssueId Issue) : Effect;

/// <summary>Makes a branch at a commit. One that is there at that commit will do; one that is elsewhere ends the start.</summary>
/// <param name="IsFix">It is the hotfix branch, and not the line it starts from.</param>
internal sealed record CreateBranch(IssueId Issue, string Branch, string Commit, bool IsFix) : Effect;

/// <summary>Deletes a branch that has nothing on it but what we put there: it must stand at <paramref name="Commit"/>, or for the hotfix branch at its newest commit of ours.</summary>
internal sealed record DeleteBranch(IssueId Issue, string Branch, string Commit) : Effect;

/// <summary>One commit on a branch that stands at <paramref name="Parent"/>.</summary>
internal sealed record CommitFiles(IssueId Issue, string Branch, string Parent, string Message, Values<TextChange> Files) : Effect;

/// <summary>A change of one stretch of a file, small enough for the journal whatever the size of the file.</summary>
/// <param name="Was">Git's name of the blob it applies to; null for a new file.</param>
/// <param name="At">Where the stretch begins, in UTF-16 units of the text without a byte order mark.</param>
/// <param name="Removed">How long it is.</param>
/// <param name="Inserted">What takes its place.</param>
internal sealed record TextChange(string Path, string? Was, int At, int Removed, string Inserted);

internal sealed record OpenPullRequest(IssueId Issue, string Title, string Body, string Head, string Base) : Effect;

internal sealed record SetPullRequestOpen(IssueId Issue, int Number, bool IsOpen) : Effect;

/// <summary>Asks somebody to take the pull request, by assigning it.</summary>
internal sealed record AssignPullRequest(IssueId Issue, int Number, string Login) : Effect;
