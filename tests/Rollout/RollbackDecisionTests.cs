using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;
using Hotfix.Rollout;
using static Hotfix.Tests.Rollout.Statuses;

namespace Hotfix.Tests.Rollout;

/// <summary>Which version is gone back to, under which new one, and what that costs (reference page "extension-publishing", §3).</summary>
public sealed class RollbackDecisionTests
{
    private static readonly ItemStatus Live = new(Published(("1.2.3", 100)));

    [Fact]
    public void The_new_version_is_the_lowest_above_the_published_one() =>
        Assert.Equal(new RollbackStep.Plan("1.2.2", V("1.2.3"), V("1.2.3.1"), []), RollbackDecision.Decide(Live, new("1.2.2")));

    [Theory]
    [InlineData("1.2.3", "1.2.3.1")]
    [InlineData("1.2.3.1", "1.2.3.2")]
    [InlineData("1.1.0.9000", "1.1.0.9001")]
    [InlineData("1.2.3.65535", "1.2.4")]
    [InlineData("1.65535.65535.65535", "2")]
    public void Wherever_it_is(string published, string next) =>
        Assert.Equal(V(next), Assert.IsType<RollbackStep.Plan>(RollbackDecision.Decide(new(Published((published, 100))), new("0.1"))).NewVersion);

    [Fact]
    public void A_version_that_is_submitted_is_passed_over_and_said_to_be_lost() => Assert.Equal(
        new RollbackStep.Plan("1.2.2", V("1.2.3"), V("1.2.3.2"), ["1.2.3.1 is waiting for review; the rollback discards that."]),
        RollbackDecision.Decide(Live with { Submitted = Of(ItemState.PendingReview, "1.2.3.1") }, new("1.2.2")));

    [Fact]
    public void Of_a_partial_rollout_the_version_before_it_is_known() => Assert.Equal(
        new RollbackStep.Plan("1.2", V("1.2.4"), V("1.2.4.1"), ["1.2.4 goes to 5 % of the users; the rollback ends that, and goes to all of them."]),
        RollbackDecision.Decide(new(new Revision(ItemState.Published, [new(V("1.2"), 100, "1.2"), new(V("1.2.3"), 50), new(V("1.2.4"), 5)])), new()));

    [Fact]
    public void Else_somebody_has_to_say() => Assert.Equal(
        new RollbackStep.Refuse("Say with --to which version to go back to from 1.2.3: the store keeps no list of what was published before; the repository's releases do."), RollbackDecision.Decide(Live, new()));

    [Theory]
    [InlineData("1.2.3", "1.2.3 is not below 1.2.3, which is published: a rollback goes to a version before it.")]
    [InlineData("2", "2 is not below 1.2.3, which is published: a rollback goes to a version before it.")]
    [InlineData("v1.2.2", "--to 'v1.2.2' is not one to four numbers with dots between: it is a version that was published, like 1.2.2.")]
    public void What_cannot_be_gone_back_to_is_refused(string target, string why) => Assert.Equal(new RollbackStep.Refuse(why), RollbackDecision.Decide(Live, new(target)));

    [Fact]
    public void A_wished_version_has_to_be_above()
    {
        Assert.Equal(new RollbackStep.Plan("1.2.2", V("1.2.3"), V("1.2.5"), []), RollbackDecision.Decide(Live, new("1.2.2", As: V("1.2.5"))));
        Assert.Equal(new RollbackStep.Refuse("A rollback is published under a version above 1.2.3, which 1.2.1 is not: leave --as out for the lowest one."), RollbackDecision.Decide(Live, new("1.2.0", As: V("1.2.1"))));
    }

    [Fact]
    public void Twice_is_once()
    {
        Assert.Equal(
            new RollbackStep.Done(new(V("1.2.3.1"), 100)), RollbackDecision.Decide(new(Published(("1.2.3.1", 100))), new("1.2.2", As: V("1.2.3.1"))));
        Assert.Equal(
            new RollbackStep.Refuse("The rollback is meant to take back 1.2.3, and what is published is 1.2.3.1: somebody else was there first, or it is done."),
            RollbackDecision.Decide(new(Published(("1.2.3.1", 100))), new("1.2.2", From: V("1.2.3"))));
    }

    [Fact]
    public void Nothing_published_cannot_be_taken_back() => Assert.IsType<RollbackStep.Refuse>(RollbackDecision.Decide(new(Submitted: Of(ItemState.PendingReview, "1.0")), new("0.9")));

    [Fact]
    public void Above_the_highest_there_is_none() => Assert.Equal(
        new RollbackStep.Refuse("There is no version above 65535.65535.65535.65535, so the store can take no further package of this extension."),
        RollbackDecision.Decide(new(Published(("65535.65535.65535.65535", 100))), new("1")));

    /// <summary>Above what is published, and below the next release of three numbers, wherever the versions are.</summary>
    [Fact]
    public void It_leaves_room_for_the_hotfix_that_follows()
    {
        foreach (var seed in Enumerable.Range(0, 500))
        {
            var chance = new Random(seed);
            var live = new ChromeVersion((ushort)chance.Next(0, 5), (ushort)chance.Next(0, 70), (ushort)chance.Next(1, 70), (ushort)chance.Next(0, 65535));
            var plan = Assert.IsType<RollbackStep.Plan>(RollbackDecision.Decide(new(new Revision(ItemState.Published, [new(live, 100)])), new("0.0.0.1")));

            Assert.True(plan.NewVersion > live && plan.NewVersion < live with { Patch = (ushort)(live.Patch + 1), Build = 0 }, $"{live} → {plan.NewVersion}");
        }
    }
}
