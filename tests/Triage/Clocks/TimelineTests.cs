using Hotfix.Domain;
using Hotfix.Triage.Clocks;
using static Hotfix.Tests.Triage.Clocks.Workweek;

namespace Hotfix.Tests.Triage.Clocks;

public sealed class TimelineTests
{
    [Fact]
    public void The_reporters_comment_ends_every_wait_for_the_reporter_also_one_that_is_told_later()
    {
        var story = new Story().Opened().Labeled("16 10:00", "needs-info").Commented("16 12:00", Story.Author);

        Assert.Equal((At("16 13:00"), null), Respond(story.Told(Of("needs-info", PauseReason.Store)), Of("needs-info", PauseReason.Reporter)));
        Assert.Equal((At("16 15:00"), null), Respond(story.Told(Reporter), Reporter));
        Assert.Equal((At("16 15:00"), null), Respond(Story.Told(Enumerable.Reverse(story.Deliveries), Reporter), Reporter));
    }

    [Theory]
    [InlineData("store")]
    [InlineData("a stranger's comment")]
    [InlineData("an earlier comment")]
    public void Nothing_else_ends_it(string what)
    {
        var story = new Story().Opened();
        story = what == "an earlier comment" ? story.Commented("16 09:30", Story.Author) : story;
        story = story.Labeled("16 10:00", "needs-info").Commented("16 12:00", Story.Stranger);
        var profile = what == "store" ? Of("needs-info", PauseReason.Store) : Reporter;

        Assert.Null(Respond(story.Told(profile), profile).Due);
    }

    [Fact]
    public void A_bots_label_pauses_nothing_and_its_taking_one_off_ends_a_pause()
    {
        Assert.Equal((At("16 13:00"), null), Respond(new Story().Opened().Labeled("16 10:00", "needs-info", Story.Bot).Told(Reporter), Reporter));
        Assert.Equal((At("16 14:00"), null), Respond(new Story().Opened().Labeled("16 10:00", "needs-info").Unlabeled("16 11:00", "needs-info", Story.Bot).Told(Reporter), Reporter));
    }

    [Fact]
    public void A_pause_the_profile_does_not_name_any_more_is_none_and_its_end_is_known_should_it_come_back()
    {
        var (before, after) = (Of("needs-info", PauseReason.Store), Of("waiting", PauseReason.Store));
        var story = new Story().Opened().Labeled("16 10:00", "needs-info");
        var paused = story.Told(before);
        Assert.Null(Respond(paused, before).Due);
        Assert.Equal((At("16 13:00"), null), Respond(paused, after));
        Assert.Equal((At("16 13:00"), null), Respond(paused, Reporter));

        var (last, source) = story.Unlabeled("16 11:00", "needs-info").Deliveries[^1];
        Assert.Equal((At("16 14:00"), null), Respond(Timeline.With(paused, last, source, after), before));
    }

    [Fact]
    public void An_issue_seen_later_without_the_label_waits_no_more()
    {
        var story = new Story().Opened().Labeled("16 10:00", "needs-info").Lost("needs-info").Edited("16 11:00").Edited("16 12:00");

        Assert.Equal((At("16 14:00"), null), Respond(story.Told(Reporter), Reporter));
        Assert.Equal((At("16 14:00"), null), Respond(Story.Told(Enumerable.Reverse(story.Deliveries), Reporter), Reporter));
        Assert.Contains(new ClockEvent(ClockEventKind.Resumed, At("16 11:00"), "snapshot", Reason: PauseReason.Reporter, Label: "needs-info"), story.Told(Reporter));
    }

    [Fact]
    public void One_seen_without_it_at_the_same_moment_or_before_waits() =>
        Assert.Null(Respond(new Story().Opened().Edited("16 10:00").Labeled("16 10:00", "needs-info").ToldBackwards(), Reporter).Due);

    [Fact]
    public void A_comment_or_an_assignment_is_the_response_and_labels_unassigning_and_closing_are_none()
    {
        Assert.Equal(At("16 10:00"), Met(new Story().Opened().Commented("16 10:00", Story.Maintainer)));
        Assert.Equal(At("16 10:00"), Met(new Story().Opened().Assigned("16 10:00", "somebody", Story.Maintainer)));
        Assert.Equal(At("16 10:00"), Met(new Story().Opened().Assigned("16 10:00", "maintainer", Story.Maintainer)));
        Assert.Equal(At("16 10:00"), Met(new Story().Opened().Assigned("16 10:00", "Beta-User", Story.Author)));

        Assert.Null(Met(new Story().Opened().Labeled("16 10:00", "docs").Unlabeled("16 10:00", "docs")));
        Assert.Null(Met(new Story().Opened().Unassigned("16 10:00", "maintainer", Story.Maintainer)));
        Assert.Null(Met(new Story().Opened().Closed(At("16 10:00"), Story.Maintainer)));
        Assert.Null(Met(new Story().Opened().Assigned("16 09:00", "maintainer", Story.Author)));
        Assert.Null(Met(new Story().Opened().Assigned("16 10:00", "maintainer", Story.Bot)));
        Assert.Null(Met(new Story().Opened().Commented("16 10:00", Story.Stranger).Commented("16 10:00", Story.Author)));
    }

    [Fact]
    public void An_old_issue_starts_when_it_is_first_seen_unless_its_opening_is_told()
    {
        var story = new Story(At("02 09:00")).Commented("16 09:00", Story.Maintainer).Edited("16 10:00");
        ClockEvent seen = new(ClockEventKind.Opened, At("16 09:00"), "first seen");

        Assert.Equal(seen, story.Told()[0]);
        Assert.Equal(seen, story.ToldBackwards()[0]);
        Assert.Equal((At("16 13:00"), At("16 09:00")), Respond(story.Told(), NineToFive));
        Assert.Single(story.Told(), one => one.Kind == ClockEventKind.Opened);

        Assert.Equal(new(ClockEventKind.Opened, At("02 09:00"), "opened"), story.Opened().Told()[0]);
        Assert.Equal(story.Told(), story.ToldBackwards());
    }

    [Theory]
    [InlineData("16 10:00", "16 09:00")]
    [InlineData("16 10:01", "16 10:01")]
    public void What_happens_within_an_hour_of_the_opening_tells_of_it(string at, string start) => Assert.Equal(At(start), new Story().Edited(at).Told()[0].At);

    [Fact]
    public void How_long_an_old_issue_took_is_not_known()
    {
        Assert.Null(Deadlines.Taken(new Story(At("02 09:00")).Edited("16 09:00").Closed(At("16 10:00"), Story.Maintainer).Told(), NineToFive));
        Assert.Equal(TimeSpan.FromHours(1), Deadlines.Taken(new Story().Edited("16 09:00").Closed(At("16 10:00"), Story.Maintainer).Told(), NineToFive));
    }

    [Fact]
    public void However_often_anything_happens_the_list_stays_small_and_the_clocks_where_they_were()
    {
        var story = new Story().Opened().Labeled("16 10:00", "needs-info").Commented("16 10:30", Story.Author).Commented("16 11:00", Story.Maintainer);
        var before = Respond(story.Told(Reporter), Reporter);
        var at = At("16 12:00");

        for (var turn = 0; turn < 100; turn++, at = at.AddMinutes(1))
        {
            story.Commented(at, Story.Author).Commented(at, Story.Maintainer).Commented(at, Story.Stranger).Closed(at, Story.Author).Reopened(at).Edited(at);
        }

        var told = story.Told(Reporter);
        Assert.InRange(told.Count, 1, 150);
        Assert.Equal(before, Respond(told, Reporter));

        for (var turn = 0; turn < 100; turn++, at = at.AddMinutes(1))
        {
            told = Timeline.Rated(told, turn % 2 == 0 ? Severity.P3 : Severity.P1, at, "edited");
        }

        Assert.InRange(told.Count(one => one.Kind == ClockEventKind.Rated), 3, 40);
        Assert.Equal(At("16 13:41"), Assert.Single(Course.Worst(told), one => one.Severity == Severity.P1).At);
    }

    [Fact]
    public void A_label_put_on_and_off_for_ever_keeps_the_newest_pauses_and_one_that_lasts()
    {
        var story = new Story().Opened().Labeled("16 09:30", "blocked");
        var at = At("16 10:00");

        for (var turn = 0; turn < 100; turn++, at = at.AddMinutes(2))
        {
            story.Labeled(at, "needs-info", Story.Maintainer).Unlabeled(at.AddMinutes(1), "needs-info", Story.Maintainer);
        }

        Assert.InRange(story.Told().Count, 1, 150);
        Assert.Equal(PauseReason.Reporter, Deadlines.Of(story.Told(), Severity.P1, Of("blocked", PauseReason.Reporter))[0].PausedFor);
        Assert.All(Deadlines.Of(story.Told(), Severity.P1, Of("needs-info", PauseReason.Reporter)), deadline => Assert.Null(deadline.PausedFor));
    }

    private static Profile Reporter { get; } = Of("needs-info", PauseReason.Reporter);

    private static Profile Of(string label, PauseReason reason) => NineToFive with { Clocks = NineToFive.Clocks with { Pauses = [new(label, reason)] } };

    private static (DateTimeOffset? Due, DateTimeOffset? MetAt) Respond(Values<ClockEvent> events, Profile profile)
    {
        var respond = Deadlines.Of(events, Severity.P1, profile)[0];

        return (respond.Due, respond.MetAt);
    }

    private static DateTimeOffset? Met(Story story) => Respond(story.Told(), NineToFive).MetAt;
}
