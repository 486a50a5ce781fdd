using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>One round of a timed work, whoever asks for it. What goes wrong in it stands in the log, and keeps neither the other works nor the next round.</summary>
internal sealed partial class TimedRound(ILogger<TimedRound> logger)
{
    /// <summary>False when another process is at it.</summary>
    public async Task<bool> DoAsync(ITimedWork work, CancellationToken stopping)
    {
        try
        {
            return await work.DoAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Whoever starts next goes on
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

        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} did not work; it is tried again: {Why}")]
        public static partial void NotDone(ILogger logger, string work, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Work} did not work; it is tried again.")]
        public static partial void Trouble(ILogger logger, string work, Exception wrong);
    }
}
