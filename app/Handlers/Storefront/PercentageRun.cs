using Hotfix.Domain.Storefront;
using Hotfix.Ports;
using Hotfix.Rollout;

namespace Hotfix.Handlers.Storefront;

/// <summary>A published version goes to more of the users.</summary>
internal sealed class PercentageRun(IStorefront store, StorePatience patience, TimeProvider time)
{
    private readonly StoreWrites writes = new(store, patience, time);

    /// <exception cref="StoreRefusal">It is not done, and why.</exception>
    public async Task<StoreOutcome> RunAsync(PercentageWish wish, bool isDry, CancellationToken cancellationToken)
    {
        var status = await store.StatusAsync(cancellationToken);

        switch (PercentageDecision.Decide(status, wish))
        {
            case PercentageStep.Refuse refuse:
                throw new StoreRefusal(refuse.Why);
            case PercentageStep.Keep keep:
                return new(isDry ? StoreResults.DryRun : StoreResults.Skipped, $"{keep.Live.Version} has {keep.Live.Percentage} % of the users already.", status.Published!.State, keep.Live.Version, keep.Live.Percentage);
            case PercentageStep.Raise raise when isDry:
                return new(StoreResults.DryRun, $"{raise.Version} would be raised from {raise.From} % of the users to {raise.To} %.", status.Published!.State, raise.Version, raise.To);
            case PercentageStep.Raise raise:
                return await RaiseAsync(raise, cancellationToken);
            default:
                throw new InvalidOperationException("A step of a percentage that nobody performs.");
        }
    }

    private async Task<StoreOutcome> RaiseAsync(PercentageStep.Raise raise, CancellationToken cancellationToken)
    {
        bool IsRaised(ItemStatus status) => status.Live is { } live && live.Version == raise.Version && live.Percentage >= raise.To;

        await writes.SurelyAsync(cancellation => store.SetPercentageAsync(raise.To, cancellation), IsRaised, cancellationToken);
        var after = await writes.ShownAsync(IsRaised, cancellationToken);

        return IsRaised(after)
            ? new(StoreResults.Raised, $"{raise.Version} goes from {raise.From} % of the users to {after.Live!.Percentage} %.", after.Published!.State, raise.Version, after.Live.Percentage)
            : throw new StoreRefusal($"{raise.Version} was raised to {raise.To} %, and the store shows {Shown(after)}: somebody else changed the item at the same time. Look at the dashboard.");
    }

    private static string Shown(ItemStatus status) => status.Live is { } live ? $"{live.Version} for {live.Percentage} %" : "nothing published";
}
