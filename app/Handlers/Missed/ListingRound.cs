using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>
/// What is done in one round of a listing: which repositories there are, then one after the other, each step written down. None keeps the others waiting: what GitHub refuses is skipped, and what fails too often is.
/// <para>Errors: as for <see cref="IChanges"/> while repositories are asked for, <see cref="StoreUnavailableException"/>, <see cref="LeaseLostException"/>.</para>
/// </summary>
internal sealed partial class ListingRound(IChanges changes, ListedChanges listed, ListingLedger ledger, TimeProvider time, ILogger<ListingRound> logger)
{
    private const int Tries = 5;

    /// <summary>Until the listing has ended or <paramref name="isOver"/>; without one under way it begins the one that is asked for.</summary>
    public async Task GoOnAsync(Lease lease, Func<bool> isOver, CancellationToken cancellationToken)
    {
        var listing = await ledger.ReadAsync(cancellationToken);

        if (await ledger.AskedAsync(cancellationToken) is var (asked, heard) && listing?.Delays(asked) != true)
        {
            if (listing?.Covers(asked) != true)
            {
                listing = Listing.Of(listing, asked, time.GetUtcNow());
                Log.Begun(logger, listing.Since, listing.Until);
            }

            await lease.WriteAsync([ListingLedger.Write(listing!), heard], cancellationToken);
        }

        while (listing is { EndedAt: null } && !isOver())
        {
            if (!listing.IsKnown)
            {
                listing = await AskAsync(lease, listing, isOver, cancellationToken);
            }
            else if (await ledger.FirstLeftAsync(cancellationToken) is { } left)
            {
                (listing, var goesOn) = await ListAsync(lease, listing, left, isOver, cancellationToken);

                if (!goesOn)
                {
                    return;
                }
            }
            else
            {
                listing = listing with { EndedAt = time.GetUtcNow() };
                await lease.WriteAsync([ListingLedger.Write(listing)], cancellationToken);
                Log.Ended(logger, listing.Done, listing.Events, listing.Skipped);
            }
        }
    }

    /// <summary>Which repositories there are, an installation after the other.</summary>
    private async Task<Listing> AskAsync(Lease lease, Listing listing, Func<bool> isOver, CancellationToken cancellationToken)
    {
        foreach (var installation in (await changes.InstallationsAsync(cancellationToken)).Where(installation => installation > listing.LastInstallation))
        {
            var count = 0;

            try
            {
                await foreach (var some in changes.RepositoriesAsync(installation, cancellationToken).Chunk(DocumentLimits.MaxBatchWrites - 1).WithCancellation(cancellationToken))
                {
                    await lease.WriteAsync([.. some.Select(repository => ListingLedger.Write(new ListedRepository(repository, ListedPart.Issues, listing.Since)))], cancellationToken);
                    count += some.Length;
                }
            }
            catch (RefusedException wrong)
            {
                Log.NoInstallation(logger, installation, wrong.Message);
            }

            listing = listing with { LastInstallation = installation, Repositories = listing.Repositories + count };
            await lease.WriteAsync([ListingLedger.Write(listing)], cancellationToken);

            if (isOver())
            {
                return listing;
            }
        }

        listing = listing with { IsKnown = true };
        await lease.WriteAsync([ListingLedger.Write(listing)], cancellationToken);

        return listing;
    }

    private async Task<(Listing Listing, bool GoesOn)> ListAsync(Lease lease, Listing listing, ListedRepository left, Func<bool> isOver, CancellationToken cancellationToken)
    {
        var (at, events, goesOn, isSkipped) = ((ListedRepository?)left, 0, true, false);

        try
        {
            at = await listed.GoOnAsync(listing, left, isOver, Keep, cancellationToken);
        }
        catch (RefusedException wrong)
        {
            Log.Skipped(logger, left.Repository, wrong.Message);
            (at, isSkipped) = (null, true);
        }
        catch (PostponedException wrong)
        {
            Log.Postponed(logger, wrong.Message);
            goesOn = false; // a limit is no fault of the repository's
        }
#pragma warning disable CA1031 // no repository may keep the others waiting for ever, whatever is wrong with it
        catch (Exception wrong) when (wrong is not (StoreUnavailableException or LeaseLostException or OperationCanceledException))
#pragma warning restore CA1031
        {
            if (left.Tries + 1 < Tries)
            {
                Log.Failed(logger, left.Repository, left.Tries + 1, wrong.Message);
                (at, goesOn) = (at! with { Tries = left.Tries + 1 }, false);
            }
            else
            {
                Log.Skipped(logger, left.Repository, wrong.Message);
                (at, isSkipped) = (null, true);
            }
        }

        listing = listing with { Events = listing.Events + events, Done = listing.Done + (at is null && !isSkipped ? 1 : 0), Skipped = listing.Skipped + (isSkipped ? 1 : 0) };
        await lease.WriteAsync([ListingLedger.Write(listing), at is null ? ListingLedger.Remove(left) : ListingLedger.Write(at)], cancellationToken);

        return (listing, goesOn);

        void Keep(ListedRepository step, bool isStored)
        {
            at = step;
            events += isStored ? 1 : 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What changed from {Since:u} to {Until:u} is listed, repository by repository: GitHub does not keep what it sent then.")]
        public static partial void Begun(ILogger logger, DateTimeOffset since, DateTimeOffset until);

        [LoggerMessage(Level = LogLevel.Information, Message = "What changed is listed: {Repositories} repositories, {Events} events, {Skipped} repositories could not be listed.")]
        public static partial void Ended(ILogger logger, int repositories, int events, int skipped);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The repositories of installation {Installation} could not be listed and are left: {Why}")]
        public static partial void NoInstallation(ILogger logger, long installation, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What changed in {Repository} could not be listed, try {Try}: {Why}")]
        public static partial void Failed(ILogger logger, Repository repository, int @try, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "What changed in {Repository} could not be listed and is left: {Why}")]
        public static partial void Skipped(ILogger logger, Repository repository, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Listing what changed goes on later: {Why}")]
        public static partial void Postponed(ILogger logger, string why);
    }
}
