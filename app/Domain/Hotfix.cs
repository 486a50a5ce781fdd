using System.Text.Json.Serialization;

namespace Hotfix.Domain;

/// <summary>The aggregate: one per issue that Hotfix has seen. GitHub shows this state; it is never read back from there.</summary>
/// <param name="UpdatedAt">When GitHub says the issue last changed, as of the newest delivery decided: an older delivery that comes late decides nothing.</param>
/// <param name="SeverityByLabel">The severity a person set by label; an instruction until that label is taken off.</param>
/// <param name="TakenOff">Labels of ours that a person took off: an instruction until somebody puts them back.</param>
/// <param name="Replies">What the author answered when asked, oldest first, cut.</param>
/// <param name="Labels">The labels triage put on the issue, as last done.</param>
/// <param name="Owner">Who is on it; null as long as nobody was looked for.</param>
/// <param name="Events">What happened that matters to the clocks; a set, in no order.</param>
/// <param name="Deadlines">Computed from the events, by the profile as it was when the newest delivery was decided.</param>
/// <param name="Triages">How often it was triaged: what is left of an older triage is not performed any more.</param>
internal sealed record Hotfix(
    IssueId Issue,
    HotfixState State,
    DateTimeOffset UpdatedAt,
    Assessment? Assessment,
    Severity? SeverityByLabel,
    Values<string> Labels,
    Values<string> TakenOff,
    Values<string> Replies,
    Card? Card,
    Ownership? Owner = null,
    Values<ClockEvent> Events = default,
    Values<Deadline> Deadlines = default,
    EffortEstimate? Effort = null,
    int Triages = 0)
{
    /// <summary>When the issue was filed; of one that was there before Hotfix was, when it was first seen.</summary>
    [JsonIgnore]
    public DateTimeOffset OpenedAt => Events.Where(known => known.Kind == ClockEventKind.Opened).Select(known => known.At).DefaultIfEmpty(UpdatedAt).First();
}

/// <summary>The states a report can be in so far.</summary>
internal enum HotfixState
{
    Reported,
    Triaged,
    Closed,
    Deleted,
}

/// <summary>The issue's one comment as we last wrote it. The digest (SHA-256, hexadecimal) tells whether a new text differs, without keeping the old one.</summary>
internal sealed record Card(CommentId Comment, string Digest);

/// <summary>Who is on an issue. Triage looks for somebody once; what a person changes stays.</summary>
/// <param name="Login">Null when nobody is: nobody was found, or a person took everybody off.</param>
/// <param name="Choice">Why this one, when triage chose.</param>
/// <param name="LeftOut">Those whom GitHub would not assign.</param>
internal sealed record Ownership(string? Login, Candidate? Choice, Values<string> LeftOut);
