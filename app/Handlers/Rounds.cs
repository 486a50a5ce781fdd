using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>Asks for each timed work again and again until the host stops; none waits for another.</summary>
internal sealed partial class Rounds(IEnumerable<ITimedWork> works, WorkOptions options, TimeProvider time, ILogger<Rounds> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(works.Select(work => RepeatAsync(work, stoppingToken)));

    private async Task RepeatAsync(ITimedWork work, CancellationToken stopping)
    {
        var pause = work.AtStart ? TimeSpan.Zero : work.Every;

        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = stopping.IsCancellationRequested ? TimeSpan.Zero : await DoAsync(work, stopping);
        }
    }

    /// <summary>One round, and how long to wait then: where another process has the right to it, it may have died with it.</summary>
    private async Task<TimeSpan> DoAsync(ITimedWork work, CancellationToken stopping)
    {
        try
        {
            return await work.DoAsync(stopping) || work.Every < options.Lease ? work.Every : options.Lease;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception wrong) when (wrong is RefusedException or UnavailableException or PostponedException or StoreUnavailableException or LeaseLostException)
        {
            Log.NotDone(logger, work.Name, wrong.Message);
        }
#pragma warning disable CA1031 // whatever this round met, the next one may find what the program missed
        catch (Exception wrong)
#pragma warning restore CA1031
        {
            Log.Trouble(logger, work.Name, wrong);
        }

        return work.Every;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} did not work; it is tried again: {Why}")]
        public static partial void NotDone(ILogger logger, string work, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Work} did not work; it is tried again.")]
        public static partial void Trouble(ILogger logger, string work, Exception wrong);
    }
}
