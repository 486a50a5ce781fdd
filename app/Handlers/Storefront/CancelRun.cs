using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;
using Hotfix.Ports;

namespace Hotfix.Handlers.Storefront;

/// <summary>What waits for review, or is staged, is taken back. What the store says where nothing does is not known, so it is not asked then.</summary>
internal sealed class CancelRun(IStorefront store, StorePatience patience, TimeProvider time)
{
    private readonly StoreWrites writes = new(store, patience, time);

    /// <param name="version">The version that is meant; null for whichever it is.</param>
    /// <exception cref="StoreRefusal">It is not done, and why.</exception>
    public async Task<StoreOutcome> RunAsync(ChromeVersion? version, bool isDry, CancellationToken cancellationToken)
    {
        var status = await store.StatusAsync(cancellationToken);

        if (status.Submitted is not { State.Blocks: true } pending)
        {
            return new(isDry ? StoreResults.DryRun : StoreResults.Skipped, "Nothing waits for review and nothing is staged, so there is nothing to take back.", status.Submitted?.State, status.Submitted?.Highest?.Version);
        }

        if (version is { } meant && pending.Find(meant) is null)
        {
            throw new StoreRefusal($"{meant} is meant, and {pending.Words} is {pending.State.Words}: nothing was taken back.");
        }

        if (isDry)
        {
            return new(StoreResults.DryRun, $"{pending.Words}, which is {pending.State.Words}, would be taken back.", pending.State, pending.Highest?.Version);
        }

        await writes.SurelyAsync(store.CancelAsync, IsFree, cancellationToken);
        var after = await writes.ShownAsync(IsFree, cancellationToken);

        return IsFree(after)
            ? new(StoreResults.Cancelled, $"{pending.Words} is taken back.", after.Submitted?.State, pending.Highest?.Version)
            : throw new StoreRefusal($"{pending.Words} was taken back, and the store shows {after.Submitted!.Words} ({after.Submitted.State.Words}): look at the dashboard.");
    }

    private static bool IsFree(ItemStatus status) => status.Submitted is not { State.Blocks: true };
}
