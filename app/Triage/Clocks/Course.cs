using Hotfix.Domain;
using NodaTime;

namespace Hotfix.Triage.Clocks;

/// <summary>
/// What events say of an issue's course. They are put into an order of their own first, so that the same set says the same however it came.
/// </summary>
/// <param name="Start">When its clocks started: when it was opened (or first rated, when the opening is not told), or last rated worse than before.</param>
/// <param name="Closed">Since when it has been closed; null while it is open.</param>
/// <param name="Released">When a release took the fix out, and nobody reopened it after.</param>
/// <param name="Stops">When no clock counted: pauses, the last perhaps open, and the time between closing and reopening.</param>
/// <param name="Waiting">What it waits for, of the pauses still open the one that began first.</param>
internal sealed record Course(Instant Start, Instant? Responded, Instant? Closed, Instant? Released, Values<Stretch> Stops, PauseReason? Waiting)
{
    /// <summary>Null when nothing tells when it began.</summary>
    public static Course? Of(Values<ClockEvent> events)
    {
        ClockEvent[] ordered = [.. events.Distinct().OrderBy(one => one.At).ThenBy(one => one.Kind).ThenBy(one => one.Source, StringComparer.Ordinal)
            .ThenBy(one => one.Severity).ThenBy(one => one.Reason).ThenBy(one => one.Label, StringComparer.Ordinal).ThenBy(one => one.By, StringComparer.Ordinal)];

        if ((ordered.FirstOrDefault(one => one.Kind == ClockEventKind.Opened) ?? ordered.FirstOrDefault(one => one.Kind == ClockEventKind.Rated)) is not { } opened)
        {
            return null;
        }

        var start = Instant.Max(Moment(opened), Worsened(ordered) ?? Instant.MinValue);
        var closings = Pairs(ordered, ClockEventKind.Closed, ClockEventKind.Reopened);
        var pauses = ordered.Where(one => one.Kind is ClockEventKind.Paused or ClockEventKind.Resumed).GroupBy(one => (one.Reason, one.Label))
            .SelectMany(label => Pairs(label, ClockEventKind.Paused, ClockEventKind.Resumed).Select(pause => (label.Key.Reason, Stretch: pause))).ToList();
        var reopened = closings.Where(closing => closing.To < Stretch.Open).Select(closing => closing.To).DefaultIfEmpty(Instant.MinValue).Max();

        return new(
            start,
            First(ordered, ClockEventKind.Responded, start),
            closings is [.., { To: var to } last] && to == Stretch.Open ? last.From : null,
            First(ordered, ClockEventKind.Released, Instant.Max(start, reopened)),
            Stretch.Union(pauses.Select(pause => pause.Stretch).Concat(closings.Where(closing => closing.To < Stretch.Open))),
            pauses.Where(pause => pause.Stretch.To == Stretch.Open).OrderBy(pause => pause.Stretch.From).ThenBy(pause => pause.Reason).Select(pause => pause.Reason).FirstOrDefault());
    }

    /// <summary>When a rating was last worse than the one before it; the first is worse than none.</summary>
    private static Instant? Worsened(IEnumerable<ClockEvent> ordered)
    {
        var ratings = ordered.Where(one => one is { Kind: ClockEventKind.Rated, Severity: not null }).ToList();

        return ratings.Zip(ratings.Skip(1)).LastOrDefault(pair => pair.Second.Severity < pair.First.Severity).Second is { } worse ? Moment(worse) : null;
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
