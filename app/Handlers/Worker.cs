using Hotfix.Ports;

namespace Hotfix.Handlers;

/// <summary>
/// Takes doorbells and answers them, as many side by side as the settings say, until the host stops. Of those with nothing to do one watches for the next doorbell and the others sleep: each that
/// rings wakes one.
/// </summary>
internal sealed partial class Worker(IQueue doorbells, Drain drain, WorkOptions options, TimeProvider time, ILogger<Worker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim watch = new(1);

    public override void Dispose()
    {
        watch.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => AnswerAsync(stoppingToken), CancellationToken.None)));

    private async Task AnswerAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await drain.AnswerAsync(await doorbells.TakeAsync(Drain.Hidden(options), stopping) ?? await WatchAsync(stopping), stopping);
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

    /// <summary>Goes off watch with a doorbell in hand; whoever waited for the watch looks for another.</summary>
    private async Task<QueueMessage> WatchAsync(CancellationToken stopping)
    {
        await watch.WaitAsync(stopping);

        try
        {
            while (true)
            {
                if (await doorbells.TakeAsync(Drain.Hidden(options), stopping) is { } doorbell)
                {
                    return doorbell;
                }

                await doorbells.WaitAsync(stopping);
            }
        }
        finally
        {
            watch.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A doorbell could not be answered; it comes back by itself.")]
        public static partial void Trouble(ILogger logger, Exception wrong);
    }
}
