using Hotfix.Domain.Storefront;
using Hotfix.Rollout;
using static Hotfix.Tests.Rollout.Statuses;

namespace Hotfix.Tests.Rollout;

/// <summary>What can be published without a package in our hands.</summary>
public sealed class SubmitDecisionTests
{
    private static readonly ItemStatus Live = new(Published(("1.2.3", 100)));

    [Fact]
    public void A_draft_is_not_shown_so_it_is_tried()
    {
        Assert.Equal(new SubmitStep.Submit(), SubmitDecision.Decide(Live, null));
        Assert.Equal(new SubmitStep.Submit(), SubmitDecision.Decide(Live, V("1.2.4")));
    }

    [Fact]
    public void What_is_staged_goes_live()
    {
        var staged = Of(ItemState.Staged, "1.2.4");

        Assert.Equal(new SubmitStep.PublishStaged(staged), SubmitDecision.Decide(Live with { Submitted = staged }, null));
        Assert.Equal(new SubmitStep.PublishStaged(staged), SubmitDecision.Decide(Live with { Submitted = staged }, V("1.2.4")));
        Assert.Equal(
            new SubmitStep.Skip(ItemState.Staged, new(V("1.2.4"), 100), "1.2.4 is approved and staged; without --staged it goes live."), SubmitDecision.Decide(Live with { Submitted = staged }, null, hold: true));
        Assert.Equal(new SubmitStep.Refuse("1.2.5 is meant, and 1.2.4 is approved and staged: nothing was published."), SubmitDecision.Decide(Live with { Submitted = staged }, V("1.2.5")));
    }

    [Fact]
    public void What_waits_or_is_published_is_left()
    {
        Assert.Equal(
            new SubmitStep.Skip(ItemState.PendingReview, new(V("1.2.4"), 100), "1.2.4 is waiting for review."), SubmitDecision.Decide(Live with { Submitted = Of(ItemState.PendingReview, "1.2.4") }, null));
        Assert.Equal(new SubmitStep.Skip(ItemState.Published, new(V("1.2.3"), 100), "1.2.3 is published already, for 100 % of the users."), SubmitDecision.Decide(Live, V("1.2.3")));
    }

    [Fact]
    public void A_percentage_for_what_is_published_is_not_passed_over_in_silence()
    {
        var some = new ItemStatus(Published(("1.2.3", 5)));

        Assert.Equal(new SubmitStep.Refuse("1.2.3 is published already, for 5 % of the users: `hotfix store percentage 25` gives it to 25 %."), SubmitDecision.Decide(some, V("1.2.3"), percentage: 25));
        Assert.IsType<SubmitStep.Skip>(SubmitDecision.Decide(some, V("1.2.3"), percentage: 5));
    }

    [Fact]
    public void What_is_below_or_not_ready_is_refused()
    {
        Assert.IsType<SubmitStep.Refuse>(SubmitDecision.Decide(Live, V("1.2.2")));
        Assert.IsType<SubmitStep.Refuse>(SubmitDecision.Decide(Live with { LastUpload = UploadState.InProgress }, null));
    }
}
