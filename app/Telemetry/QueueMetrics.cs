using System.Diagnostics.Metrics;
using Hotfix.Ports;

namespace Hotfix.Telemetry;

/// <summary>
/// How far behind the workers are: <c>hotfix.queue.depth</c>, doorbells there are, and <c>hotfix.queue.oldest.age</c>, for how many seconds the oldest has been waiting to be taken.
/// Read from time to time, because a gauge is asked on a thread that must not wait for a store; nothing is shown while the store cannot be read.
/// </summary>
internal sealed partial class QueueMetrics : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly IQueue doorbells;
    private readonly TimeProvider time;
    private readonly ILogger<QueueMetrics> logger;
    private QueueState? state;

    public QueueMetrics(Meter meter, IQueue doorbells, TimeProvider time, ILogger<QueueMetrics> logger)
    {
        (this.doorbells, this.time, this.logger) = (doorbells, time, logger);
        meter.CreateObservableGauge("hotfix.queue.depth", () => Shown(state => (long)state.Count), "{doorbell}", "Doorbells there are, those being answered included.");
        meter.CreateObservableGauge("hotfix.queue.oldest.age", () => Shown(state => state.Oldest.TotalSeconds), "s", "For how long the oldest doorbell has been waiting to be taken.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                state = await doorbells.StateAsync(stoppingToken);
            }
            catch (StoreUnavailableException wrong)
            {
                state = null;
                Log.NotRead(logger, wrong.Message);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private IEnumerable<Measurement<T>> Shown<T>(Func<QueueState, T> value)
        where T : struct => state is { } known ? [new(value(known))] : [];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The queue's depth could not be read: {Why}")]
        public static partial void NotRead(ILogger logger, string why);
    }
}
