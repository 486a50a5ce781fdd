using Hotfix.Domain;

namespace Hotfix.Triage.Clocks;

/// <summary>
/// Keeps what is known of an issue small, whatever strangers do to it: of each kind so many, and where there are more, those that the clocks look at. Below the limits nothing is dropped,
/// so that an event that comes late finds what it needs.
/// </summary>
internal static class Limits
{
    /// <summary>Of a kind; more than an issue needs.</summary>
    private const int Most = 40;

    /// <summary>Of times at which the issue was seen without a label, for each label: every event brings one.</summary>
    private const int MostSnapshots = 8;

    /// <summary>So many of the newest stay in any case.</summary>
    private const int Few = 4;

    /// <param name="ordered">By <see cref="Course.InOrder"/>.</param>
    public static Values<ClockEvent> Keep(Values<ClockEvent> ordered)
    {
        var kept = Cut(ordered, Most, one => one.Kind == ClockEventKind.Rated, Ratings);
        kept = Cut(kept, Most, one => one.Kind is ClockEventKind.Closed or ClockEventKind.Reopened, Closings);
        kept = Cut(kept, Most, one => one.Kind == ClockEventKind.Responded, (all, part) => Firsts(all, part, one => one.Kind is ClockEventKind.Opened or ClockEventKind.Rated));
        kept = Cut(kept, Most, one => one.Kind == ClockEventKind.Released, (all, part) => Firsts(all, part, one => one.Kind is ClockEventKind.Opened or ClockEventKind.Rated or ClockEventKind.Reopened));
        kept = Cut(kept, Most, one => one.Kind == ClockEventKind.Paused, Pauses);
        kept = Cut(kept, Most, one => one is { Kind: ClockEventKind.Resumed, Label: null }, Ends);
        kept = Cut(kept, Most, one => one is { Kind: ClockEventKind.Resumed, Label: not null, Source: not Timeline.Snapshot }, Ends);

        return kept.Where(one => one is { Kind: ClockEventKind.Resumed, Source: Timeline.Snapshot }).Select(one => one.Label).Distinct(StringComparer.OrdinalIgnoreCase)
            .Aggregate(kept, (rest, label) => Cut(
                rest, MostSnapshots, one => one is { Kind: ClockEventKind.Resumed, Source: Timeline.Snapshot } && string.Equals(one.Label, label, StringComparison.OrdinalIgnoreCase), Ends));
    }

    private static Values<ClockEvent> Cut(Values<ClockEvent> all, int most, Func<ClockEvent, bool> isOne, Func<Values<ClockEvent>, Values<ClockEvent>, IEnumerable<ClockEvent?>> matter)
    {
        Values<ClockEvent> part = [.. all.Where(isOne)];

        if (part.Count <= most)
        {
            return all;
        }

        var stay = matter(all, part).ToHashSet();

        return [.. all.Where(one => !isOne(one) || stay.Contains(one))];
    }

    /// <summary>Those that start a clock, and the newest, which tells whether the next is another one.</summary>
    private static IEnumerable<ClockEvent?> Ratings(Values<ClockEvent> all, Values<ClockEvent> part) => [.. Course.Worst(part), part[^1]];

    /// <summary>The first closing with its end, and the newest.</summary>
    private static IEnumerable<ClockEvent?> Closings(Values<ClockEvent> all, Values<ClockEvent> part)
    {
        var first = part.SkipWhile(one => one.Kind != ClockEventKind.Closed).ToList();

        return [first.FirstOrDefault(), first.FirstOrDefault(one => one.Kind == ClockEventKind.Reopened), .. part.TakeLast(Most - 2)];
    }

    /// <summary>The first of all, should an earlier start be told yet, and the first since each start.</summary>
    private static IEnumerable<ClockEvent?> Firsts(Values<ClockEvent> all, Values<ClockEvent> part, Func<ClockEvent, bool> isStart) =>
        [part[0], .. all.Where(isStart).Select(start => part.FirstOrDefault(one => one.At >= start.At))];

    /// <summary>Those that are not over, and the newest; none that began while it had begun.</summary>
    private static IEnumerable<ClockEvent?> Pauses(Values<ClockEvent> all, Values<ClockEvent> part)
    {
        var began = part.Where(pause => part.TakeWhile(one => one != pause).LastOrDefault(one => Course.IsSamePause(one, pause)) is not { } before || End(all, before) != End(all, pause)).ToList();

        return [.. began.Where(pause => End(all, pause) is null), .. began.TakeLast(Most)];
    }

    /// <summary>The first after each pause, and the newest.</summary>
    private static IEnumerable<ClockEvent?> Ends(Values<ClockEvent> all, Values<ClockEvent> part)
    {
        HashSet<ClockEvent> ends = [.. part];

        return [.. all.Where(one => one.Kind == ClockEventKind.Paused).Select(pause => End([.. all.Where(one => one == pause || ends.Contains(one))], pause)), .. part.TakeLast(Few)];
    }

    private static ClockEvent? End(Values<ClockEvent> all, ClockEvent pause) => all.SkipWhile(one => one != pause).FirstOrDefault(one => Course.IsEnd(one, pause));
}
