using Hotfix.Domain.Storefront;
using Hotfix.Rollout;
using static Hotfix.Tests.Rollout.Statuses;

namespace Hotfix.Tests.Rollout;

/// <summary>A percentage never falls, the same again is nothing, and all users are said in so many words.</summary>
public sealed class PercentageDecisionTests
{
    private static readonly ItemStatus Partly = new(Published(("1.2.3", 100), ("1.2.4", 5)));

    [Fact]
    public void It_rises() => Assert.Equal(new PercentageStep.Raise(V("1.2.4"), 5, 25), PercentageDecision.Decide(Partly, new(25)));

    [Fact]
    public void What_is_so_stays_so() => Assert.Equal(new PercentageStep.Keep(new(V("1.2.4"), 5)), PercentageDecision.Decide(Partly, new(5)));

    [Fact]
    public void All_again_is_what_is_so_without_being_said() => Assert.Equal(new PercentageStep.Keep(new(V("1.2.4"), 100)), PercentageDecision.Decide(new(Published(("1.2.4", 100))), new(100)));

    [Fact]
    public void It_never_falls() => Assert.Equal(
        new PercentageStep.Refuse("1.2.4 has 5 % of the users already, and a percentage never falls: `hotfix store rollback` goes back to an earlier version."), PercentageDecision.Decide(Partly, new(4)));

    [Fact]
    public void All_users_are_said()
    {
        Assert.Equal(new PercentageStep.Refuse("1.2.4 has 5 % of the users: to give it to all of them, say --all."), PercentageDecision.Decide(Partly, new(100)));
        Assert.Equal(new PercentageStep.Raise(V("1.2.4"), 5, 100), PercentageDecision.Decide(Partly, new(100, All: true)));
    }

    [Fact]
    public void Another_version_than_the_one_that_is_meant_is_left_alone()
    {
        Assert.Equal(
            new PercentageStep.Refuse("The percentage is meant for 1.2.3, and what it would go to is 1.2.4, the highest version that is published."), PercentageDecision.Decide(Partly, new(25, V("1.2.3"))));
        Assert.IsType<PercentageStep.Raise>(PercentageDecision.Decide(Partly, new(25, V("1.2.4"))));
    }

    [Fact]
    public void Nothing_published_has_no_percentage() =>
        Assert.Equal(new PercentageStep.Refuse("Nothing of this item is published, so there is no percentage to raise."), PercentageDecision.Decide(new(), new(25)));

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-5)]
    public void What_is_none_is_refused(int percentage) => Assert.IsType<PercentageStep.Refuse>(PercentageDecision.Decide(Partly, new(percentage, All: true)));
}
