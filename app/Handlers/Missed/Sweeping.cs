using Hotfix.Ports;

namespace Hotfix.Handlers.Missed;

/// <summary>How often missed deliveries are looked for.</summary>
internal sealed record SweepOptions(TimeSpan Every)
{
    public static SweepOptions Default { get; } = new(TimeSpan.FromMinutes(5));
}

/// <summary>Looks for missed deliveries at the start, which is when some are likely, and again and again until the host stops.</summary>
internal sealed partial class Sweeping(MissedDeliveries missed, SweepOptions options, WorkOptions work, TimeProvider time, ILogger<Sweeping> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await SweepAsync(stoppingToken);
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sweeps, and says how long to wait then: where another process has the right to, it may have died with it.</summary>
    private async Task<TimeSpan> SweepAsync(CancellationToken stopping)
    {
        try
        {
            return await missed.SweepAsync(stopping) || options.Every < work.Lease ? options.Every : work.Lease;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception wrong) when (wrong is RefusedException or UnavailableException or PostponedException or StoreUnavailableException or LeaseLostException)
        {
            Log.NotSwept(logger, wrong.Message);
        }
#pragma warning disable CA1031 // whatever this round met, the next one may find what the program missed
        catch (Exception wrong)
#pragma warning restore CA1031
        {
            Log.Trouble(logger, wrong);
        }

        return options.Every;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Missed deliveries could not be looked for; it is tried again: {Why}")]
        public static partial void NotSwept(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "Missed deliveries could not be looked for; it is tried again.")]
        public static partial void Trouble(ILogger logger, Exception wrong);
    }
}
