using Hotfix.Domain;
using Hotfix.Triage.Clocks;
using static Hotfix.Tests.Triage.Clocks.Workweek;

namespace Hotfix.Tests.Triage.Clocks;

public sealed class DeadlinesTests
{
    private static readonly ClockEvent Opened = Event(ClockEventKind.Opened, "16 09:00");

    [Fact]
    public void A_new_issue_has_the_times_of_its_severity() => Assert.Equal(
        [
            new(DeadlineKind.Respond, At("16 13:00"), null, null, null),
            new(DeadlineKind.Fix, At("16 17:00"), null, null, null),
            new(DeadlineKind.Release, At("17 17:00"), null, null, null),
        ],
        Of(Opened));

    [Fact]
    public void What_the_profile_sets_no_time_for_is_not_due() => Assert.Equal([new(DeadlineKind.Respond, At("17 17:00"), null, null, null)], Deadlines.Of([Opened], Severity.P2, NineToFive));

    [Fact]
    public void A_severity_the_profile_does_not_know_has_no_times() => Assert.Empty(Deadlines.Of([Opened], Severity.P3, NineToFive));

    [Fact]
    public void Nothing_is_due_before_anything_tells_when_it_began() => Assert.Empty(Of([Event(ClockEventKind.Closed, "16 10:00"), .. Pause("16 09:00", null)]));

    [Fact]
    public void An_opening_that_was_not_told_is_the_first_rating() => Assert.Equal(At("16 15:00"), Respond(Rated("16 11:00", Severity.P1)).Due);

    [Fact]
    public void Times_are_rounded_up_to_minutes() => Assert.Equal(At("16 13:01"), Respond(Event(ClockEventKind.Opened, "16 09:00:01")).Due);

    [Fact]
    public void A_critical_one_runs_through_the_weekend() => Assert.Equal(
        [new(DeadlineKind.Respond, At("21 02:00"), null, null, null), new(DeadlineKind.Fix, At("21 22:00"), null, null, null), new(DeadlineKind.Release, At("22 22:00"), null, null, null)],
        Deadlines.Of([Event(ClockEventKind.Opened, "20 22:00")], Severity.P0, NineToFive));

    [Fact]
    public void The_first_answer_meets_it() => Assert.Equal(
        new(DeadlineKind.Respond, At("16 13:00"), At("16 10:00"), null, null),
        Respond(Opened, Event(ClockEventKind.Responded, "16 12:00"), Event(ClockEventKind.Responded, "16 10:00")));

    [Fact]
    public void An_answer_of_the_same_moment_counts() => Assert.Equal(At("16 09:00"), Respond(Opened, Event(ClockEventKind.Responded, "16 09:00")).MetAt);

    [Theory]
    [InlineData("pause", "16 10:00", "16 12:00", "16 15:00")]
    [InlineData("pause in the night", "16 17:00", "17 09:00", "16 13:00")]
    [InlineData("pause over the evening", "16 12:00", "17 11:00", "17 12:00")]
    [InlineData("pause over a weekend", "16 10:00", "23 10:00", "23 13:00")]
    [InlineData("pause from before the issue was", "15 10:00", "16 10:00", "16 14:00")]
    [InlineData("pause when it was due", "16 13:00", "16 14:00", "16 13:00")]
    [InlineData("pause of no time", "16 10:00", "16 10:00", "16 13:00")]
    public void A_pause_shifts_what_is_left(string what, string from, string to, string due) => Assert.True(At(due) == Respond([Opened, .. Pause(from, to)]).Due, what);

    [Fact]
    public void A_pause_inside_a_pause_counts_once() =>
        Assert.Equal(At("16 15:00"), Respond([Opened, .. Pause("16 10:00", "16 12:00"), .. Pause("16 10:30", "16 11:00", PauseReason.Store, "waiting")]).Due);

    [Fact]
    public void Overlapping_pauses_count_together() =>
        Assert.Equal(At("16 16:00"), Respond([Opened, .. Pause("16 10:00", "16 12:00"), .. Pause("16 11:00", "16 13:00", PauseReason.Store, "waiting")]).Due);

    [Fact]
    public void Pauses_one_after_another_count_each() => Assert.Equal(At("16 15:00"), Respond([Opened, .. Pause("16 10:00", "16 11:00"), .. Pause("16 12:00", "16 13:00")]).Due);

    [Fact]
    public void Closed_again_it_is_fixed_then_and_due_later_by_the_time_it_was_closed() => Assert.Equal(
        new(DeadlineKind.Fix, At("17 11:00"), At("16 14:00"), null, null),
        Of(Opened, Event(ClockEventKind.Closed, "16 10:00"), Event(ClockEventKind.Reopened, "16 12:00"), Event(ClockEventKind.Closed, "16 14:00"))[1]);

    [Fact]
    public void An_end_that_comes_before_its_beginning_waits_for_it()
    {
        var pause = Pause("16 10:00", "16 12:00");

        Assert.Equal(At("16 13:00"), Respond(pause[1], Opened).Due);
        Assert.Equal(At("16 15:00"), Respond(pause[1], Opened, pause[0]).Due);
    }

    [Fact]
    public void A_lost_end_heals_with_the_next() => Assert.Equal(At("16 17:00"), Respond([Opened, .. Pause("16 10:00", null), .. Pause("16 12:00", "16 14:00")]).Due);

    [Fact]
    public void While_it_waits_it_says_for_what_and_what_is_left() => Assert.Equal(
        [
            new(DeadlineKind.Respond, null, null, PauseReason.Store, TimeSpan.FromHours(3)),
            new(DeadlineKind.Fix, null, null, PauseReason.Store, TimeSpan.FromHours(7)),
            new(DeadlineKind.Release, null, null, PauseReason.Store, TimeSpan.FromHours(15)),
        ],
        Of([Opened, .. Pause("16 10:00", "16 12:00"), .. Pause("16 11:00", null, PauseReason.Store, "waiting"), .. Pause("16 11:30", null, PauseReason.Issue, "blocked")]));

    [Fact]
    public void What_was_overdue_when_it_began_to_wait_stays_so() => Assert.Equal(TimeSpan.FromHours(-2), Respond([Opened, .. Pause("16 15:00", null)]).Left);

    [Fact]
    public void What_was_met_while_it_waited_was_due_with_what_was_left() =>
        Assert.Equal(new(DeadlineKind.Respond, At("16 15:00"), At("16 12:00"), null, null), Respond([Opened, .. Pause("16 10:00", "16 16:00"), Event(ClockEventKind.Responded, "16 12:00")]));

    [Fact]
    public void Closing_fixes_it() => Assert.Equal(
        [
            new(DeadlineKind.Respond, null, null, null, TimeSpan.FromHours(3)),
            new(DeadlineKind.Fix, At("16 17:00"), At("16 10:00"), null, null),
            new(DeadlineKind.Release, At("17 17:00"), At("16 10:00"), null, null),
        ],
        Of(Opened, Event(ClockEventKind.Closed, "16 10:00"), Event(ClockEventKind.Closed, "16 11:00")));

    [Fact]
    public void The_time_it_was_closed_does_not_count() => Assert.Equal(
        [new(DeadlineKind.Respond, At("16 15:00"), null, null, null), new(DeadlineKind.Fix, At("17 11:00"), null, null, null), new(DeadlineKind.Release, At("18 11:00"), null, null, null)],
        Of(Opened, Event(ClockEventKind.Closed, "16 10:00"), Event(ClockEventKind.Reopened, "16 12:00")));

    [Fact]
    public void A_release_is_one_even_after_closing_and_then_was_late() => Assert.Equal(
        new(DeadlineKind.Release, At("17 17:00"), At("18 10:00"), null, null),
        Of(Opened, Event(ClockEventKind.Closed, "16 10:00"), Event(ClockEventKind.Released, "18 10:00"), Event(ClockEventKind.Released, "19 10:00"))[2]);

    [Fact]
    public void A_release_that_did_not_mend_it_is_none() => Assert.Equal(
        new(DeadlineKind.Release, At("18 17:00"), null, null, null),
        Of(Opened, Event(ClockEventKind.Closed, "16 17:00"), Event(ClockEventKind.Released, "17 10:00"), Event(ClockEventKind.Reopened, "18 09:00"))[2]);

    [Fact]
    public void Rated_worse_it_starts_anew_and_wants_a_new_answer() => Assert.Equal(
        new(DeadlineKind.Respond, At("16 15:00"), null, null, null),
        Respond(Opened, Rated("16 09:01", Severity.P2), Event(ClockEventKind.Responded, "16 10:00"), Rated("16 11:00", Severity.P1)));

    [Theory]
    [InlineData("P1", "P1")]
    [InlineData("P0", "P1")]
    public void Rated_the_same_or_better_it_goes_on(string first, string then) =>
        Assert.Equal(At("16 13:00"), Respond(Opened, Rated("16 09:01", Enum.Parse<Severity>(first)), Rated("16 11:00", Enum.Parse<Severity>(then))).Due);

    [Fact]
    public void Rated_better_and_as_bad_as_before_it_goes_on() =>
        Assert.Equal(At("16 15:00"), Respond(Opened, Rated("16 09:01", Severity.P2), Rated("16 11:00", Severity.P1), Rated("16 12:00", Severity.P2), Rated("16 13:00", Severity.P1)).Due);

    [Fact]
    public void A_pause_the_profile_does_not_name_did_not_happen() => Assert.Equal(At("16 13:00"), Respond([Opened, .. Pause("16 10:00", null, label: "renamed")]).Due);

    [Fact]
    public void Of_several_ratings_the_last_that_was_worse_starts_it() =>
        Assert.Equal(At("16 15:00"), Respond(Opened, Rated("16 09:01", Severity.P2), Rated("16 11:00", Severity.P0), Rated("16 12:00", Severity.P1)).Due);

    [Fact]
    public void What_takes_more_than_ten_years_has_no_time()
    {
        var rule = NineToFive.Severities[Severity.P1] with { RespondWithin = Time("9999d"), FixWithin = null, ReleaseWithin = null };
        var profile = NineToFive with { Severities = new Dictionary<Severity, SeverityRule> { [Severity.P1] = rule } };

        Assert.Equal([new(DeadlineKind.Respond, null, null, null, null)], Deadlines.Of([Opened], Severity.P1, profile));
    }

    [Fact]
    public void What_a_fix_took_is_working_time_without_pauses()
    {
        ClockEvent[] events = [Opened, .. Pause("16 10:00", "16 12:00"), Event(ClockEventKind.Closed, "17 10:00")];

        Assert.Equal(TimeSpan.FromHours(7), Deadlines.Taken([.. events], NineToFive));
        Assert.Null(Deadlines.Taken([.. events, Event(ClockEventKind.Reopened, "17 11:00")], NineToFive));
    }

    private static Values<Deadline> Of(params ClockEvent[] events) => Deadlines.Of([.. events], Severity.P1, NineToFive);

    private static Deadline Respond(params ClockEvent[] events) => Of(events)[0];
}
