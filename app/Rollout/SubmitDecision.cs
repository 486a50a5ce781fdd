using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;

namespace Hotfix.Rollout;

/// <summary>What is done where no package is given: what lies in the store is submitted, or goes live.</summary>
internal abstract record SubmitStep
{
    private SubmitStep()
    {
    }

    /// <summary>What is staged goes live.</summary>
    internal sealed record PublishStaged(Revision Staged) : SubmitStep;

    /// <summary>The draft is submitted, which the store does not show: it says itself if there is none.</summary>
    internal sealed record Submit : SubmitStep;

    internal sealed record Skip(ItemState State, Channel? Channel, string Why) : SubmitStep;

    internal sealed record Refuse(string Why) : SubmitStep;
}

/// <summary>From what the store says to what can be published without a package.</summary>
internal static class SubmitDecision
{
    /// <param name="version">The version that is meant; null for whichever lies there.</param>
    /// <param name="percentage">Of the users to begin with; null where none is wished.</param>
    /// <param name="hold">What is submitted is to be held after its review: then nothing that is held goes live.</param>
    public static SubmitStep Decide(ItemStatus status, ChromeVersion? version, bool hold = false, int? percentage = null) => status switch
    {
        { Published: { } published } when version is { } meant && published.Find(meant) is { } live && live.Percentage < percentage =>
            new SubmitStep.Refuse($"{meant} is published already, for {live.Percentage} % of the users: `hotfix store percentage {percentage}` gives it to {percentage} %."),
        { Published: { } published } when version is { } meant && published.Find(meant) is { } live =>
            new SubmitStep.Skip(published.State, live, $"{meant} is published already, for {live.Percentage} % of the users."),
        { Live: { } live } when version < live.Version => new SubmitStep.Refuse($"{version} is below {live.Version}, which is published: versions only go up."),
        { Submitted: { State.Blocks: true } other } when version is { } meant && other.Find(meant) is null =>
            new SubmitStep.Refuse($"{meant} is meant, and {other.Words} is {other.State.Words}: nothing was published."),
        { Submitted: { } held } when held.State == ItemState.Staged && hold => new SubmitStep.Skip(held.State, held.Highest, $"{held.Words} is approved and staged; without --staged it goes live."),
        { Submitted: { } staged } when staged.State == ItemState.Staged => new SubmitStep.PublishStaged(staged),
        { Submitted: { } pending } when pending.State == ItemState.PendingReview => new SubmitStep.Skip(pending.State, pending.Highest, $"{pending.Words} is waiting for review."),
        { LastUpload: UploadState.InProgress } => new SubmitStep.Refuse("The store still processes an upload: publish when it is done."),
        _ => new SubmitStep.Submit(),
    };
}
