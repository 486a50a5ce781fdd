using System.Text.Json.Serialization;

namespace Hotfix.Domain;

/// <summary>The closed list of what can be done. The middle returns effects; the performer does them, in order, each once.</summary>
[JsonDerivedType(typeof(ChangeLabels), "change-labels")]
[JsonDerivedType(typeof(WriteCard), "write-card")]
[JsonDerivedType(typeof(RemoveCard), "remove-card")]
[JsonDerivedType(typeof(ForgetInstallation), "forget-installation")]
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
