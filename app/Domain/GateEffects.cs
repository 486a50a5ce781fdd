namespace Hotfix.Domain;

/// <summary>Has a hotfix's gate judged, not before a time: whatever happens until then is judged with it.</summary>
internal sealed record AskVerdict(IssueId Issue, DateTimeOffset At) : Effect;

/// <summary>Puts a verdict on a pull request's head; one that could not be put there for a while is not put there any more, and judged anew.</summary>
/// <param name="Known">GitHub's number of the check run to be written anew; null for a new one.</param>
/// <param name="ReadAt">When what it is made from was read.</param>
/// <param name="Digest">Of what it says; likewise <paramref name="Notes"/>, of its annotations.</param>
internal sealed record PublishVerdict(IssueId Issue, CheckRun Run, long? Known, string Digest, string Notes, DateTimeOffset ReadAt) : Effect;

/// <summary>Makes the draft of a fix ready for review.</summary>
/// <param name="Node">GraphQL's id of the pull request.</param>
internal sealed record MakeReady(IssueId Issue, int Number, string Node) : Effect;

/// <summary>Has GitHub merge the fix by itself as soon as it lets anybody.</summary>
/// <param name="Head">The commit that the verdict is on.</param>
internal sealed record MergeLater(IssueId Issue, int Number, string Node, string Head, MergeMethod Method, DateTimeOffset ReadAt) : Effect;

/// <summary>Opens the issue in which somebody else looks at what was overridden.</summary>
/// <param name="Override">For what.</param>
internal sealed record OpenFollowUp(IssueId Issue, GateOverride Override, string Title, string Body) : Effect;

/// <summary>Closes a follow-up issue, because what it follows up is no more; or opens it again.</summary>
internal sealed record SettleFollowUp(IssueId Issue, int Number, bool IsOpen) : Effect;

/// <summary>Lets nothing merge in the repository, or lets it again; every gate there is judged.</summary>
internal sealed record SetFreeze(IssueId Issue, GateFreeze? Was, GateFreeze? Is) : Effect;
