namespace Hotfix.Domain;

/// <summary>A line of a comment that is a command, as somebody wrote it.</summary>
/// <param name="Line">From <c>/hotfix</c> on.</param>
/// <param name="By">Who wrote it, and whose permission counts.</param>
/// <param name="On">The issue or the pull request that was commented on.</param>
/// <param name="Head">The pull request's head when the command was read: what the person had before them. Null on an issue.</param>
/// <param name="Snapshot">The issue as the comment's delivery showed it; null on a pull request.</param>
/// <param name="IsAutomatic">Nobody wrote it: the profile has it done for a report by <paramref name="By"/>. Not permitted then means not done, and nobody is told.</param>
internal sealed record GivenCommand(
    string Line, Actor By, IssueId On, bool IsOnPull, CommentId Comment, string? Head, DateTimeOffset At, IssueSnapshot? Snapshot, bool IsAutomatic = false);

/// <summary>What somebody may do in a repository, as GitHub ranks it; a role of the organisation's own counts as what it is based on.</summary>
internal enum RepositoryRole
{
    None,
    Read,
    Triage,
    Write,
    Maintain,
    Admin,
}

/// <summary>A sign on a comment.</summary>
internal enum Reaction
{
    /// <summary>The commands were seen.</summary>
    Eyes,

    /// <summary>Done.</summary>
    Rocket,

    /// <summary>Refused; a sentence says why.</summary>
    Confused,
}

/// <summary>Why an issue is closed.</summary>
internal enum CloseReason
{
    Completed,
    NotPlanned,
    Duplicate,
}
