using System.Diagnostics.Metrics;
using Hotfix.Handlers;

namespace Hotfix.Telemetry;

/// <summary>
/// What becomes of deliveries. Durations are seconds.
/// <para>Shapes: <c>hotfix.delivery.handled</c> counts tries by event and by status after it (<c>done</c>, <c>failed</c>, <c>waiting</c>: tried again later); <c>hotfix.delivery.duration</c> is
/// one try; <c>hotfix.triage.duration</c> is from the receipt of a report to its labels and card being on, what waiting and retries took included.</para>
/// </summary>
internal sealed class DeliveryMetrics(Meter meter, TimeProvider time) : IHandlingObserver
{
    private static readonly InstrumentAdvice<double> Try = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    private static readonly InstrumentAdvice<double> Wait = new() { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 3600] };

    private readonly Counter<long> handled = meter.CreateCounter<long>("hotfix.delivery.handled", "{delivery}", "Tries at deliveries, by what became of them.");
    private readonly Histogram<double> duration = meter.CreateHistogram("hotfix.delivery.duration", "s", "How long a try at a delivery took.", [], Try);
    private readonly Histogram<double> triage = meter.CreateHistogram("hotfix.triage.duration", "s", "From the receipt of a report to its labels and card being on.", [], Wait);

    public void OnHandled(Handled handled)
    {
        var @event = KeyValuePair.Create("hotfix.delivery.event", (object?)handled.Head.Event);
        var status = KeyValuePair.Create("hotfix.delivery.status", (object?)handled.Head.Status.Word());

        this.handled.Add(1, @event, status);
        duration.Record(handled.Took.TotalSeconds, @event, status);

        // Without a call nothing was put on: our own labels coming back, an old delivery that came late.
        if (handled is { Head.Status: DeliveryStatus.Done, Hotfix.Assessment: not null, Calls: > 0 })
        {
            triage.Record((time.GetUtcNow() - handled.Head.ReceivedAt).TotalSeconds);
        }
    }
}
