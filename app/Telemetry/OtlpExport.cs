using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hotfix.Telemetry;

/// <summary>
/// Sends our spans and metrics to a collector by OTLP, in the background, and what is left when it is disposed. A collector that does not answer holds up nobody; what it missed is gone.
/// <para>The settings are those of every OpenTelemetry SDK (<c>OTEL_EXPORTER_OTLP_*</c>, <c>OTEL_SERVICE_NAME</c>, <c>OTEL_RESOURCE_ATTRIBUTES</c>, <c>OTEL_TRACES_SAMPLER</c>,
/// <c>OTEL_METRIC_EXPORT_INTERVAL</c>), read where ours are read. Source: OpenTelemetry specification, "OTLP exporter" and "Environment variables".</para>
/// </summary>
internal sealed class OtlpExport : IDisposable
{
    /// <summary>The one meter; the sources of spans are named <c>Hotfix.</c> and their folder.</summary>
    public const string Name = "Hotfix";

    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;

    public OtlpExport(IConfiguration settings, Meter meter)
    {
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(settings))
            .ConfigureResource(Describe)
            .AddSource($"{Name}.*")
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(settings))
            .ConfigureResource(Describe)
            .AddMeter(meter.Name)
            .AddOtlpExporter()
            .Build();
    }

    public void Dispose()
    {
        metrics.Dispose();
        traces.Dispose();
    }

    /// <summary>Who we are unless the environment says otherwise: the last one named wins.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .Clear()
        .AddService("hotfix", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(3))
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
