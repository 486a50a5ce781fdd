using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;

namespace Hotfix.Rollout;

/// <summary>
/// From what the store says and what is wished to the next step, or to why there is none. Asked again after each step and each interruption, it goes on where the store is: whoever runs it twice publishes once.
/// Versions are compared as numbers and found by themselves, never by their place in a list.
/// </summary>
internal static class PublishDecision
{
    public static PublishStep Decide(ItemStatus status, PublishWish wish) => status switch
    {
        _ when Doubtful(status, wish) is { } doubtful => doubtful,
        { Published: { } published } when published.Find(wish.Version) is { } live => OfPublished(status, published.State, live, wish),
        { Submitted: { } submitted } when submitted.Find(wish.Version) is { } ours => OfSubmitted(submitted.State, ours, wish),
        { Live: { } live } when live.Version >= wish.Version => new PublishStep.Refuse(
            $"{wish.Version} is below {live.Version}, which is published: versions only go up, so raise the version in manifest.json."),
        { Submitted: { State.Blocks: true } other } => wish.CancelPending
            ? new PublishStep.Cancel(other)
            : new PublishStep.Refuse($"{Upper(other.Words)} is {other.State.Words}, and the store takes no other package until that is over: wait, or take it back with --cancel-pending, which loses its place in the queue."),
        { LastUpload: UploadState.InProgress } => new PublishStep.AwaitUpload(),
        _ => new PublishStep.Upload(),
    };

    /// <summary>What is wrong with the state of an item just before a package of ours is submitted; null when nothing is. The store submits the last upload, whoever's it is.</summary>
    public static string? ObjectionToSubmitting(ItemStatus status, ChromeVersion version) => status switch
    {
        { Submitted: { State.Blocks: true } other } when other.Find(version) is null =>
            $"Somebody else submitted {other.Words} after {version} was uploaded; it is {other.State.Words}, and nothing was submitted: let one workflow at a time publish an item.",
        { Live: { } live } when live.Version > version => $"Somebody else published {live.Version} after {version} was uploaded, and nothing was submitted: let one workflow at a time publish an item.",
        { LastUpload: UploadState.InProgress } => $"Somebody else's upload is being processed after {version} was uploaded, and nothing was submitted: let one workflow at a time publish an item.",
        _ => null,
    };

    /// <summary>What the store shows instead of our version after it was submitted, as a sentence.</summary>
    public static string Missing(ItemStatus status, ChromeVersion version) => status.Submitted is { } other
        ? $"{version} was submitted, and the store shows {other.Words} ({other.State.Words}) instead: another package was uploaded in between. Look at the dashboard, and let one workflow at a time publish an item."
        : $"{version} was submitted, and the store does not show it: another package or a rollback may have come in between. Look at the dashboard, and let one workflow at a time publish an item.";

    /// <summary>Words about the item as a whole that whoever publishes should read.</summary>
    public static IEnumerable<string> Warnings(ItemStatus status)
    {
        if (status.TakenDown)
        {
            yield return "The store has taken this item down for a policy violation: the dashboard says which.";
        }

        if (status.Warned)
        {
            yield return "The store has warned this item of a policy violation, and takes it down if that is not mended: the dashboard says which.";
        }
    }

    /// <summary>A percentage that nobody wished this time and that counts all the same: the store takes the one that it has saved where none is sent.</summary>
    /// <param name="after">The item after it was submitted.</param>
    /// <param name="wished">Null where none was sent.</param>
    /// <param name="wasStaged">It had been submitted before, and only went live now.</param>
    public static IEnumerable<string> Saved(ItemStatus after, ChromeVersion version, int? wished, bool wasStaged) =>
        wished is null && (after.Published?.Find(version) ?? after.Submitted?.Find(version)) is { Percentage: < PercentageDecision.Everybody } some
            ? [$"The store gives {version} to {some.Percentage} % of the users, as {(wasStaged ? "it was submitted" : "saved in the dashboard")}: give --percentage to say it yourself; `hotfix store percentage` raises it once it is published."]
            : [];

    /// <summary>What waits may have been submitted to be held, which the store does not show: then wishing it live now changes nothing.</summary>
    public static IEnumerable<string> Held(PublishStep step, PublishWish wish) => step is PublishStep.Skip { State: var state } && state == ItemState.PendingReview && wish.PublishStaged
        ? [$"If {wish.Version} was submitted to be held (--staged), it stays staged after the review: publish it again with --publish-staged then."]
        : [];

    /// <summary>The store has the version, and there is more than one package of it: whether it is ours, nobody can tell.</summary>
    private static PublishStep? Doubtful(ItemStatus status, PublishWish wish) => wish.Others.Count == 0 ? null : status switch
    {
        { Published: { } published } when published.Find(wish.Version) is not null => new PublishStep.Refuse($"{wish.Version} is {published.State.Words}, and {Another(wish)}: raise the version in manifest.json."),
        { Submitted: { } submitted } when submitted.Find(wish.Version) is not null => submitted.State.Blocks && wish.CancelPending
            ? new PublishStep.Cancel(submitted)
            : new PublishStep.Refuse($"{wish.Version} is {submitted.State.Words}, and {Another(wish)}: raise the version in manifest.json, or take back what is there with --cancel-pending."),
        _ => null,
    };

    private static string Another(PublishWish wish) => $"the release {wish.Others[0]} holds another package of that version, which may be the one that the store has";

    private static PublishStep OfPublished(ItemStatus status, ItemState state, Channel live, PublishWish wish) => wish is { Submit: true, Percentage: { } percentage } && live.Percentage < percentage
        ? PercentageDecision.Decide(status, new(percentage, wish.Version, wish.All)) switch
        {
            PercentageStep.Raise raise => new PublishStep.Raise(raise.Version, raise.From, raise.To),
            PercentageStep.Refuse refuse => new PublishStep.Refuse(refuse.Why),
            _ => Skip(state, live),
        }
        : Skip(state, live);

    private static PublishStep OfSubmitted(ItemState state, Channel ours, PublishWish wish) => state switch
    {
        _ when state == ItemState.Staged => wish is { Submit: true, PublishStaged: true }
            ? new PublishStep.PublishStaged()
            : new PublishStep.Skip(state, ours.Percentage, $"{wish.Version} is approved and staged; --publish-staged lets it go live."),
        _ when state == ItemState.PendingReview => new PublishStep.Skip(state, ours.Percentage, $"{wish.Version} is waiting for review."),
        _ when state == ItemState.PublishedToTesters || state == ItemState.Published => new PublishStep.Skip(state, ours.Percentage, $"{wish.Version} is {state.Words}."),
        _ => new PublishStep.Refuse($"{wish.Version} was submitted and is {state.Words}: raise the version in manifest.json, or submit the draft again in the dashboard."),
    };

    private static PublishStep.Skip Skip(ItemState state, Channel live) => new(state, live.Percentage, $"{live.Version} is {state.Words} already, for {live.Percentage} % of the users.");

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
