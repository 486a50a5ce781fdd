using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Tests.Support;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate;

public sealed class OtherReportsTests
{
    private static readonly MergeGroupFormed Group = new(Reports.Repository, Pushed, Fixed, "release/v1 with blanks");

    [Fact]
    public void A_merge_group_is_green_when_each_hotfix_in_it_is() =>
        Assert.Equal((CheckConclusion.Success, "2 hotfixes: all closed", "- #7: `All 1 closed`\n- #8: `All 1 closed`"), Said([new(7, Verdict(ItemStanding.Closed)), new(8, Verdict(ItemStanding.Overridden))]));

    [Fact]
    public void One_that_is_not_closed_keeps_all_of_it_back_and_is_named() =>
        Assert.Equal((CheckConclusion.Failure, "1 of 2 hotfixes not closed", "- #7: `All 1 closed`\n- #8: `1 of 1 open: reviewed`"), Said([new(7, Verdict(ItemStanding.Closed)), new(8, Verdict(ItemStanding.Open))]));

    [Fact]
    public void Without_a_hotfix_nothing_is_asked() => Assert.Equal((CheckConclusion.Skipped, "No hotfix"), OtherReports.Of(Group, []) is var run ? (run.Conclusion, run.Title) : default);

    [Fact]
    public void What_left_the_queue_is_not_let_through() => Assert.Equal((CheckConclusion.Failure, "Not in the queue any more"), OtherReports.Of(Group, null) is var run ? (run.Conclusion, run.Title) : default);

    [Fact]
    public void The_run_itself_says_for_which_group_it_was_made()
    {
        var run = OtherReports.Of(Group, []);

        Assert.Equal(("hotfix/gate", Pushed), (run.Name, run.Commit));
        Assert.Equal(Group, OtherReports.GroupOf(new(Reports.Repository, Pushed, run.Name), run.About!));
        Assert.Null(OtherReports.GroupOf(new(Reports.Repository, Pushed, run.Name), ""));
        Assert.Null(OtherReports.GroupOf(new(Reports.Repository, Pushed, run.Name), "merge-group"));
    }

    [Fact]
    public void An_ordinary_pull_request_is_not_asked_for_anything() =>
        Assert.Equal(("hotfix/gate", Head, CheckConclusion.Skipped), OtherReports.Skipped(Head) is var run ? (run.Name, run.Commit, run.Conclusion) : default);

    private static (CheckConclusion, string, string) Said(Values<GroupVerdict> verdicts) => OtherReports.Of(Group, verdicts) is var run ? (run.Conclusion, run.Title, run.Summary) : default;

    private static Verdict Verdict(ItemStanding standing) => new(Head, [new(new("reviewed", "Reviewed.", "approval(1)"), false, new(standing, "So."))], null, null);
}
