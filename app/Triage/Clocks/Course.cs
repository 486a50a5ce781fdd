using Hotfix.Domain;
using NodaTime;

namespace Hotfix.Triage.Clocks;

/// <summary>
/// What events say of an issue's course. They are put into an order of their own first, so that the same set says the same however it came.
/// </summary>
/// <param name="Start">When its clocks started: when it was opened (or first rated, when the opening is not told), or last rated worse than ever before.</param>
/// <param name="Closed">Since when it has been closed; null while it is open.</param>
/// <param name="Released">When a release took the fix out, and nobody reopened it after.</param>
/// <param name="Stops">When no clock counted: pauses, the last perhaps open, and the time between closing and reopening.</param>
/// <param name="Waiting">What it waits for, of the pauses still open the one that began first.</param>
internal sealed record Course(Instant Start, Instant? Responded, Instant? Closed, Instant? Released, Values<Stretch> Stops, PauseReason? Waiting)
{
    /// <summary>Null when nothing tells when it began.</summary>
    /// <param name="pauses">What may pause by now: a pause that is none of these any more is as if it had not been.</param>
    public static Course? Of(Values<ClockEvent> events, Values<PauseRule> pauses)
    {
        var ordered = InOrder(events);

        if ((ordered.FirstOrDefault(one => one.Kind == ClockEventKind.Opened) ?? ordered.FirstOrDefault(one => one.Kind == ClockEventKind.Rated)) is not { } opened)
        {
            return null;
        }

        var start = Instant.Max(Moment(opened), Worsened(ordered) ?? Instant.MinValue);
        var closings = Pairs(ordered, ClockEventKind.Closed, ClockEventKind.Reopened);
        var paused = Paused(ordered, pauses);
        var reopened = closings.Where(closing => closing.To < Stretch.Open).Select(closing => closing.To).DefaultIfEmpty(Instant.MinValue).Max();

        return new(
            start,
            First(ordered, ClockEventKind.Responded, start),
            closings is [.., { To: var to } last] && to == Stretch.Open ? last.From : null,
            First(ordered, ClockEventKind.Released, Instant.Max(start, reopened)),
            Stretch.Union(paused.Select(pause => pause.Stretch).Concat(closings.Where(closing => closing.To < Stretch.Open))),
            paused.Where(pause => pause.Stretch.To == Stretch.Open).OrderBy(pause => pause.Stretch.From).ThenBy(pause => pause.Reason).Select(pause => pause.Reason).FirstOrDefault());
    }

    /// <summary>One way to write a set, so that equal ones are equal. A snapshot without the label tells nothing of a pause of the same moment, so it comes before it.</summary>
    public static Values<ClockEvent> InOrder(Values<ClockEvent> events) =>
    [
        .. events.Distinct().OrderBy(one => one.At).ThenBy(one => one is { Kind: ClockEventKind.Resumed, Source: Timeline.Snapshot } ? ClockEventKind.Responded : one.Kind)
            .ThenBy(one => one.Source, StringComparer.Ordinal).ThenBy(one => one.Kind).ThenBy(one => one.Severity).ThenBy(one => one.Reason).ThenBy(one => one.Label, StringComparer.Ordinal)
            .ThenBy(one => one.By, StringComparer.Ordinal),
    ];

    /// <summary>The ratings that were each worse than all before; the first is worse than none.</summary>
    public static IEnumerable<ClockEvent> Worst(IEnumerable<ClockEvent> ordered)
    {
        Severity? worst = null;

        foreach (var one in ordered.Where(one => one is { Kind: ClockEventKind.Rated, Severity: not null }))
        {
            if (worst is null || one.Severity < worst)
            {
                worst = one.Severity;
                yield return one;
            }
        }
    }

    /// <summary>A label's coming off ends its pause, for whatever it was put on; the reporter's comment, which has no label, ends every pause that waits for the reporter.</summary>
    public static bool IsEnd(ClockEvent one, ClockEvent pause) =>
        one.Kind == ClockEventKind.Resumed && (one.Label is null ? one.Reason == pause.Reason : string.Equals(one.Label, pause.Label, StringComparison.OrdinalIgnoreCase));

    public static bool IsSamePause(ClockEvent one, ClockEvent other) =>
        one.Kind == ClockEventKind.Paused && other.Kind == ClockEventKind.Paused && one.Reason == other.Reason && string.Equals(one.Label, other.Label, StringComparison.OrdinalIgnoreCase);

    /// <summary>When a rating was last worse than ever before; the first starts nothing anew. So no edit to and fro restarts a clock.</summary>
    private static Instant? Worsened(IEnumerable<ClockEvent> ordered) => Worst(ordered).Skip(1).LastOrDefault() is { } worse ? Moment(worse) : null;

    private static List<(PauseReason? Reason, Stretch Stretch)> Paused(Values<ClockEvent> ordered, Values<PauseRule> pauses)
    {
        var firsts = new List<ClockEvent>();

        foreach (var pause in ordered.Where(one => one is { Kind: ClockEventKind.Paused, Label: { } label } && pauses.Any(rule => rule.Reason == one.Reason && LabelRules.Same(rule.Label, label))))
        {
            if (!firsts.Any(first => IsSamePause(first, pause)))
            {
                firsts.Add(pause);
            }
        }

        return [.. firsts.SelectMany(first => Pairs(ordered.Where(one => IsSamePause(one, first) || IsEnd(one, first)), ClockEventKind.Paused, ClockEventKind.Resumed).Select(stretch => (first.Reason, stretch)))];
    }

    /// <summary>What begins and ends by turns: beginning twice, or ending what never began, is nothing new. So one lost end heals with the next.</summary>
    private static List<Stretch> Pairs(IEnumerable<ClockEvent> ordered, ClockEventKind begins, ClockEventKind ends)
    {
        var pairs = new List<Stretch>();

        foreach (var one in ordered)
        {
            var isOpen = pairs is [.., { To: var to }] && to == Stretch.Open;

            if (one.Kind == begins && !isOpen)
            {
                pairs.Add(new(Moment(one), Stretch.Open));
            }
            else if (one.Kind == ends && isOpen)
            {
                pairs[^1] = pairs[^1] with { To = Moment(one) };
            }
        }

        return pairs;
    }

    private static Instant? First(IEnumerable<ClockEvent> ordered, ClockEventKind kind, Instant from) =>
        ordered.FirstOrDefault(one => one.Kind == kind && Moment(one) >= from) is { } first ? Moment(first) : null;

    private static Instant Moment(ClockEvent one) => Instant.FromDateTimeOffset(one.At);
}
