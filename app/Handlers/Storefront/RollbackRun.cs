using Hotfix.Domain.Storefront;
using Hotfix.Ports;
using Hotfix.Rollout;

namespace Hotfix.Handlers.Storefront;

/// <summary>An earlier package is published again. The store is always asked first whether it would.</summary>
internal sealed class RollbackRun(IStorefront store, StorePatience patience, TimeProvider time)
{
    private readonly StoreWrites writes = new(store, patience, time);

    /// <exception cref="StoreRefusal">It is not done, and why.</exception>
    public async Task<StoreOutcome> RunAsync(RollbackWish wish, string reason, bool isDry, CancellationToken cancellationToken)
    {
        var status = await store.StatusAsync(cancellationToken);

        switch (RollbackDecision.Decide(status, wish))
        {
            case RollbackStep.Refuse refuse:
                throw new StoreRefusal(refuse.Why);
            case RollbackStep.Done done:
                return new(isDry ? StoreResults.DryRun : StoreResults.Skipped, $"{done.Live.Version} is published already, for {done.Live.Percentage} % of the users.", status.Published!.State, done.Live.Version, done.Live.Percentage);
            case RollbackStep.Plan plan:
                var order = new RollbackOrder(plan.Target, plan.NewVersion, reason);
                await store.RollbackAsync(order, validateOnly: true, cancellationToken); // changes nothing, so the storefront itself repeats it

                return isDry
                    ? new(StoreResults.DryRun, $"{plan.From} would be taken back: the package of {plan.Target} would be published as {plan.NewVersion} to all users, and the store agrees.", status.Published!.State, plan.NewVersion, PercentageDecision.Everybody, plan.Warnings)
                    : await PerformAsync(order, plan, cancellationToken);
            default:
                throw new InvalidOperationException("A step of a rollback that nobody performs.");
        }
    }

    private async Task<StoreOutcome> PerformAsync(RollbackOrder order, RollbackStep.Plan plan, CancellationToken cancellationToken)
    {
        bool IsThere(ItemStatus status) => status.Published?.Find(plan.NewVersion) is not null;

        await writes.SurelyAsync(
            cancellation => store.RollbackAsync(order, validateOnly: false, cancellation),
            status => IsThere(status) || (status.Live is { } live && live.Version != plan.From ? throw Overtaken(live, plan) : false),
            cancellationToken);
        var after = await writes.ShownAsync(IsThere, cancellationToken);

        return after.Published?.Find(plan.NewVersion) is { } channel
            ? new(StoreResults.RolledBack, $"{plan.From} is taken back: the package of {plan.Target} is published as {plan.NewVersion}. The next release has to be above {plan.NewVersion}.", after.Published.State, plan.NewVersion, channel.Percentage, plan.Warnings)
            : throw new StoreRefusal($"The store took the rollback and does not show {plan.NewVersion} as published{(after.Live is { } live ? $", but {live.Version}" : "")}: look at the dashboard.");
    }

    private static StoreRefusal Overtaken(Channel live, RollbackStep.Plan plan) =>
        new($"While {plan.From} was rolled back, somebody else published {live.Version}: look at the dashboard before anything else.");
}
