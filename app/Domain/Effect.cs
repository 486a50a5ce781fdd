using System.Text.Json.Serialization;

namespace Hotfix.Domain;

/// <summary>The closed list of what can be done. The middle returns effects; the performer does them, in order, each once.</summary>
[JsonDerivedType(typeof(ChangeLabels), "change-labels")]
[JsonDerivedType(typeof(WriteCard), "write-card")]
[JsonDerivedType(typeof(RemoveCard), "remove-card")]
[JsonDerivedType(typeof(ForgetInstallation), "forget-installation")]
internal abstract record Effect;

/// <summary>Adds labels (created in the repository when first used) and takes others off. Labels nobody names here stay.</summary>
internal sealed record ChangeLabels(IssueId Issue, Values<Label> Add, Values<string> Remove) : Effect;

/// <summary>Writes the issue's one card: edits it in place, or posts it where there is none.</summary>
internal sealed record WriteCard(IssueId Issue, string Body) : Effect;

/// <summary>Deletes the card; the inverse of having posted it.</summary>
internal sealed record RemoveCard(IssueId Issue, CommentId Card) : Effect;

/// <summary>Drops what is cached of an installation (its token), because what it may do or see has changed.</summary>
internal sealed record ForgetInstallation(long Installation) : Effect;
