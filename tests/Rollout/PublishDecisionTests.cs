using Hotfix.Domain.Storefront;
using Hotfix.Rollout;
using static Hotfix.Tests.Rollout.Statuses;

namespace Hotfix.Tests.Rollout;

/// <summary>From what the store says and what is wished to the next step (reference page "extension-publishing", §1.11).</summary>
public sealed class PublishDecisionTests
{
    private static readonly ItemStatus Live = new(Published(("1.2.3", 100)));

    [Fact]
    public void A_new_version_is_uploaded() => Assert.Equal(new PublishStep.Upload(), PublishDecision.Decide(Live, new(V("1.2.4"))));

    [Fact]
    public void So_is_the_first() => Assert.Equal(new PublishStep.Upload(), PublishDecision.Decide(new(), new(V("0.1"))));

    [Fact]
    public void What_is_published_is_left() =>
        Assert.Equal(new PublishStep.Skip(ItemState.Published, 100, "1.2.3 is published already, for 100 % of the users."), PublishDecision.Decide(Live, new(V("1.2.3"))));

    [Fact]
    public void A_version_of_which_there_is_another_package_is_not_taken_for_ours()
    {
        var wish = new PublishWish(V("1.2.4"), PublishStaged: true, Others: ["v1.2.4-staging.g1111111"]);
        var staged = Live with { Submitted = Of(ItemState.Staged, "1.2.4") };

        Assert.Equal(new PublishStep.Upload(), PublishDecision.Decide(Live, wish));
        Assert.Equal(
            new PublishStep.Refuse("1.2.4 is approved and staged, and the release v1.2.4-staging.g1111111 holds another package of that version, which may be the one that the store has: raise the version in manifest.json, or take back what is there with --cancel-pending."),
            PublishDecision.Decide(staged, wish));
        Assert.IsType<PublishStep.Cancel>(PublishDecision.Decide(staged, wish with { CancelPending = true }));
        Assert.EndsWith("may be the one that the store has: raise the version in manifest.json.", Assert.IsType<PublishStep.Refuse>(PublishDecision.Decide(new(Published(("1.2.4", 100))), wish)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_numbers_are_zeros() => Assert.IsType<PublishStep.Skip>(PublishDecision.Decide(new(Published(("1.2.0", 100))), new(V("1.2"))));

    [Fact]
    public void What_is_published_for_some_is_raised_where_more_is_wished() =>
        Assert.Equal(new PublishStep.Raise(V("1.2.4"), 5, 25), PublishDecision.Decide(new(Published(("1.2.4", 5), ("1.2.3", 100))), new(V("1.2.4"), Percentage: 25)));

    [Theory]
    [InlineData(5)]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(null)]
    public void And_left_where_it_is_not(int? percentage) => Assert.Equal(
        new PublishStep.Skip(ItemState.Published, 5, "1.2.4 is published already, for 5 % of the users."),
        PublishDecision.Decide(new(Published(("1.2.3", 100), ("1.2.4", 5))), new(V("1.2.4"), Percentage: percentage)));

    [Fact]
    public void All_users_are_said_in_so_many_words()
    {
        var status = new ItemStatus(Published(("1.2.3", 100), ("1.2.4", 5)));

        Assert.Equal(new PublishStep.Refuse("1.2.4 has 5 % of the users: to give it to all of them, say --all."), PublishDecision.Decide(status, new(V("1.2.4"), Percentage: 100)));
        Assert.Equal(new PublishStep.Raise(V("1.2.4"), 5, 100), PublishDecision.Decide(status, new(V("1.2.4"), Percentage: 100, All: true)));
    }

    [Fact]
    public void Only_uploading_raises_nothing() =>
        Assert.IsType<PublishStep.Skip>(PublishDecision.Decide(new(Published(("1.2.4", 5))), new(V("1.2.4"), Submit: false, Percentage: 50)));

    [Fact]
    public void What_is_below_the_published_one_is_refused_before_it_is_uploaded() => Assert.Equal(
        new PublishStep.Refuse("1.2.2 is below 1.2.10, which is published: versions only go up, so raise the version in manifest.json."),
        PublishDecision.Decide(new(Published(("1.2.9", 100), ("1.2.10", 5))), new(V("1.2.2"))));

    [Fact]
    public void What_waits_for_review_is_left() =>
        Assert.Equal(new PublishStep.Skip(ItemState.PendingReview, 100, "1.2.4 is waiting for review."), PublishDecision.Decide(Live with { Submitted = Of(ItemState.PendingReview, "1.2.4") }, new(V("1.2.4"))));

    [Fact]
    public void What_is_staged_goes_live_only_where_that_is_wished()
    {
        var status = Live with { Submitted = Of(ItemState.Staged, "1.2.4") };

        Assert.Equal(new PublishStep.PublishStaged(), PublishDecision.Decide(status, new(V("1.2.4"), PublishStaged: true)));
        Assert.Equal(new PublishStep.Skip(ItemState.Staged, 100, "1.2.4 is approved and staged; --publish-staged lets it go live."), PublishDecision.Decide(status, new(V("1.2.4"))));
    }

    [Fact]
    public void What_was_turned_down_needs_a_new_version()
    {
        Assert.Equal(
            new PublishStep.Refuse("1.2.4 was submitted and is rejected: raise the version in manifest.json, or submit the draft again in the dashboard."),
            PublishDecision.Decide(Live with { Submitted = Of(ItemState.Rejected, "1.2.4") }, new(V("1.2.4"))));
        Assert.Equal(
            new PublishStep.Refuse("1.2.4 was submitted and is cancelled: raise the version in manifest.json, or submit the draft again in the dashboard."),
            PublishDecision.Decide(Live with { Submitted = Of(ItemState.Cancelled, "1.2.4") }, new(V("1.2.4"))));
    }

    [Fact]
    public void Of_a_state_that_is_not_known_nothing_is_assumed() => Assert.Equal(
        new PublishStep.Refuse("1.2.4 was submitted and is in a state that Hotfix does not know (ON_THE_MOON): raise the version in manifest.json, or submit the draft again in the dashboard."),
        PublishDecision.Decide(Live with { Submitted = Of(new ItemState("ON_THE_MOON"), "1.2.4") }, new(V("1.2.4"))));

    [Fact]
    public void Another_that_waits_is_taken_back_only_where_that_is_wished()
    {
        var other = Of(ItemState.PendingReview, "1.2.4");

        Assert.Equal(new PublishStep.Cancel(other), PublishDecision.Decide(Live with { Submitted = other }, new(V("1.2.5"), CancelPending: true)));
        Assert.Equal(
            new PublishStep.Refuse("1.2.4 is waiting for review, and the store takes no other package until that is over: wait, or take it back with --cancel-pending, which loses its place in the queue."),
            PublishDecision.Decide(Live with { Submitted = other }, new(V("1.2.5"))));
        Assert.IsType<PublishStep.Refuse>(PublishDecision.Decide(Live with { Submitted = Of(ItemState.Staged, "1.2.4") }, new(V("1.2.5"))));
    }

    [Fact]
    public void Another_that_was_turned_down_is_in_nobodys_way() =>
        Assert.Equal(new PublishStep.Upload(), PublishDecision.Decide(Live with { Submitted = Of(ItemState.Rejected, "1.2.4") }, new(V("1.2.5"))));

    [Fact]
    public void An_upload_that_goes_on_is_waited_for() =>
        Assert.Equal(new PublishStep.AwaitUpload(), PublishDecision.Decide(Live with { LastUpload = UploadState.InProgress }, new(V("1.2.4"))));

    [Theory]
    [InlineData(UploadState.Succeeded)]
    [InlineData(UploadState.Failed)]
    [InlineData(UploadState.NotFound)]
    public void An_upload_that_is_over_says_nothing_about_ours(object last) =>
        Assert.Equal(new PublishStep.Upload(), PublishDecision.Decide(Live with { LastUpload = (UploadState)last }, new(V("1.2.4"))));

    [Fact]
    public void Before_submitting_nobody_else_may_have_been_there()
    {
        Assert.Null(PublishDecision.ObjectionToSubmitting(Live, V("1.2.4")));
        Assert.Null(PublishDecision.ObjectionToSubmitting(Live with { LastUpload = UploadState.Succeeded, Submitted = Of(ItemState.Rejected, "1.2.3") }, V("1.2.4")));
        Assert.StartsWith("Somebody else submitted 1.2.9 after", PublishDecision.ObjectionToSubmitting(Live with { Submitted = Of(ItemState.PendingReview, "1.2.9") }, V("1.2.4")), StringComparison.Ordinal);
        Assert.StartsWith("Somebody else published 1.2.9 after", PublishDecision.ObjectionToSubmitting(new(Published(("1.2.9", 100))), V("1.2.4")), StringComparison.Ordinal);
        Assert.StartsWith("Somebody else's upload", PublishDecision.ObjectionToSubmitting(Live with { LastUpload = UploadState.InProgress }, V("1.2.4")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, null, 1)]
    [InlineData(0, null, 1)]
    [InlineData(100, null, 0)]
    [InlineData(5, 5, 0)]
    public void A_percentage_that_nobody_wished_is_told_of(int shown, int? wished, int sentences)
    {
        Assert.Equal(sentences, PublishDecision.Saved(Live with { Submitted = Of(ItemState.PendingReview, ("1.2.4", shown)) }, V("1.2.4"), wished, wasStaged: false).Count());
        Assert.Equal(sentences, PublishDecision.Saved(new(Published(("1.2.3", 100), ("1.2.4", shown))), V("1.2.4"), wished, wasStaged: true).Count());
    }

    [Fact]
    public void An_item_in_trouble_is_told_of()
    {
        Assert.Empty(PublishDecision.Warnings(Live));
        Assert.Equal(2, PublishDecision.Warnings(Live with { TakenDown = true, Warned = true }).Count());
    }
}
