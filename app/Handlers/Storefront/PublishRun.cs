using Hotfix.Domain;
using Hotfix.Domain.Storefront;
using Hotfix.Ports;
using Hotfix.Rollout;

namespace Hotfix.Handlers.Storefront;

/// <summary>
/// A package from a file to the store's review queue: read, decide, perform, and look again after. Run again after whatever happened, it goes on where the store is.
/// </summary>
/// <param name="going">Told what is begun, for whoever watches.</param>
internal sealed class PublishRun(IStorefront store, StorePatience patience, TimeProvider time, Action<string>? going = null)
{
    /// <summary>More rounds than there are steps: a store that never gets there is not asked for ever.</summary>
    private const int Rounds = 5;

    private readonly StoreWrites writes = new(store, patience, time);

    /// <summary>What was changed on the way, a sentence each: where it ends badly, whoever reads it must know how the item stands now.</summary>
    private readonly List<string> done = [];

    private PackageUpload Uploading => new(store, writes, patience, time);

    /// <param name="order">How it is submitted; its percentage is the wish's.</param>
    /// <exception cref="StoreRefusal">It is not done, and why.</exception>
    public async Task<StoreOutcome> RunAsync(StorePackage package, PublishWish wish, PublishOrder order, bool isDry, CancellationToken cancellationToken)
    {
        try
        {
            return await GoAsync(package, wish, order, isDry, cancellationToken);
        }
        catch (StoreRefusal refused) when (done.Count > 0)
        {
            throw new StoreRefusal(With(refused.Message));
        }
        catch (RefusedException refused) when (done.Count > 0)
        {
            throw new RefusedException(refused.Status, With(refused.Message));
        }
        catch (UnavailableException away) when (done.Count > 0)
        {
            throw new UnavailableException(With(away.Message), away) { Until = away.Until };
        }
    }

    private string With(string sentence) => $"{sentence} {string.Join(' ', done)}";

    private async Task<StoreOutcome> GoAsync(StorePackage package, PublishWish wish, PublishOrder order, bool isDry, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var status = await store.StatusAsync(cancellationToken);
            var step = PublishDecision.Decide(status, wish);
            Values<string> warnings = [.. PublishDecision.Warnings(status), .. done, .. PublishDecision.Held(step, wish)];

            if (isDry)
            {
                return Told(step, wish, warnings);
            }

            switch (step)
            {
                case PublishStep.Cancel cancel:
                    await writes.SurelyAsync(store.CancelAsync, after => after.Submitted is not { State.Blocks: true }, cancellationToken);
                    done.Add($"Before that, {cancel.Other.Words}, which was {cancel.Other.State.Words}, was taken back, and lost its place in the queue.");
                    await writes.ShownAsync(after => after.Submitted is not { State.Blocks: true }, cancellationToken);
                    break;
                case PublishStep.AwaitUpload:
                    going?.Invoke("Waiting for an upload that is not this one …");
                    await Uploading.AwaitAsync("an upload that is not this one", cancellationToken);
                    break;
                default:
                    return await PerformAsync(step, package, wish, order with { Percentage = wish.Percentage }, warnings, cancellationToken);
            }
        }

        throw new StoreRefusal("The store does not come to rest: what was taken back is still there. Look at the dashboard.");
    }

    private Task<StoreOutcome> PerformAsync(PublishStep step, StorePackage package, PublishWish wish, PublishOrder order, Values<string> warnings, CancellationToken cancellationToken) => step switch
    {
        PublishStep.Skip skip => Task.FromResult(new StoreOutcome(StoreResults.Skipped, skip.Why, skip.State, wish.Version, skip.Percentage, warnings)),
        PublishStep.Raise raise => RaiseAsync(raise, warnings, cancellationToken),
        PublishStep.PublishStaged => SubmitAsync(wish, order with { Staged = false }, wasStaged: true, warnings, cancellationToken),
        PublishStep.Upload => UploadAsync(package, wish, order, warnings, cancellationToken),
        PublishStep.Refuse refuse => throw new StoreRefusal(refuse.Why),
        _ => throw new InvalidOperationException($"{step.GetType().Name} is no step that is performed here."),
    };

    private async Task<StoreOutcome> RaiseAsync(PublishStep.Raise raise, Values<string> warnings, CancellationToken cancellationToken)
    {
        var outcome = await new PercentageRun(store, patience, time).RunAsync(new(raise.To, raise.Version, All: true), isDry: false, cancellationToken);

        return outcome with { Warnings = warnings };
    }

    private async Task<StoreOutcome> UploadAsync(StorePackage package, PublishWish wish, PublishOrder order, Values<string> warnings, CancellationToken cancellationToken)
    {
        going?.Invoke($"Uploading {package.Bytes.Length:#,0} bytes as {wish.Version} …");
        await Uploading.SendAsync(package, wish.Version, cancellationToken);

        done.Add(Uploaded(wish));

        if (PublishDecision.ObjectionToSubmitting(await store.StatusAsync(cancellationToken), wish.Version) is { } objection)
        {
            done.Remove(Uploaded(wish)); // the objection says so, and what the draft is now nobody knows
            throw new StoreRefusal(objection);
        }

        return wish.Submit
            ? await SubmitAsync(wish, order, wasStaged: false, warnings, cancellationToken)
            : new(StoreResults.Uploaded, $"{wish.Version} is uploaded as the draft; nothing is submitted.", null, wish.Version, null, warnings);
    }

    private async Task<StoreOutcome> SubmitAsync(PublishWish wish, PublishOrder order, bool wasStaged, Values<string> warnings, CancellationToken cancellationToken)
    {
        going?.Invoke($"Submitting {wish.Version} …");

        bool IsDone(ItemStatus status) => status.StateOf(wish.Version) is { } state && (state != ItemState.Staged || order.Staged);

        var answer = await writes.SurelyAsync(cancellation => store.PublishAsync(order, cancellation), IsDone, cancellationToken);
        done.Remove(Uploaded(wish));
        var after = await writes.ShownAsync(IsDone, cancellationToken);

        return after.StateOf(wish.Version) is { } now
            ? Outcome(now, wish, after, [.. warnings, .. answer?.Warnings ?? [], .. PublishDecision.Saved(after, wish.Version, order.Percentage, wasStaged)])
            : throw new StoreRefusal(PublishDecision.Missing(after, wish.Version));
    }

    private static string Uploaded(PublishWish wish) => $"The package of {wish.Version} was uploaded, and lies there as the draft.";

    private static StoreOutcome Outcome(ItemState state, PublishWish wish, ItemStatus after, Values<string> warnings)
    {
        var percentage = (after.Published?.Find(wish.Version) ?? after.Submitted?.Find(wish.Version))?.Percentage;

        return state == ItemState.Published || state == ItemState.PublishedToTesters
            ? new(StoreResults.Published, $"{wish.Version} is {state.Words}.", state, wish.Version, percentage, warnings)
            : new(StoreResults.Submitted, $"{wish.Version} is submitted, and is {state.Words}.", state, wish.Version, percentage, warnings);
    }

    private static StoreOutcome Told(PublishStep step, PublishWish wish, Values<string> warnings) => step switch
    {
        PublishStep.Refuse refuse => throw new StoreRefusal(refuse.Why),
        PublishStep.Skip skip => new(StoreResults.DryRun, $"Nothing would be done: {skip.Why}", skip.State, wish.Version, skip.Percentage, warnings),
        PublishStep.Raise raise => new(StoreResults.DryRun, $"{raise.Version} would be raised from {raise.From} % of the users to {raise.To} %.", ItemState.Published, wish.Version, raise.To, warnings),
        PublishStep.PublishStaged => new(StoreResults.DryRun, $"{wish.Version} is approved and staged, and would go live.", ItemState.Staged, wish.Version, null, warnings),
        PublishStep.Cancel cancel => new(StoreResults.DryRun, $"{cancel.Other.Words}, which is {cancel.Other.State.Words}, would be taken back; then {Planned(wish)}", null, wish.Version, wish.Percentage, warnings),
        PublishStep.AwaitUpload => new(StoreResults.DryRun, $"The store processes another upload, which would be waited for; then {Planned(wish)}", null, wish.Version, wish.Percentage, warnings),
        _ => new(StoreResults.DryRun, char.ToUpperInvariant(Planned(wish)[0]) + Planned(wish)[1..], null, wish.Version, wish.Percentage, warnings),
    };

    private static string Planned(PublishWish wish) => $"{(wish.Submit ? "the package would be uploaded and submitted" : "the package would be uploaded")} as {wish.Version}.";
}
