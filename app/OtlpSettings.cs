namespace Hotfix;

/// <summary>
/// Whether spans and metrics are exported. The SDK would pass over a setting that it cannot use, and say so nowhere; here it stops the start.
/// Source: OpenTelemetry specification, "OTLP exporter".
/// </summary>
internal static class OtlpSettings
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <exception cref="SettingsException">One sentence.</exception>
    public static bool IsExported(IConfiguration values)
    {
        if (string.IsNullOrWhiteSpace(values[Endpoint]))
        {
            return false;
        }

        if (!Uri.TryCreate(values[Endpoint], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new SettingsException($"{Endpoint} is '{values[Endpoint]}': it is the address of an OpenTelemetry collector, like http://localhost:4317.");
        }

        return values[Protocol] is null or "" or "grpc" or "http/protobuf"
            ? true
            : throw new SettingsException($"{Protocol} is '{values[Protocol]}': it is grpc (the default, usually port 4317) or http/protobuf (usually port 4318).");
    }
}
