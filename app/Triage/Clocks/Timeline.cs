using Hotfix.Domain;

namespace Hotfix.Triage.Clocks;

/// <summary>
/// What an event on an issue means to its clocks. Recorded also when it comes late or twice: clocks are computed from the set. What is recorded of an event does not depend on
/// what is known already, so the set is the same whatever the order, until it gets too long (<see cref="Limits"/>) or the profile changes in between.
/// </summary>
internal static class Timeline
{
    /// <summary>The source of an opening that we did not see ourselves.</summary>
    public const string FirstSeen = "first seen";

    /// <summary>The source of a pause's end that nobody told: the issue was seen without the label.</summary>
    public const string Snapshot = "snapshot";

    /// <summary>An event so soon after the issue was opened tells of the opening as well: the issue is no old one.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public static Values<ClockEvent> With(Values<ClockEvent> events, IssueEvent happened, string source, Profile profile)
    {
        var all = events.Append(Opening(happened)).Concat(Of(happened, source, profile)).Concat(Ends(happened, events, source, profile)).ToList();
        var opened = all.Where(known => known.Kind == ClockEventKind.Opened).OrderBy(known => known.At).ThenByDescending(known => known.Source, StringComparer.Ordinal).First();

        return Limits.Keep(Course.InOrder([.. all.Where(known => known.Kind != ClockEventKind.Opened), opened]));
    }

    /// <summary>Triage settled on a severity; said once, until it is another one.</summary>
    public static Values<ClockEvent> Rated(Values<ClockEvent> events, Severity severity, DateTimeOffset at, string source) =>
        events.LastOrDefault(known => known.Kind == ClockEventKind.Rated)?.Severity == severity
            ? events
            : Limits.Keep(Course.InOrder([.. events, new(ClockEventKind.Rated, at, source, severity)]));

    /// <summary>
    /// When the clocks may start, by this event alone; the earliest of them counts. An issue from before Hotfix came starts when it was first seen, not years ago;
    /// should its opening be told later, then that is earlier and counts.
    /// </summary>
    private static ClockEvent Opening(IssueEvent happened)
    {
        var (issue, at) = (happened.Issue, happened is CommentPosted comment && comment.At < happened.Issue.UpdatedAt ? comment.At : happened.Issue.UpdatedAt);

        return happened is IssueOpened || at - issue.OpenedAt <= Soon ? new(ClockEventKind.Opened, issue.OpenedAt, "opened") : new(ClockEventKind.Opened, at, FirstSeen);
    }

    private static IEnumerable<ClockEvent> Of(IssueEvent happened, string source, Profile profile)
    {
        var at = happened.Issue.UpdatedAt;

        switch (happened)
        {
            case CommentPosted { Author: { IsBot: false, Login.Length: > 0 } by } comment when by == comment.Issue.Author:
                yield return new(ClockEventKind.Resumed, comment.At, source, Reason: PauseReason.Reporter);
                break;
            case CommentPosted { Author: { IsBot: false, Login.Length: > 0 } by } comment when comment.IsByTeam || IsKnown(by, profile):
                yield return new(ClockEventKind.Responded, comment.At, source, By: by.Login);
                break;
            case IssueAssigned { By: { IsBot: false, Login.Length: > 0 } by } assigned when IsByTeam(assigned, profile):
                yield return new(ClockEventKind.Responded, at, source, By: by.Login);
                break;
            case IssueLabeled { By.IsBot: false } labeled when profile.Clocks.Pauses.FirstOrDefault(rule => LabelRules.Same(rule.Label, labeled.Label)) is { } pause:
                yield return new(ClockEventKind.Paused, at, source, Reason: pause.Reason, Label: pause.Label);
                break;
            case IssueClosed:
                yield return new(ClockEventKind.Closed, at, source);
                break;
            case IssueReopened:
                yield return new(ClockEventKind.Reopened, at, source);
                break;
        }
    }

    /// <summary>
    /// What a label's absence ends, whoever took it off: pauses of the profile, which may be told only later, and known ones, whose rule the profile may have lost since.
    /// </summary>
    private static IEnumerable<ClockEvent> Ends(IssueEvent happened, Values<ClockEvent> events, string source, Profile profile)
    {
        // Before an issue was opened there was no pause to end.
        if (happened is IssueOpened)
        {
            yield break;
        }

        var takenOff = (happened as IssueUnlabeled)?.Label;
        var pauses = profile.Clocks.Pauses.Select(rule => (rule.Label, Reason: (PauseReason?)rule.Reason))
            .Concat(events.Where(known => known is { Kind: ClockEventKind.Paused, Label: not null }).Select(known => (Label: known.Label!, known.Reason)))
            .DistinctBy(pause => pause.Label, StringComparer.OrdinalIgnoreCase);

        foreach (var (label, reason) in pauses)
        {
            if (takenOff is not null && LabelRules.Same(label, takenOff))
            {
                yield return new(ClockEventKind.Resumed, happened.Issue.UpdatedAt, source, Reason: reason, Label: label);
            }
            else if (!LabelRules.Has(happened.Issue.Labels, label))
            {
                yield return new(ClockEventKind.Resumed, happened.Issue.UpdatedAt, Snapshot, Reason: reason, Label: label);
            }
        }
    }

    /// <summary>Assigning takes permission, so whoever does it is of the team; but for an author who names somebody else, whom the form may have brought along.</summary>
    private static bool IsByTeam(IssueAssigned assigned, Profile profile) =>
        assigned.By != assigned.Issue.Author || IsKnown(assigned.By, profile) || string.Equals(assigned.By.Login, assigned.Assignee, StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(Actor by, Profile profile) => profile.Team.People.Keys.Contains(by.Login, StringComparer.OrdinalIgnoreCase);
}
