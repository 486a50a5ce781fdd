using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>
/// GitHub sends each delivery once. What we missed it shows on request: its record is read back to where the last sweep ended, and what never arrived is fetched and goes into the inbox, as
/// if it had come. What came is not fetched.
/// <para>Errors: as for <see cref="IHookDeliveries"/> while its record is read, <see cref="StoreUnavailableException"/>, and <see cref="LeaseLostException"/> when it took so long that
/// another process goes on. Whatever the error, the next sweep finds again what this one did not finish.</para>
/// </summary>
internal sealed partial class MissedDeliveries(
    IHookDeliveries record, Receiving receiving, Inbox inbox, DeliveryList known, SweepLedger ledger, ListingLedger listings, SweepOptions pace, WorkOptions options, TimeProvider time, ILogger<MissedDeliveries> logger) : ITimedWork
{
    /// <summary>How long a round reads the record, and then deals with what it found: together less than the Functions host gives it by far.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    private bool hasSwept;

    public string Name => "Looking for missed deliveries";

    public TimeSpan Every => pace.Every;

    /// <summary>That is when some are likely.</summary>
    public bool AtStart => true;

    /// <summary>Each process asks at its own time: where another did it lately, that was for all. A process that has just started does it in any case.</summary>
    public Task<bool> DoAsync(CancellationToken cancellationToken) => SweepAsync(hasSwept ? pace.Every / 2 : null, cancellationToken);

    /// <summary>A round, whenever the last one was. False when another process is sweeping.</summary>
    public Task<bool> SweepAsync(CancellationToken cancellationToken) => SweepAsync(pause: null, cancellationToken);

    private async Task<bool> SweepAsync(TimeSpan? pause, CancellationToken cancellationToken)
    {
        if (await ledger.TakeAsync(options.Lease, time.GetUtcNow(), cancellationToken) is not { } lease)
        {
            return false;
        }

        try
        {
            await SweepAsync(lease, pause, cancellationToken);
            hasSwept = true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await lease.ReleaseAsync([], CancellationToken.None); // whoever is started next need not wait for it

            throw;
        }

        return true;
    }

    private async Task SweepAsync(Lease lease, TimeSpan? pause, CancellationToken cancellationToken)
    {
        var last = await ledger.ReadAsync(cancellationToken);
        var sweep = last ?? Sweep.None;
        var now = time.GetUtcNow();

        if (sweep.RoundAt > now - pause)
        {
            await lease.ReleaseAsync([], cancellationToken);

            return;
        }

        if (last is not null && last.CoveredTo < now - Sweep.Kept)
        {
            Log.TooLongAgo(logger, last.EndedAt, now - Sweep.Kept);
            var asked = new ListingAsked(last.ListedFrom, now - Sweep.Kept + Sweep.Overlap);
            await listings.AskAsync(asked, cancellationToken);
            sweep = sweep with { ListedTo = asked.Until };
            await lease.WriteAsync([SweepLedger.Write(sweep)], cancellationToken); // or it would be asked for again after a round that came to no end
        }

        var (attempts, page) = await ListAsync(lease, sweep, now, cancellationToken);

        if (page is not null)
        {
            Log.ReadsOn(logger);
            await lease.ReleaseAsync([SweepLedger.Write(sweep.ReadTo(page, time.GetUtcNow()))], cancellationToken);

            return;
        }

        var until = time.GetUtcNow() + Longest;
        DateTimeOffset? left = null;

        foreach (var attempt in Missing.Of(attempts, receiving.IsOurs))
        {
            if (time.GetUtcNow() >= until)
            {
                Log.Postponed(logger, "They are more than a round has time for.");
                left ??= attempt.DeliveredAt;
                break;
            }

            await HoldAsync(lease, cancellationToken);

            var (after, isLeft, goesOn) = await DealAsync(sweep, attempt, cancellationToken);
            sweep = after;
            left ??= isLeft ? attempt.DeliveredAt : null;

            if (!goesOn)
            {
                break;
            }
        }

        var newest = attempts.Count > 0 ? attempts.Max(attempt => attempt.DeliveredAt) : (DateTimeOffset?)null;
        await lease.ReleaseAsync([SweepLedger.Write(sweep.Ended(newest, left, time.GetUtcNow()))], cancellationToken);
    }

    /// <summary>The attempts that are to be looked at; or the page at which the next round reads on, because this one's time is over.</summary>
    private async Task<(IReadOnlyList<DeliveryAttempt> Attempts, string? Page)> ListAsync(Lease lease, Sweep sweep, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var attempts = new List<DeliveryAttempt>();
        var from = sweep.From(now);
        var until = now + (sweep.IsBack ? 2 * Longest : Longest); // it ends a little behind what one round read: with the same time it would never get there

        try
        {
            await foreach (var attempt in record.AttemptsAsync(sweep.Page, cancellationToken))
            {
                if (attempt.DeliveredAt < from)
                {
                    break;
                }

                if (attempts is [.., var before] && attempt.Page != before.Page && time.GetUtcNow() >= until)
                {
                    return ([], attempt.Page);
                }

                attempts.Add(attempt);
                await HoldAsync(lease, cancellationToken);
            }
        }
        catch (RefusedException) when (sweep.Page is not null)
        {
            await lease.WriteAsync([SweepLedger.Write(sweep.Anew(time.GetUtcNow()))], cancellationToken); // it may be that page that GitHub does not know any more

            throw;
        }

        return (attempts, null);
    }

    /// <summary>What the sweep knows after this delivery; whether it is left for the next sweep; and whether this one goes on, which it does not where the next would fare no better.</summary>
    private async Task<(Sweep After, bool IsLeft, bool GoesOn)> DealAsync(Sweep sweep, DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        if (sweep.TriesOf(attempt.Delivery) is not { } tries)
        {
            return (sweep, false, true);
        }

        if (await known.FindAsync(attempt.Delivery, cancellationToken) is { } here)
        {
            await inbox.CompleteAsync(here.Key, here.Head, cancellationToken); // stored and not answered: the rest may be missing

            return (sweep, false, true);
        }

        try
        {
            var payload = await record.PayloadAsync(attempt.Id, cancellationToken);
            var received = await receiving.ReceiveAsync(attempt.Delivery, attempt.Event, payload, cancellationToken);

            if (received == Received.Stored)
            {
                Log.Recovered(logger, attempt.Delivery, attempt.Event, attempt.DeliveredAt);
            }

            return (received == Received.Useless ? sweep.Useless(attempt.Delivery, attempt.DeliveredAt) : sweep.Received(attempt.Delivery, received == Received.Stored), false, true);
        }
        catch (PostponedException wrong)
        {
            Log.Postponed(logger, wrong.Message);

            return (sweep, true, false); // a limit is no fault of the delivery's
        }
        catch (Exception wrong) when (wrong is RefusedException or UnavailableException or FormatException)
        {
            tries = wrong is FormatException ? Sweep.Tries : tries + 1; // the same bytes read no better the next time
            Report(attempt, tries, wrong.Message);

            return (sweep.Failed(attempt.Delivery, tries, attempt.DeliveredAt), tries < Sweep.Tries, wrong is not UnavailableException || tries == Sweep.Tries);
        }
    }

    private void Report(DeliveryAttempt attempt, int tries, string why)
    {
        if (tries < Sweep.Tries)
        {
            Log.Failed(logger, attempt.Delivery, attempt.Event, tries, why);
        }
        else
        {
            Log.GivenUp(logger, attempt.Delivery, attempt.Event, attempt.DeliveredAt, why);
        }
    }

    private async Task HoldAsync(Lease lease, CancellationToken cancellationToken)
    {
        if (lease.Until - time.GetUtcNow() < options.Lease / 2)
        {
            await lease.RenewAsync(time.GetUtcNow() + options.Lease, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {Id} ({Event}) of {At:u} was missed; it was fetched from GitHub.")]
        public static partial void Recovered(ILogger logger, string id, string @event, DateTimeOffset at);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Id} ({Event}) was missed and could not be fetched, try {Try}: {Why}")]
        public static partial void Failed(ILogger logger, string id, string @event, int @try, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Id} ({Event}) of {At:u} was missed and is left: {Why} It can be redelivered on the App's settings page, under Advanced.")]
        public static partial void GivenUp(ILogger logger, string id, string @event, DateTimeOffset at, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "GitHub's record of deliveries is longer than a round has time for: the next one reads on.")]
        public static partial void ReadsOn(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Fetching missed deliveries goes on later: {Why}")]
        public static partial void Postponed(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Missed deliveries were last looked for at {Last:u}. GitHub keeps them for three days: what it sent before {Since:u} cannot be found any more, and what changed before then is listed instead.")]
        public static partial void TooLongAgo(ILogger logger, DateTimeOffset last, DateTimeOffset since);
    }
}
