using System.Globalization;
using Hotfix.Domain;
using NodaTime;

namespace Hotfix.Triage.Clocks;

/// <summary>
/// The working hours of a team as stretches of real time. They are counted as they pass: a working night in which the clocks are put forward has an hour less.
/// A time that the zone skips is taken later by what was skipped, one that comes twice is taken the first time (NodaTime, "lenient" resolver).
/// <para>Errors: the profile's reader has refused hours and zones that are none; here they throw. A holiday that is no date is no holiday. Hours that end before they begin are none.</para>
/// </summary>
internal sealed class WorkingHours
{
    private const int MinutesADay = 24 * 60;

    private readonly DateTimeZone zone;
    private readonly HashSet<IsoDayOfWeek> days;
    private readonly HashSet<string> holidays;
    private readonly int from;
    private readonly int to;

    public WorkingHours(ClockRules rules)
    {
        zone = DateTimeZoneProviders.Tzdb[rules.Zone];
        days = [.. rules.Days.Select(day => (IsoDayOfWeek)day)];
        holidays = [.. rules.Holidays];
        from = Minutes(rules.From);
        to = Minutes(rules.To);
    }

    /// <summary>What one day of a span stands for.</summary>
    public Duration Day => Duration.FromMinutes(Math.Max(0, to - from));

    /// <summary>From the one moment to the other, in order and disjoint.</summary>
    public IEnumerable<Stretch> Between(Instant start, Instant until)
    {
        if (from >= to || days.Count == 0)
        {
            yield break;
        }

        var at = start;

        for (var date = start.InZone(zone).Date.PlusDays(-1); At(date, 0) < until; date = date.PlusDays(1))
        {
            var (opens, closes) = (Instant.Max(at, At(date, from)), Instant.Min(until, At(date, to)));

            if (opens < closes && IsWorking(date))
            {
                yield return new(opens, closes);
                at = closes;
            }
        }
    }

    private bool IsWorking(LocalDate date) =>
        days.Contains(date.DayOfWeek)
        && !holidays.Contains(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        && !holidays.Contains(date.ToString("MM-dd", CultureInfo.InvariantCulture));

    private Instant At(LocalDate date, int minutes) => minutes switch
    {
        0 => date.AtStartOfDayInZone(zone).ToInstant(),
        MinutesADay => date.PlusDays(1).AtStartOfDayInZone(zone).ToInstant(),
        _ => (date + new LocalTime(minutes / 60, minutes % 60)).InZoneLeniently(zone).ToInstant(),
    };

    private static int Minutes(string time) => time == "24:00"
        ? MinutesADay
        : (int)TimeOnly.ParseExact(time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture).ToTimeSpan().TotalMinutes;
}
