using System.Diagnostics.Metrics;
using System.Globalization;
using Hotfix.Handlers;
using Hotfix.Ports;
using Hotfix.Telemetry;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Telemetry;

/// <summary>What is measured, in which unit, and under which names and attributes.</summary>
public sealed class MetricsTests : IDisposable
{
    private readonly Meter meter = new("Hotfix.Tests");
    private readonly MeterListener listener = new();
    private readonly List<string> measured = [];
    private readonly ManualTime time = new();

    public MetricsTests()
    {
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        listener.Start();
    }

    [Theory]
    [InlineData(nameof(DeliveryStatus.Done), "done")]
    [InlineData(nameof(DeliveryStatus.Failed), "failed")]
    [InlineData(nameof(DeliveryStatus.Waiting), "waiting")]
    public void A_try_is_counted_and_timed_by_what_became_of_it(string status, string word)
    {
        new DeliveryMetrics(meter, time).OnHandled(Handled(status, null, 1));

        Assert.Equal(
            [
                $"hotfix.delivery.handled 1 {{delivery}} hotfix.delivery.event=issues hotfix.delivery.status={word}",
                $"hotfix.delivery.duration 0.25 s hotfix.delivery.event=issues hotfix.delivery.status={word}",
            ],
            measured);
    }

    [Theory]
    [InlineData(nameof(DeliveryStatus.Done), 2, true)]
    [InlineData(nameof(DeliveryStatus.Done), 0, false)]
    [InlineData(nameof(DeliveryStatus.Failed), 2, false)]
    public void Triage_is_timed_from_the_receipt_once_something_is_shown_for_it(string status, int calls, bool timed)
    {
        var metrics = new DeliveryMetrics(meter, time);
        var handled = Handled(status, Reports.Assess("The extension crashes"), calls);
        time.Advance(TimeSpan.FromSeconds(90));

        metrics.OnHandled(handled);

        Assert.Equal(timed ? ["hotfix.triage.duration 90 s "] : [], measured.Where(line => line.StartsWith("hotfix.triage", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_call_is_counted_by_installation_and_one_without_an_answer_too()
    {
        var metrics = new GitHubMetrics(meter, time);

        metrics.OnCall(new(5, "POST", 201, null, TimeSpan.FromMilliseconds(50)));
        metrics.OnCall(new(0, "GET", null, null, TimeSpan.FromSeconds(10)));

        Assert.Equal(
            [
                "hotfix.github.calls 1 {call} hotfix.github.installation=5 http.request.method=POST http.response.status_code=201",
                "hotfix.github.call.duration 0.05 s http.request.method=POST http.response.status_code=201",
                "hotfix.github.calls 1 {call} hotfix.github.installation=0 http.request.method=GET error.type=no_answer",
                "hotfix.github.call.duration 10 s http.request.method=GET error.type=no_answer",
            ],
            measured);
    }

    [Fact]
    public void What_is_left_of_a_limit_is_shown_until_its_hour_is_over()
    {
        var metrics = new GitHubMetrics(meter, time);
        metrics.OnCall(new(5, "GET", 200, new RateLeft(4000, time.GetUtcNow().AddMinutes(10)), TimeSpan.Zero));
        metrics.OnCall(new(5, "GET", 200, new RateLeft(3999, time.GetUtcNow().AddMinutes(10)), TimeSpan.Zero));
        metrics.OnCall(new(6, "GET", 200, new RateLeft(12, time.GetUtcNow().AddMinutes(20)), TimeSpan.Zero));
        measured.Clear();

        listener.RecordObservableInstruments();
        time.Advance(TimeSpan.FromMinutes(10));
        listener.RecordObservableInstruments();

        Assert.Equal(
            [
                "hotfix.github.rate_limit.remaining 3999 {call} hotfix.github.installation=5",
                "hotfix.github.rate_limit.remaining 12 {call} hotfix.github.installation=6",
                "hotfix.github.rate_limit.remaining 12 {call} hotfix.github.installation=6",
            ],
            measured);
    }

    public void Dispose()
    {
        listener.Dispose();
        meter.Dispose();
    }

    private Handled Handled(string status, Hotfix.Domain.Assessment? assessment, int calls)
    {
        var head = new DeliveryHead("id", "issues", null, time.GetUtcNow(), 1, Enum.Parse<DeliveryStatus>(status), 0, default, null, null);
        var hotfix = assessment is null
            ? null
            : new Hotfix.Domain.Hotfix(new(Reports.Repository, 1), Hotfix.Domain.HotfixState.Triaged, default, assessment, null, [], [], [], null);

        return new(head, hotfix, TimeSpan.FromMilliseconds(250), calls, null);
    }

    private void Measure<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : IFormattable => measured.Add(
            $"{instrument.Name} {value.ToString(null, CultureInfo.InvariantCulture)} {instrument.Unit} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
}
