using FsCheck;
using FsCheck.Fluent;
using Hotfix.Domain;
using Hotfix.Tests.Support;
using Hotfix.Triage.Clocks;
using static Hotfix.Tests.Triage.Clocks.Workweek;

namespace Hotfix.Tests.Triage.Clocks;

public sealed class TimelineProperties
{
    /// <summary>What happens to an issue that may be older than Hotfix; few steps, so that no limit is reached. Several may be of one moment.</summary>
    private static readonly Gen<Story> Stories =
        from age in Gen.Elements(0, 30, 90, 5000)
        from isTold in Gen.Elements(true, false)
        from steps in Gen.ListOf((from minutes in Gen.Elements(0, 1, 30, 200) from what in Gen.Choose(0, 11) from label in Gen.Elements("needs-info", "blocked", "docs") select (minutes, what, label)), 8)
        select Told(age, isTold, steps);

    [Fact]
    public void Deliveries_in_any_order_and_some_of_them_twice_tell_the_same() => Properties.Hold(
        from story in Stories from seed in Gen.Choose(0, int.MaxValue) select (story, seed),
        any => Same(any.story.Deliveries, Properties.Shuffled(any.story.Deliveries.Concat(any.story.Deliveries.Where((_, index) => index % 2 == 0)), any.seed)));

    [Fact]
    public void So_do_those_that_are_left_when_some_are_lost() => Properties.Hold(
        from story in Stories from seed in Gen.Choose(0, int.MaxValue) from lost in Gen.Choose(2, 4) select (left: story.Deliveries.Where((_, index) => index % lost != 1).ToList(), seed),
        any => Same(any.left, Properties.Shuffled(any.left, any.seed)));

    [Fact]
    public void Whatever_happens_an_issue_without_the_label_does_not_wait_for_it_once_it_is_seen_so() => Properties.Hold(
        from story in Stories from seed in Gen.Choose(0, int.MaxValue) select (story, seed),
        any =>
        {
            any.story.Lost("needs-info").Lost("blocked").Edited(At("30 12:00"));

            return Deadlines.Of(Story.Told(Properties.Shuffled(any.story.Deliveries, any.seed)), Severity.P1, NineToFive).All(deadline => deadline.PausedFor is null);
        });

    private static bool Same(IReadOnlyList<(IssueEvent, string)> one, IReadOnlyList<(IssueEvent, string)> other) =>
        Story.Told(one) == Story.Told(other) && Deadlines.Of(Story.Told(one), Severity.P1, NineToFive) == Deadlines.Of(Story.Told(other), Severity.P1, NineToFive);

    private static Story Told(int age, bool isTold, IEnumerable<(int Minutes, int What, string Label)> steps)
    {
        var story = new Story(At("16 09:00").AddMinutes(-age));
        var at = At("16 09:00");

        if (isTold)
        {
            story.Opened();
        }

        foreach (var (minutes, what, label) in steps)
        {
            at = at.AddMinutes(minutes);

            _ = what switch
            {
                0 or 1 => story.Labeled(at, label, Story.Maintainer),
                2 => story.Labeled(at, label, Story.Bot),
                3 => story.Unlabeled(at, label, Story.Maintainer),
                4 => story.Unlabeled(at, label, Story.Bot),
                5 or 6 => story.Commented(at, Story.Author),
                7 => story.Commented(at, Story.Maintainer),
                8 => story.Commented(at, Story.Stranger),
                9 => story.Closed(at, Story.Author),
                10 => story.Reopened(at),
                _ => story.Edited(at),
            };
        }

        return story;
    }
}
