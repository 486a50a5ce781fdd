using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>
/// After an outage that was longer than GitHub keeps its record of deliveries: lists what changed in each repository, for as many rounds as it takes. A round is bounded in time and in calls of GitHub, so that the events of today have their share of both.
/// <para>Errors: as for <see cref="IChanges"/> while repositories are asked for, <see cref="StoreUnavailableException"/>, <see cref="LeaseLostException"/>. Whatever the error, the next round goes on.</para>
/// </summary>
internal sealed class ListingChanges(ListingRound round, ListingLedger ledger, ICallMeter meter, SweepOptions pace, WorkOptions options, TimeProvider time) : ITimedWork
{
    /// <summary>Of the 5,000 an hour that an installation has at the least, in twelve rounds an hour.</summary>
    private const int Calls = 250;

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
                await round.GoOnAsync(lease, () => time.GetUtcNow() >= until || calls.Value >= Calls, cancellationToken);

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
}
