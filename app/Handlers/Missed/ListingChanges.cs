using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>
/// After an outage that was longer than GitHub keeps its record of deliveries: lists what changed in each repository, for as many rounds as it takes. A round is bounded in time and in calls of GitHub, so that the events of today have their share of both.
/// <para>Errors: as for <see cref="IChanges"/> while repositories are asked for, <see cref="StoreUnavailableException"/>, <see cref="LeaseLostException"/>. Whatever the error, the next round goes on.</para>
/// </summary>
internal sealed partial class ListingChanges(
    IChanges changes, ListedChanges listed, ListingLedger ledger, ICallMeter meter, SweepOptions pace, WorkOptions options, TimeProvider time, ILogger<ListingChanges> logger) : ITimedWork
{
    /// <summary>Of the 5,000 an hour that an installation has at the least, in twelve rounds an hour.</summary>
    private const int Calls = 250;

    private const int Tries = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public string Name => "Listing what changed";

    public TimeSpan Every => pace.Every;

    /// <summary>It is asked for by the sweep, which may take a while.</summary>
    public bool AtStart => false;

    /// <summary>Each process asks at its own time: where another did it lately, that was for all.</summary>
    public Task<bool> DoAsync(CancellationToken cancellationToken) => RoundAsync(pace.Every / 2, cancellationToken);

    /// <summary>A round, whenever the last one was. False when another process lists.</summary>
    public Task<bool> RoundAsync(CancellationToken cancellationToken) => RoundAsync(TimeSpan.Zero, cancellationToken);

    private async Task<bool> RoundAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        if (await ledger.AskedAsync(cancellationToken) is null && await ledger.ReadAsync(cancellationToken) is not { EndedAt: null })
        {
            return true;
        }

        if (await ledger.TakeAsync(Longest + options.Lease, time.GetUtcNow(), cancellationToken) is not { } lease)
        {
            return false;
        }

        try
        {
            if (await ledger.ReadAsync(cancellationToken) is not { } last || pause == TimeSpan.Zero || !(last.RoundAt > time.GetUtcNow() - pause))
            {
                using var calls = meter.Begin();
                var until = time.GetUtcNow() + Longest;
                await GoOnAsync(lease, () => time.GetUtcNow() >= until || calls.Value >= Calls, cancellationToken);

                if (await ledger.ReadAsync(cancellationToken) is { } listing)
                {
                    await lease.WriteAsync([ListingLedger.Write(listing with { RoundAt = time.GetUtcNow() })], cancellationToken);
                }
            }
        }
        finally
        {
            if (lease.IsHeld && lease.Until > time.GetUtcNow())
            {
                await lease.ReleaseAsync([], CancellationToken.None);
            }
        }

        return true;
    }

    private async Task GoOnAsync(Lease lease, Func<bool> isOver, CancellationToken cancellationToken)
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
