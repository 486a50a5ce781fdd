using Hotfix.Domain;
using NodaTime;
using Span = Hotfix.Domain.Span;

namespace Hotfix.Triage.Clocks;

/// <summary>
/// By when an issue must be answered, fixed and released. A pure function of the set of events: order, repetition and lateness make no difference, and a changed profile recomputes what is due: a pause it does not name any more did not happen.
/// <para>Answered: by the first response at or after the start. Fixed: by the closing that stands. Released: by the first release since the start that no reopening came after;
/// while nothing tells of one, the closing that stands counts as it, and a release told later takes its place (and may turn out to have been late: being closed does not stop that clock).</para>
/// <para>A closed issue that nobody answered stands still like a paused one: no due time, and what was left; but it waits for nothing. No due time and nothing left: the calendar does not get there within ten years.</para>
/// Source: reference/peers.md, section 3, item 9.
/// </summary>
internal static class Deadlines
{
    /// <summary>The deadlines for which the severity has a time; none when no event tells when the issue began.</summary>
    public static Values<Deadline> Of(Values<ClockEvent> events, Severity severity, Profile profile)
    {
        if (!profile.Severities.TryGetValue(severity, out var rule) || Course.Of(events, profile.Clocks.Pauses) is not { } course)
        {
            return [];
        }

        var time = new BusinessTime(rule.Clock, profile.Clocks);

        return
        [
            .. Of(DeadlineKind.Respond, rule.RespondWithin, course.Responded),
            .. Of(DeadlineKind.Fix, rule.FixWithin, course.Closed),
            .. Of(DeadlineKind.Release, rule.ReleaseWithin, course.Released ?? course.Closed),
        ];

        Deadline[] Of(DeadlineKind kind, Span? within, Instant? met) => within is { } span ? [new Clock(time, course, time.Of(span)).Deadline(kind, met)] : [];
    }

    /// <summary>The working time from the start to the closing that stands, without pauses: what a fix took. Null while the issue is open, and when nobody saw it opened: how long it had been worked on is not known.</summary>
    public static TimeSpan? Taken(Values<ClockEvent> events, Profile profile) =>
        !events.Any(known => known is { Kind: ClockEventKind.Opened, Source: Timeline.FirstSeen }) && Course.Of(events, profile.Clocks.Pauses) is { Closed: { } closed } course
        ? new BusinessTime(ClockKind.Business, profile.Clocks).Between(course.Start, closed, course.Stops).ToTimeSpan()
        : null;

    private sealed record Clock(BusinessTime Time, Course Course, Duration Within)
    {
        public Deadline Deadline(DeadlineKind kind, Instant? met) => (met, Course.Closed, Course.Stops) switch
        {
            ({ } at, _, _) => new(kind, Due(Stretch.Union(Course.Stops.Select(stop => stop with { To = Instant.Min(stop.To, at) }))), at.ToDateTimeOffset(), null, null),
            (_, { } closed, _) => new(kind, null, null, null, Left(closed)),
            (_, _, [.., { To: var to } stop]) when to == Stretch.Open => new(kind, null, null, Course.Waiting, Left(stop.From)),
            _ => new(kind, Due(Course.Stops), null, null, null),
        };

        private DateTimeOffset? Due(Values<Stretch> stops) => Time.Add(Course.Start, Within, stops)?.ToDateTimeOffset() is { } due
            ? due.AddTicks((TimeSpan.TicksPerMinute - (due.Ticks % TimeSpan.TicksPerMinute)) % TimeSpan.TicksPerMinute)
            : null;

        private TimeSpan Left(Instant until) => (Within - Time.Between(Course.Start, until, Course.Stops)).ToTimeSpan();
    }
}
