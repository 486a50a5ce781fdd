using System.Text.Json.Serialization;

namespace Hotfix.Domain;

/// <summary>The closed list of what can be done. The middle returns effects; the performer does them, in order, each once.</summary>
[JsonDerivedType(typeof(ChangeLabels), "change-labels")]
[JsonDerivedType(typeof(WriteCard), "write-card")]
[JsonDerivedType(typeof(RemoveCard), "remove-card")]
[JsonDerivedType(typeof(AssignOwner), "assign-owner")]
[JsonDerivedType(typeof(UnassignOwner), "unassign-owner")]
[JsonDerivedType(typeof(MoveLoad), "move-load")]
[JsonDerivedType(typeof(LearnEffort), "learn-effort")]
[JsonDerivedType(typeof(PublishCheck), "publish-check")]
[JsonDerivedType(typeof(AdoptConfig), "adopt-config")]
[JsonDerivedType(typeof(RecountClocks), "recount-clocks")]
[JsonDerivedType(typeof(ForgetCodeOwners), "forget-code-owners")]
[JsonDerivedType(typeof(ForgetInstallation), "forget-installation")]
[JsonDerivedType(typeof(AskCommands), "ask-commands")]
[JsonDerivedType(typeof(React), "react")]
[JsonDerivedType(typeof(GiveAnswer), "give-answer")]
[JsonDerivedType(typeof(Remember), "remember")]
[JsonDerivedType(typeof(Adopt), "adopt")]
[JsonDerivedType(typeof(LogCommand), "log-command")]
[JsonDerivedType(typeof(HandOver), "hand-over")]
[JsonDerivedType(typeof(CloseIssue), "close-issue")]
[JsonDerivedType(typeof(ReopenIssue), "reopen-issue")]
[JsonDerivedType(typeof(ClaimVersion), "claim-version")]
[JsonDerivedType(typeof(DropFix), "drop-fix")]
[JsonDerivedType(typeof(CreateBranch), "create-branch")]
[JsonDerivedType(typeof(DeleteBranch), "delete-branch")]
[JsonDerivedType(typeof(CommitFiles), "commit-files")]
[JsonDerivedType(typeof(OpenPullRequest), "open-pull-request")]
[JsonDerivedType(typeof(SetPullRequestOpen), "set-pull-request-open")]
[JsonDerivedType(typeof(AssignPullRequest), "assign-pull-request")]
[JsonDerivedType(typeof(AskVerdict), "ask-verdict")]
[JsonDerivedType(typeof(PublishVerdict), "publish-verdict")]
[JsonDerivedType(typeof(MakeReady), "make-ready")]
[JsonDerivedType(typeof(MergeLater), "merge-later")]
[JsonDerivedType(typeof(OpenFollowUp), "open-follow-up")]
[JsonDerivedType(typeof(SettleFollowUp), "settle-follow-up")]
[JsonDerivedType(typeof(SetFreeze), "set-freeze")]
[JsonDerivedType(typeof(KeepBuild), "keep-build")]
[JsonDerivedType(typeof(StartWorkflow), "start-workflow")]
internal abstract record Effect;

/// <summary>Adds labels (created in the repository when first used) and takes others off. Labels nobody names here stay.</summary>
/// <param name="Ours">The labels on the issue that are ours, once this is done.</param>
internal sealed record ChangeLabels(IssueId Issue, Values<Label> Add, Values<Label> Remove, Values<string> Ours) : Effect;

/// <summary>Writes the issue's one card: edits it in place, or posts it where there is none.</summary>
/// <param name="IsFirst">The issue was opened just now and never seen before, so there can be no card yet, and nobody need look for one.</param>
internal sealed record WriteCard(IssueId Issue, string Body, bool IsFirst) : Effect;

/// <summary>Deletes the card; the inverse of having posted it.</summary>
internal sealed record RemoveCard(IssueId Issue, CommentId Card) : Effect;

/// <summary>Drops what is cached of an installation (its token), because what it may do or see has changed.</summary>
internal sealed record ForgetInstallation(long Installation) : Effect;

/// <summary>Assigns the first of the candidates whom GitHub takes and who still has room, and counts the issue as theirs.</summary>
/// <param name="WhateverTheLoad">Room does not matter: the score is too high for that.</param>
internal sealed record AssignOwner(IssueId Issue, Values<Candidate> Candidates, bool WhateverTheLoad) : Effect;

/// <summary>Takes somebody off an issue; the inverse of having assigned them.</summary>
internal sealed record UnassignOwner(IssueId Issue, string Login) : Effect;

/// <summary>Counts an issue as somebody else's, or as nobody's any more, without telling GitHub.</summary>
internal sealed record MoveLoad(IssueId Issue, string? From, string? To) : Effect;

/// <summary>Remembers how long it took to mend an issue, in counted time, for the estimates to come.</summary>
internal sealed record LearnEffort(IssueId Issue, Impact Impact, TimeSpan Took) : Effect;

/// <summary>Puts a check run on a commit, in place of one of the same name.</summary>
internal sealed record PublishCheck(Repository Repository, CheckRun Run) : Effect;

/// <summary>Makes a configuration file the one that counts.</summary>
/// <param name="Text">The file; null when there is none any more.</param>
internal sealed record AdoptConfig(Repository Repository, string? Text, string? Sha) : Effect;

/// <summary>Has clocks counted anew, because a configuration changed: a page of them, and what is left by a delivery of its own.</summary>
/// <param name="Cause">Names the change, so that each issue hears of it once.</param>
/// <param name="OfAccount">Those of all repositories of the account, else of this one.</param>
/// <param name="After">The row after which to go on; null to begin.</param>
internal sealed record RecountClocks(Repository Repository, string Cause, bool OfAccount, string? After = null) : Effect;

/// <summary>Drops what is remembered of a repository's CODEOWNERS.</summary>
internal sealed record ForgetCodeOwners(Repository Repository) : Effect;
