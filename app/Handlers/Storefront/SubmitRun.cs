using Hotfix.Domain;
using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;
using Hotfix.Ports;
using Hotfix.Rollout;

namespace Hotfix.Handlers.Storefront;

/// <summary>What lies in the store is submitted, or goes live, without a package in our hands.</summary>
internal sealed class SubmitRun(IStorefront store, StorePatience patience, TimeProvider time)
{
    private readonly StoreWrites writes = new(store, patience, time);

    /// <param name="version">The version that is meant; null for whichever lies there.</param>
    /// <exception cref="StoreRefusal">It is not done, and why.</exception>
    public async Task<StoreOutcome> RunAsync(ChromeVersion? version, PublishOrder order, bool isDry, CancellationToken cancellationToken)
    {
        var before = await store.StatusAsync(cancellationToken);
        Values<string> warnings = [.. PublishDecision.Warnings(before)];

        switch (SubmitDecision.Decide(before, version, order.Staged, order.Percentage))
        {
            case SubmitStep.Refuse refuse:
                throw new StoreRefusal(refuse.Why);
            case SubmitStep.Skip skip:
                return new(isDry ? StoreResults.DryRun : StoreResults.Skipped, skip.Why, skip.State, skip.Channel?.Version, skip.Channel?.Percentage, warnings);
            case SubmitStep.PublishStaged staged:
                return isDry
                    ? new(StoreResults.DryRun, $"{staged.Staged.Words} is approved and staged, and would go live.", staged.Staged.State, staged.Staged.Highest?.Version, staged.Staged.Highest?.Percentage, warnings)
                    : await PerformAsync(before, version ?? staged.Staged.Highest?.Version, order, wasStaged: true, warnings, cancellationToken);
            default:
                return isDry
                    ? new(StoreResults.DryRun, "The draft would be submitted; the API does not show which version that is, or whether there is one.", null, version, order.Percentage, warnings)
                    : await PerformAsync(before, version, order, wasStaged: false, warnings, cancellationToken);
        }
    }

    private async Task<StoreOutcome> PerformAsync(ItemStatus before, ChromeVersion? version, PublishOrder order, bool wasStaged, Values<string> warnings, CancellationToken cancellationToken)
    {
        // Of what is not named, all that can be seen is that something is there which was not.
        bool IsThere(ItemStatus status) => status != before && (version is { } meant ? status.Has(meant) : status.Submitted is { State.Blocks: true } || status.Published != before.Published);

        var answer = await writes.SurelyAsync(cancellation => store.PublishAsync(order, cancellation), IsThere, cancellationToken);
        var after = await writes.ShownAsync(IsThere, cancellationToken);
        var revision = version is { } named
            ? (after.Published?.Find(named) is not null ? after.Published : after.Submitted?.Find(named) is not null ? after.Submitted : null)
            : after.Published != before.Published ? after.Published : after.Submitted;

        if (revision is null || !IsThere(after))
        {
            throw new StoreRefusal(version is { } missing ? PublishDecision.Missing(after, missing) : "The store took the submission and does not show it: look at the dashboard.");
        }

        var channel = version is { } one ? revision.Find(one) : revision.Highest;
        var live = revision.State == ItemState.Published || revision.State == ItemState.PublishedToTesters;

        return new(
            live ? StoreResults.Published : StoreResults.Submitted, $"{channel?.Version.ToString() ?? revision.Words} is {(live ? "" : "submitted, and is ")}{revision.State.Words}.",
            revision.State, channel?.Version, channel?.Percentage,
            [.. warnings, .. answer?.Warnings ?? [], .. channel is null ? [] : PublishDecision.Saved(after, channel.Version, order.Percentage, wasStaged)]);
    }
}
