using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>
/// GitHub sends each delivery once. What we missed it shows on request: its record is read back to where the last sweep ended, page by page, in as many rounds as that takes; what never arrived is given to <see cref="Recovering"/>.
/// <para>Errors: as for <see cref="IHookDeliveries"/> while its record is read, <see cref="StoreUnavailableException"/>, and <see cref="LeaseLostException"/> when it took so long that
/// another process goes on. Whatever the error, the next sweep finds again what this one did not finish.</para>
/// </summary>
internal sealed partial class MissedDeliveries(
    IHookDeliveries record, Recovering recovering, SweepLedger ledger, ListingLedger listings, SweepOptions pace, WorkOptions options, TimeProvider time, ILogger<MissedDeliveries> logger) : ITimedWork
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

        var sweeping = new Sweeping(sweep);
        var left = await recovering.RecoverAsync(lease, sweeping, attempts, time.GetUtcNow() + Longest, cancellationToken);
        var newest = attempts.Count > 0 ? attempts.Max(attempt => attempt.DeliveredAt) : (DateTimeOffset?)null;
        await lease.ReleaseAsync([SweepLedger.Write(sweeping.Told.Ended(newest, left, time.GetUtcNow()))], cancellationToken);
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
                await lease.HoldAsync(options.Lease, time.GetUtcNow(), cancellationToken);
            }
        }
        catch (RefusedException) when (sweep.Page is not null)
        {
            await lease.WriteAsync([SweepLedger.Write(sweep.Anew(time.GetUtcNow()))], cancellationToken); // it may be that page that GitHub does not know any more

            throw;
        }

        return (attempts, null);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "GitHub's record of deliveries is longer than a round has time for: the next one reads on.")]
        public static partial void ReadsOn(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Missed deliveries were last looked for at {Last:u}. GitHub keeps them for three days: what it sent before {Since:u} cannot be found any more, and what changed before then is listed instead.")]
        public static partial void TooLongAgo(ILogger logger, DateTimeOffset last, DateTimeOffset since);
    }
}
