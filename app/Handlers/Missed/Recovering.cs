using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>
/// Deals with the deliveries that never arrived: each is fetched and goes into the inbox, as if it had come, the oldest first. What came is not fetched; what cannot be is tried by later sweeps, and left after so many tries.
/// <para>Errors: <see cref="StoreUnavailableException"/>, <see cref="LeaseLostException"/>. What GitHub answers is none: a limit or an outage ends it, and the next sweep goes on.</para>
/// </summary>
internal sealed partial class Recovering(IHookDeliveries record, Receiving receiving, Inbox inbox, DeliveryList known, WorkOptions options, TimeProvider time, ILogger<Recovering> logger)
{
    /// <summary>When the oldest delivery was that is left for the next sweep; null when none is. What became of each, the sweep knows then.</summary>
    public async Task<DateTimeOffset?> RecoverAsync(Lease lease, Sweeping sweep, IReadOnlyList<DeliveryAttempt> attempts, DateTimeOffset until, CancellationToken cancellationToken)
    {
        DateTimeOffset? left = null;

        foreach (var attempt in Missing.Of(attempts, receiving.IsOurs))
        {
            if (time.GetUtcNow() >= until)
            {
                Log.Postponed(logger, "They are more than a round has time for.");

                return left ?? attempt.DeliveredAt;
            }

            await lease.HoldAsync(options.Lease, time.GetUtcNow(), cancellationToken);

            var (isLeft, goesOn) = await DealAsync(sweep, attempt, cancellationToken);
            left ??= isLeft ? attempt.DeliveredAt : null;

            if (!goesOn)
            {
                break;
            }
        }

        return left;
    }

    /// <summary>Whether this delivery is left for the next sweep; and whether this one goes on, which it does not where the next delivery would fare no better.</summary>
    private async Task<(bool IsLeft, bool GoesOn)> DealAsync(Sweeping sweep, DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        if (sweep.TriesOf(attempt.Delivery) is not { } tries)
        {
            return (false, true);
        }

        if (await known.FindAsync(attempt.Delivery, cancellationToken) is { } here)
        {
            await inbox.CompleteAsync(here.Key, here.Head, cancellationToken); // stored and not answered: the rest may be missing

            return (false, true);
        }

        try
        {
            await FetchAsync(sweep, attempt, cancellationToken);

            return (false, true);
        }
        catch (PostponedException wrong)
        {
            Log.Postponed(logger, wrong.Message);

            return (true, false); // a limit is no fault of the delivery's
        }
        catch (Exception wrong) when (wrong is RefusedException or UnavailableException or FormatException)
        {
            tries = wrong is FormatException ? Sweep.Tries : tries + 1; // the same bytes read no better the next time
            Report(attempt, tries, wrong.Message);
            sweep.Failed(attempt.Delivery, tries, attempt.DeliveredAt);

            return (tries < Sweep.Tries, wrong is not UnavailableException || tries == Sweep.Tries);
        }
    }

    private async Task FetchAsync(Sweeping sweep, DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        var payload = await record.PayloadAsync(attempt.Id, cancellationToken);
        var received = await receiving.ReceiveAsync(attempt.Delivery, attempt.Event, payload, cancellationToken);

        if (received == Received.Useless)
        {
            sweep.Useless(attempt.Delivery, attempt.DeliveredAt);

            return;
        }

        sweep.Received(attempt.Delivery, received == Received.Stored);

        if (received == Received.Stored)
        {
            Log.Recovered(logger, attempt.Delivery, attempt.Event, attempt.DeliveredAt);
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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {Id} ({Event}) of {At:u} was missed; it was fetched from GitHub.")]
        public static partial void Recovered(ILogger logger, string id, string @event, DateTimeOffset at);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Id} ({Event}) was missed and could not be fetched, try {Try}: {Why}")]
        public static partial void Failed(ILogger logger, string id, string @event, int @try, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Id} ({Event}) of {At:u} was missed and is left: {Why} It can be redelivered on the App's settings page, under Advanced.")]
        public static partial void GivenUp(ILogger logger, string id, string @event, DateTimeOffset at, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Fetching missed deliveries goes on later: {Why}")]
        public static partial void Postponed(ILogger logger, string why);
    }
}
