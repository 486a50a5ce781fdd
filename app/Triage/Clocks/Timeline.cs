using Hotfix.Domain;

namespace Hotfix.Triage.Clocks;

/// <summary>What an event on an issue means to its clocks. Recorded also when it comes late or twice: clocks are computed from the set.</summary>
internal static class Timeline
{
    /// <summary>More than an issue needs; beyond it, acts of the team that another one came before are dropped.</summary>
    private const int Most = 200;

    public static Values<ClockEvent> With(Values<ClockEvent> events, IssueEvent happened, string source, Profile profile)
    {
        ClockEvent opened = new(ClockEventKind.Opened, happened.Issue.OpenedAt, "opened");
        IEnumerable<ClockEvent> all = [.. events.Where(known => known.Kind != ClockEventKind.Opened), opened, .. Of(happened, events, source, profile)];

        return Cut(Sorted(all));
    }

    /// <summary>Triage settled on a severity; said once, until it is another one.</summary>
    public static Values<ClockEvent> Rated(Values<ClockEvent> events, Severity severity, DateTimeOffset at, string source) =>
        events.LastOrDefault(known => known.Kind == ClockEventKind.Rated)?.Severity == severity
            ? events
            : Sorted([.. events, new(ClockEventKind.Rated, at, source, severity)]);

    private static IEnumerable<ClockEvent> Of(IssueEvent happened, Values<ClockEvent> events, string source, Profile profile)
    {
        var at = happened.Issue.UpdatedAt;

        if (ActOfTeam(happened, profile) is { } act)
        {
            yield return new(ClockEventKind.Responded, act.At, source, By: act.By);
        }

        switch (happened)
        {
            case CommentPosted comment when comment.Author == comment.Issue.Author:
                foreach (var pause in events.Where(known => known is { Kind: ClockEventKind.Paused, Reason: PauseReason.Reporter }).DistinctBy(known => known.Label))
                {
                    yield return new(ClockEventKind.Resumed, comment.At, source, Reason: PauseReason.Reporter, Label: pause.Label);
                }

                break;
            case IssueLabeled { By.IsBot: false } labeled when PauseOf(labeled.Label, profile) is { } pause:
                yield return new(ClockEventKind.Paused, at, source, Reason: pause.Reason, Label: pause.Label);
                break;
            case IssueUnlabeled { By.IsBot: false } unlabeled when PauseOf(unlabeled.Label, profile) is { } pause:
                yield return new(ClockEventKind.Resumed, at, source, Reason: pause.Reason, Label: pause.Label);
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
    /// The act of a person of the team: labels and assignments take permission, so whoever does it is of the team, but for the author, whose form may have brought both along;
    /// a comment counts when GitHub or the profile calls its author one of the team.
    /// </summary>
    private static (DateTimeOffset At, string By)? ActOfTeam(IssueEvent happened, Profile profile) => happened switch
    {
        CommentPosted { Author: { IsBot: false, Login.Length: > 0 } by } comment when by != comment.Issue.Author && (comment.IsByTeam || IsKnown(by, profile)) => (comment.At, by.Login),
        IssueAssigned { By: var by } when IsTeam(by, happened, profile) => (happened.Issue.UpdatedAt, by.Login),
        IssueUnassigned { By: var by } when IsTeam(by, happened, profile) => (happened.Issue.UpdatedAt, by.Login),
        IssueLabeled { By: var by } when IsTeam(by, happened, profile) => (happened.Issue.UpdatedAt, by.Login),
        IssueUnlabeled { By: var by } when IsTeam(by, happened, profile) => (happened.Issue.UpdatedAt, by.Login),
        IssueClosed { By: var by } when IsTeam(by, happened, profile) => (happened.Issue.UpdatedAt, by.Login),
        _ => null,
    };

    private static bool IsTeam(Actor by, IssueEvent happened, Profile profile) => !by.IsBot && by.Login.Length > 0 && (by != happened.Issue.Author || IsKnown(by, profile));

    private static bool IsKnown(Actor by, Profile profile) => profile.Team.People.Keys.Contains(by.Login, StringComparer.OrdinalIgnoreCase);

    private static PauseRule? PauseOf(string label, Profile profile) => profile.Clocks.Pauses.FirstOrDefault(pause => LabelRules.Same(pause.Label, label));

    /// <summary>One way to write a set, so that equal ones are equal.</summary>
    private static Values<ClockEvent> Sorted(IEnumerable<ClockEvent> events) => [.. events.Distinct().OrderBy(known => known.At).ThenBy(known => known.Kind).ThenBy(known => known.Source, StringComparer.Ordinal)];

    private static Values<ClockEvent> Cut(Values<ClockEvent> events) => events.Count <= Most
        ? events
        : Sorted([.. events.Where(known => known.Kind != ClockEventKind.Responded), .. events.Where(known => known.Kind == ClockEventKind.Responded).Take(Most / 2)]);
}
