namespace Hotfix.Domain;

/// <summary>The closed list of what can happen. A delivery that is none of these is not ours.</summary>
internal abstract record GitHubEvent;

/// <summary>Something happened to an issue; the snapshot is GitHub's as of that moment.</summary>
internal abstract record IssueEvent(IssueSnapshot Issue) : GitHubEvent;

internal sealed record IssueOpened(IssueSnapshot Issue) : IssueEvent(Issue);

internal sealed record IssueEdited(IssueSnapshot Issue) : IssueEvent(Issue);

internal sealed record IssueReopened(IssueSnapshot Issue) : IssueEvent(Issue);

internal sealed record IssueClosed(IssueSnapshot Issue) : IssueEvent(Issue);

/// <summary>The issue is gone from the repository: deleted, or transferred to another one.</summary>
internal sealed record IssueGone(IssueSnapshot Issue) : IssueEvent(Issue);

internal sealed record IssueLabeled(IssueSnapshot Issue, string Label, Actor By) : IssueEvent(Issue);

internal sealed record IssueUnlabeled(IssueSnapshot Issue, string Label, Actor By) : IssueEvent(Issue);

/// <summary>Somebody wrote a comment. Only the author's answer to our question is of use.</summary>
internal sealed record CommentPosted(IssueSnapshot Issue, Actor Author, string Body) : IssueEvent(Issue);

/// <summary>Somebody deleted a comment; of use when it was the card.</summary>
internal sealed record CommentDeleted(IssueSnapshot Issue, CommentId Comment) : IssueEvent(Issue);

/// <summary>What an installation may do or see has changed: permissions, suspension, its repositories, or that it exists at all.</summary>
internal sealed record InstallationChanged(long Installation, string Change) : GitHubEvent;

/// <summary>GitHub says hello, after the App or its webhook was set up.</summary>
internal sealed record Pinged : GitHubEvent;

/// <summary>An issue as a delivery shows it: a snapshot, possibly older than the newest we know.</summary>
internal sealed record IssueSnapshot(IssueId Id, Actor Author, Report Report, Values<string> Labels, bool IsOpen, DateTimeOffset UpdatedAt);

/// <summary>Somebody on GitHub; the login of an account that was deleted is empty.</summary>
internal readonly record struct Actor(string Login, bool IsBot);
