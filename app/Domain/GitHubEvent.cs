namespace Hotfix.Domain;

/// <summary>The closed list of what can happen. A delivery that is none of these is not ours.</summary>
internal abstract record GitHubEvent;

/// <summary>Something happened to an issue; the snapshot is GitHub's as of that moment.</summary>
internal abstract record IssueEvent(IssueSnapshot Issue) : GitHubEvent;

internal sealed record IssueOpened(IssueSnapshot Issue) : IssueEvent(Issue);

internal sealed record IssueEdited(IssueSnapshot Issue) : IssueEvent(Issue);

internal sealed record IssueReopened(IssueSnapshot Issue) : IssueEvent(Issue);

internal sealed record IssueClosed(IssueSnapshot Issue, Actor By) : IssueEvent(Issue);

/// <summary>The issue is gone from the repository: deleted, or transferred to another one.</summary>
internal sealed record IssueGone(IssueSnapshot Issue) : IssueEvent(Issue);

internal sealed record IssueLabeled(IssueSnapshot Issue, string Label, Actor By) : IssueEvent(Issue);

internal sealed record IssueUnlabeled(IssueSnapshot Issue, string Label, Actor By) : IssueEvent(Issue);

/// <summary>Somebody was made responsible for the issue; the login is empty when the account was deleted.</summary>
internal sealed record IssueAssigned(IssueSnapshot Issue, string Assignee, Actor By) : IssueEvent(Issue);

internal sealed record IssueUnassigned(IssueSnapshot Issue, string Assignee, Actor By) : IssueEvent(Issue);

/// <summary>Somebody wrote a comment: the author's answer to our question, or the first act of the team.</summary>
/// <param name="IsByTeam">GitHub calls the author owner, member or collaborator. Says who responded; says nothing about what they may do.</param>
internal sealed record CommentPosted(IssueSnapshot Issue, Actor Author, string Body, bool IsByTeam, DateTimeOffset At, CommentId Comment = default) : IssueEvent(Issue);

/// <summary>Somebody edited a comment, their own or another's.</summary>
/// <param name="By">Who edited it.</param>
/// <param name="Before">What it said before.</param>
internal sealed record CommentEdited(IssueSnapshot Issue, CommentId Comment, Actor Author, Actor By, string Body, string Before, DateTimeOffset At) : IssueEvent(Issue);

/// <summary>Somebody deleted a comment; of use when it was the card.</summary>
internal sealed record CommentDeleted(IssueSnapshot Issue, CommentId Comment) : IssueEvent(Issue);

/// <summary>Something happened to a repository and to none of its issues.</summary>
internal abstract record RepositoryEvent(Repository Repository) : GitHubEvent;

/// <summary>Files that Hotfix watches were pushed to a branch.</summary>
/// <param name="IsDefault">It is the repository's default branch.</param>
/// <param name="Commit">The branch's head after the push.</param>
/// <param name="Paths">Those of <see cref="WatchedFiles"/> that were added, changed or removed; all of them where the default branch was pushed to in a way that does not tell.</param>
/// <param name="IsForced">Commits that were on it may be gone.</param>
internal sealed record FilesPushed(Repository Repository, string Branch, bool IsDefault, string Commit, Values<string> Paths, bool IsForced = false) : RepositoryEvent(Repository);

/// <summary>Something happened to a pull request.</summary>
/// <param name="Commit">Its head.</param>
/// <param name="Branch">The head's name, in whatever repository it is.</param>
/// <param name="Base">The branch it goes to.</param>
/// <param name="Body">Its text, where that was edited, and what it was before.</param>
internal sealed record PullRequestChanged(
    Repository Repository, int Number, string Commit, PullChange Change = PullChange.Content, string Branch = "", Actor By = default, DateTimeOffset At = default, string Base = "", BodyEdit? Body = null)
    : RepositoryEvent(Repository);

internal sealed record BodyEdit(string Before, string After);

/// <summary>What happened to a pull request, as far as it makes a difference.</summary>
internal enum PullChange
{
    /// <summary>It was opened or reopened, or its head or its base changed: what it would merge is another.</summary>
    Content,

    /// <summary>It was closed or merged, made a draft or made ready.</summary>
    State,

    /// <summary>Its text, its title, its labels, or who is asked to review it.</summary>
    Text,
}

/// <summary>Somebody reviewed a pull request, or a review was edited or dismissed.</summary>
internal sealed record PullReviewed(Repository Repository, int Number) : RepositoryEvent(Repository);

/// <summary>A check of somebody else's came to an end on a commit, or was put there.</summary>
/// <param name="Pulls">The pull requests GitHub says it belongs to; none of those from other repositories.</param>
internal sealed record CheckReported(Repository Repository, string Commit, Values<int> Pulls) : RepositoryEvent(Repository);

/// <summary>A merge queue wants to know of a commit that it made whether it may be merged.</summary>
/// <param name="Base">The commit it is on top of.</param>
/// <param name="Branch">The branch it goes to.</param>
internal sealed record MergeGroupFormed(Repository Repository, string Commit, string Base, string Branch) : RepositoryEvent(Repository);

/// <summary>Somebody commented on a pull request, or edited a comment there.</summary>
/// <param name="Before">What the comment said before; null of a new one.</param>
internal sealed record PullCommented(IssueId Pull, CommentId Comment, Actor Author, Actor By, string Body, string? Before, DateTimeOffset At) : RepositoryEvent(Pull.Repository);

/// <summary>A branch was made, moved without touching what Hotfix watches, or deleted.</summary>
/// <param name="Commit">Null when it was deleted.</param>
/// <param name="IsForced">Commits that were on it may be gone.</param>
internal sealed record BranchMoved(Repository Repository, string Branch, string? Commit, bool IsForced) : RepositoryEvent(Repository);

/// <summary>A tag was made, moved or deleted.</summary>
internal sealed record TagChanged(Repository Repository, string Tag) : RepositoryEvent(Repository);

/// <summary>A release was published.</summary>
internal sealed record ReleasePublished(Repository Repository, string Tag, bool IsPrerelease, DateTimeOffset At) : RepositoryEvent(Repository);

/// <summary>Somebody wants a check of ours to be run again.</summary>
/// <param name="Name">Which one; null for all of them.</param>
/// <param name="Pulls">The pull requests GitHub says the commit belongs to.</param>
internal sealed record CheckRequested(Repository Repository, string Commit, string? Name, Values<int> Pulls = default) : RepositoryEvent(Repository);

/// <summary>A run of a workflow was asked for, began or came to an end.</summary>
/// <param name="Path">The workflow's file, from the repository's root.</param>
/// <param name="Branch">What it runs on: the short name of a branch or a tag; empty where GitHub does not say.</param>
internal sealed record WorkflowRunChanged(Repository Repository, string Path, string Branch, WorkflowRun Run) : RepositoryEvent(Repository);

/// <summary>A run of the hotfix workflow told what came of it, and its token was believed. We tell this ourselves.</summary>
internal sealed record BuildReported(IssueId Issue, Build Build) : GitHubEvent;

/// <summary>What an installation may do or see has changed: permissions, suspension, its repositories, or that it exists at all.</summary>
internal sealed record InstallationChanged(long Installation, string Change) : GitHubEvent;

/// <summary>GitHub says hello, after the App or its webhook was set up.</summary>
internal sealed record Pinged : GitHubEvent;

/// <summary>An issue as a delivery shows it: a snapshot, possibly older than the newest we know.</summary>
/// <param name="Assignees">The logins of those who are responsible for it.</param>
/// <param name="OpenedAt">When it was filed; where GitHub does not say, when it last changed.</param>
internal sealed record IssueSnapshot(
    IssueId Id, Actor Author, Report Report, Values<string> Labels, bool IsOpen, DateTimeOffset UpdatedAt, Values<string> Assignees, DateTimeOffset OpenedAt);

/// <summary>Somebody on GitHub; the login of an account that was deleted is empty.</summary>
internal readonly record struct Actor(string Login, bool IsBot);

/// <summary>A command is to be carried out, in order with whatever else happens to its issue. We tell this ourselves.</summary>
/// <param name="Issue">The issue whose hotfix it concerns; that of <see cref="GivenCommand.On"/> where there is none.</param>
internal sealed record CommandAsked(IssueId Issue, GivenCommand Command) : GitHubEvent;

/// <summary>A command could not be carried out, by no fault of whoever gave it. We tell this ourselves.</summary>
/// <param name="Delivery">The command's delivery, by which the log tells more.</param>
internal sealed record CommandFailed(GivenCommand Command, string Delivery) : GitHubEvent;

/// <summary>The configuration changed: an issue's clocks are to be counted anew. We tell this ourselves.</summary>
internal sealed record ClocksRecounted(IssueId Issue) : GitHubEvent;

/// <summary>A configuration changed: the clocks of this repository's issues are to be counted anew, or of all repositories of its account. We tell this ourselves.</summary>
internal sealed record RecountAsked(Repository Repository, string Cause, bool OfAccount, string? After) : GitHubEvent;

/// <summary>A hotfix's gate is to be judged. We tell this ourselves.</summary>
internal sealed record VerdictAsked(IssueId Issue) : GitHubEvent;
