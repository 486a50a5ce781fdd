using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>Takes doorbells and answers them, as many side by side as the settings say, until the host stops.</summary>
internal sealed partial class Worker(IQueue doorbells, Drain drain, WorkOptions options, TimeProvider time, ILogger<Worker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => AnswerAsync(stoppingToken), CancellationToken.None)));

    private async Task AnswerAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await doorbells.TakeAsync(Drain.Hidden(options), stopping) is { } doorbell)
                {
                    await drain.AnswerAsync(doorbell, stopping);
                }
                else
                {
                    await doorbells.WaitAsync(stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // a worker that dies would silence its share of the deliveries; the doorbell comes back by itself
            catch (Exception wrong)
#pragma warning restore CA1031
            {
                Log.Trouble(logger, wrong);
                await Task.Delay(AfterTrouble, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A doorbell could not be answered; it comes back by itself.")]
        public static partial void Trouble(ILogger logger, Exception wrong);
    }
}
