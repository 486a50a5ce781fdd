using FsCheck;
using FsCheck.Fluent;
using Hotfix.Domain;
using Hotfix.Tests.Support;
using Hotfix.Triage.Clocks;
using NodaTime;
using static Hotfix.Tests.Triage.Clocks.Workweek;

namespace Hotfix.Tests.Triage.Clocks;

public sealed class ClockProperties
{
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Chatham"];

    private static readonly string[] Labels = ["needs-info", "blocked"];

    /// <summary>Some minute of four weeks around a change of the clocks in Europe, with another one in America.</summary>
    private static readonly Gen<DateTimeOffset> Moments = Gen.Choose(0, 28 * 24 * 60).Select(minute => new DateTimeOffset(2026, 10, 12, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute));

    private static readonly Gen<ClockEvent> AnyEvent =
        from kind in Gen.Elements(Enum.GetValues<ClockEventKind>())
        from at in Moments
        from source in Gen.Choose(1, 1000)
        from severity in Gen.Elements(Severity.P0, Severity.P1, Severity.P2)
        from reason in Gen.Elements(Enum.GetValues<PauseReason>())
        from label in Gen.Elements(Labels)
        select kind switch
        {
            ClockEventKind.Rated => new(kind, at, $"{source}", Severity: severity),
            ClockEventKind.Paused or ClockEventKind.Resumed => new(kind, at, $"{source}", Reason: reason, Label: label),
            _ => new ClockEvent(kind, at, $"{source}"),
        };

    private static readonly Gen<ClockEvent[]> Courses =
        from opened in Moments
        from events in Gen.ArrayOf(AnyEvent)
        select (ClockEvent[])[new(ClockEventKind.Opened, opened, "opened"), .. events];

    private static readonly Gen<Profile> Profiles =
        from zone in Gen.Elements(Zones)
        from hours in Gen.Elements(("09:00", "17:00"), ("00:00", "24:00"), ("01:00", "03:30"), ("18:00", "24:00"))
        select Workweek.Of(zone, hours.Item1, hours.Item2);

    [Fact]
    public void The_order_in_which_events_come_makes_no_difference_nor_does_repetition() => Properties.Hold(
        from course in Courses from seed in Gen.Choose(0, int.MaxValue) select (course, seed),
        any => Of(any.course, NineToFive) == Of(Properties.Shuffled(any.course.Concat(any.course.Where((_, index) => index % 3 != 0)), any.seed), NineToFive));

    [Fact]
    public void A_pause_never_makes_anything_due_earlier() => Properties.Hold(
        from course in Courses from profile in Profiles from one in Moments from other in Moments select (course, profile, one, other),
        any => Of(any.course, any.profile).Zip(Of([.. any.course, .. Paused("more", any.one, any.other)], any.profile)).All(pair => pair.First.Due is null == pair.Second.Due is null && !(pair.Second.Due < pair.First.Due)));

    [Fact]
    public void A_pause_inside_a_pause_changes_nothing() => Properties.Hold(
        from course in Courses from profile in Profiles from moments in Gen.ArrayOf(Moments, 4) select (course, profile, moments: moments.Order().ToArray()),
        any =>
        {
            ClockEvent[] paused = [.. any.course, .. Paused("outer", any.moments[0], any.moments[3])];

            return Of(paused, any.profile) == Of([.. paused, .. Paused("inner", any.moments[1], any.moments[2])], any.profile);
        });

    [Fact]
    public void Working_hours_never_end_before_the_clock_does() => Properties.Hold(
        from course in Courses from profile in Profiles from hours in Gen.Choose(0, 100) select (course, profile, hours),
        any => Of(any.course, With(any.profile, ClockKind.Always, any.hours)).Zip(Of(any.course, With(any.profile, ClockKind.Business, any.hours))).All(pair => !(pair.Second.Due < pair.First.Due)));

    [Fact]
    public void So_many_working_days_end_when_that_working_day_ends_whatever_the_clocks_are_put_to() => Properties.Hold(
        from zone in Gen.Elements(Zones) from monday in Gen.Choose(0, 200) from days in Gen.Choose(1, 60) select (zone, monday, days),
        any =>
        {
            var zone = DateTimeZoneProviders.Tzdb[any.zone];
            var monday = new LocalDate(2027, 1, 4).PlusWeeks(any.monday);
            var time = new BusinessTime(ClockKind.Business, Workweek.Of(any.zone, "09:00", "17:00").Clocks with { Holidays = [] });
            var end = time.Add((monday + new LocalTime(9, 0)).InZoneStrictly(zone).ToInstant(), time.Of(new(any.days, TimeSpan.Zero)), [])!.Value.InZone(zone).LocalDateTime;

            return end == monday.PlusDays((any.days - 1) / 5 * 7 + ((any.days - 1) % 5)) + new LocalTime(17, 0);
        });

    [Fact]
    public void What_is_added_lies_between() => Properties.Hold(
        from start in Moments from amount in Gen.Choose(1, 20_000) from profile in Profiles from stops in Gen.ArrayOf(Moments.Two()) select (start, amount, profile, stops),
        any =>
        {
            var time = new BusinessTime(ClockKind.Business, any.profile.Clocks);
            var stops = Stretch.Union(any.stops.Select(stop => new Stretch(Moment(stop.Item1), Moment(stop.Item2))));
            var end = time.Add(Moment(any.start), Duration.FromMinutes(any.amount), stops)!.Value;

            return time.Between(Moment(any.start), end, stops) == Duration.FromMinutes(any.amount) && time.Between(Moment(any.start), end - Duration.FromMinutes(1), stops) < Duration.FromMinutes(any.amount);
        });

    private static Values<Deadline> Of(IEnumerable<ClockEvent> events, Profile profile) => Deadlines.Of([.. events], Severity.P1, profile);

    private static Profile With(Profile profile, ClockKind kind, int hours) => profile with
    {
        Severities = new Dictionary<Severity, SeverityRule>
        {
            [Severity.P1] = profile.Severities[Severity.P1] with { Clock = kind, RespondWithin = Time($"{hours}h"), FixWithin = Time($"{hours * 2}h"), ReleaseWithin = Time($"{hours * 3}h") },
        },
    };

    private static ClockEvent[] Paused(string label, DateTimeOffset one, DateTimeOffset other) =>
    [
        new(ClockEventKind.Paused, one < other ? one : other, "paused", Reason: PauseReason.Issue, Label: label),
        new(ClockEventKind.Resumed, one < other ? other : one, "resumed", Reason: PauseReason.Issue, Label: label),
    ];

    private static Instant Moment(DateTimeOffset at) => Instant.FromDateTimeOffset(at);
}
