using Hotfix.Domain;
using NodaTime;
using Span = Hotfix.Domain.Span;

namespace Hotfix.Triage.Clocks;

/// <summary>
/// Time as a clock counts it: every hour, or the working hours only, and none while it stands still. Nothing is counted more than ten years after the start, so that every sum ends.
/// <para>Stops are disjoint and in order (<see cref="Stretch.Union"/>). A sum walks calendar and stops once, side by side.</para>
/// </summary>
internal sealed class BusinessTime(ClockKind kind, ClockRules rules)
{
    private static readonly Duration TenYears = Duration.FromDays(3653);

    /// <summary>Nothing is counted beyond: times are told as <see cref="DateTimeOffset"/>, which ends with that year.</summary>
    private static readonly Instant End = Instant.FromUtc(9999, 1, 1, 0, 0);

    private readonly WorkingHours hours = new(rules);

    /// <summary>A span in counted time: a day of it is 24 hours, or one working day.</summary>
    public Duration Of(Span span) => ((kind == ClockKind.Always ? Duration.FromDays(1) : hours.Day) * span.Days) + Duration.FromTimeSpan(span.Time);

    /// <summary>The moment at which so much time will have been counted; null when that takes more than ten years.</summary>
    public Instant? Add(Instant start, Duration amount, Values<Stretch> stops)
    {
        var left = amount;

        foreach (var stretch in Counted(start, stops))
        {
            var length = stretch.To - stretch.From;

            if (left <= length)
            {
                return stretch.From + left;
            }

            left -= length;
        }

        return null;
    }

    /// <summary>The time counted from the one moment to the other.</summary>
    public Duration Between(Instant start, Instant end, Values<Stretch> stops) => Counted(start, stops)
        .TakeWhile(stretch => stretch.From < end)
        .Aggregate(Duration.Zero, (sum, stretch) => sum + (Instant.Min(stretch.To, end) - stretch.From));

    private IEnumerable<Stretch> Counted(Instant start, Values<Stretch> stops)
    {
        var until = start > End - TenYears ? End : start + TenYears;
        var stop = 0;

        foreach (var stretch in kind == ClockKind.Always ? [new(start, until)] : hours.Between(start, until))
        {
            for (var at = stretch.From; at < stretch.To; at = stops[stop].To)
            {
                while (stop < stops.Count && stops[stop].To <= at)
                {
                    stop++;
                }

                if (stop == stops.Count || stops[stop].From >= stretch.To)
                {
                    yield return new(at, stretch.To);
                    break;
                }

                if (at < stops[stop].From)
                {
                    yield return new(at, stops[stop].From);
                }
            }
        }
    }
}
