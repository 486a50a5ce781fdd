using System.Diagnostics.Metrics;
using Hotfix.Telemetry;
using Hotfix.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Tests.Telemetry;

/// <summary>The queue is looked at when the server starts, and every ten seconds.</summary>
public sealed class QueueMetricsTests : IDisposable
{
    private readonly StoreFile file = new();
    private readonly Meter meter = new("Hotfix.Tests");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Depth_and_age_are_shown_as_last_read()
    {
        var queue = file.Open().Queue("doorbells");
        await queue.PutAsync("issue-1-1", urgent: false, TimeSpan.Zero, Token);
        file.Time.Advance(TimeSpan.FromSeconds(7));
        using var metrics = new QueueMetrics(meter, queue, file.Time, NullLogger<QueueMetrics>.Instance);
        Assert.Empty(Read());

        await metrics.StartAsync(Token);
        Assert.Equal([("hotfix.queue.depth", 1), ("hotfix.queue.oldest.age", 7)], await UntilAsync(read => read.Count == 2));

        var later = await UntilAsync(read => read.Count == 2 && read[1].Value > 7, () => file.Time.Advance(TimeSpan.FromSeconds(1)));
        Assert.InRange(later[1].Value, 17, double.MaxValue);
        await metrics.StopAsync(Token);
    }

    public void Dispose()
    {
        meter.Dispose();
        file.Dispose();
    }

    /// <summary>The queue is read on a thread of its own, which a test cannot await: ask until it is through.</summary>
    private async Task<List<(string Name, double Value)>> UntilAsync(Func<List<(string Name, double Value)>, bool> fits, Action? between = null)
    {
        while (true)
        {
            if (Read() is var read && fits(read))
            {
                return read;
            }

            Token.ThrowIfCancellationRequested();
            between?.Invoke();
            await Task.Yield();
        }
    }

    private List<(string Name, double Value)> Read()
    {
        var read = new List<(string, double)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => read.Add((instrument.Name, value)));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => read.Add((instrument.Name, value)));
        listener.Start();
        listener.RecordObservableInstruments();

        return read;
    }
}
