using Hotfix.Handlers;
using Hotfix.Sandbox;
using Hotfix.Telemetry;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Telemetry;

/// <summary>What a collector is told, and what it is never told.</summary>
public sealed class OtlpExportTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-otlp-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_hears_of_deliveries_queue_calls_and_limits_and_of_nothing_people_wrote()
    {
        await using var collector = await Collector.StartAsync();
        await using var github = await SandboxGitHub.StartAsync(new() { RequestsPerHour = 5000 }, Cancellation);
        var repository = github.AddRepository("acme", "extension");
        await using var hotfix = await HotfixProcess.StartAsync(github, Path.Combine(folder.FullName, "hotfix.db"), Settings(collector), Cancellation);
        var (_, delivery) = repository.File("The extension crashes for all users", "Every zebra of ours.");

        await github.SendAsync(delivery, hotfix.Hook, Cancellation);
        await hotfix.Output.FirstAsync(line => line.Contains(delivery.Id, StringComparison.Ordinal), Cancellation);
        await hotfix.StopAsync(); // what is left is sent

        Assert.All(
            [
                "hotfix.delivery.handled", "hotfix.delivery.duration", "hotfix.triage.duration", "hotfix.queue.depth", "hotfix.queue.oldest.age", "hotfix.github.calls",
                "hotfix.github.call.duration", "hotfix.github.rate_limit.remaining", "service.name", "hotfix.delivery.status", "http.response.status_code", $"{repository.Installation.Id}",
            ],
            name => Assert.Contains(name, collector.Metrics, StringComparison.Ordinal));
        Assert.All(
            ["handle issues", "decide", "perform ChangeLabels", "perform WriteCard", "POST /repos/{owner}/{repo}/issues/{number}/comments", "url.template", delivery.Id],
            name => Assert.Contains(name, collector.Traces, StringComparison.Ordinal));
        Assert.All(
            ["crashes", "zebra", "severity:", "ghs_", "eyJ", github.App.WebhookSecret],
            secret => Assert.DoesNotContain(secret, collector.Metrics + collector.Traces, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Effects_and_calls_belong_to_their_delivery()
    {
        await using var collector = await Collector.StartAsync();
        await using var hotfix = await HotfixTester.StartAsync(echo: false, settings: Settings(collector));

        var (_, handled) = await hotfix.FileAsync("The color is wrong");
        await collector.UntilAsync(heard => heard.Traces.Contains(handled.Head.Id, StringComparison.Ordinal));

        // A trace's id stands as 16 bytes in each of its spans: in the delivery's, the deciding, two effects and at least two calls.
        var trace = Before(collector.Traces, "handle issues", handled.Head.Id);
        Assert.InRange(collector.Traces.Split(trace).Length - 1, 6, 20);
    }

    [Fact]
    public async Task Without_a_protocol_it_is_gRPC()
    {
        await using var collector = await Collector.StartAsync(grpc: true);
        var settings = Settings(collector);
        settings.Remove("OTEL_EXPORTER_OTLP_PROTOCOL");
        await using var hotfix = await HotfixTester.StartAsync(echo: false, settings: settings);

        var (_, handled) = await hotfix.FileAsync("The color is wrong");

        await collector.UntilAsync(heard => heard.Traces.Contains(handled.Head.Id, StringComparison.Ordinal));
        await collector.UntilAsync(heard => heard.Metrics.Contains("hotfix.delivery.handled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_exported_and_nothing_measured_unless_asked_for()
    {
        await using var hotfix = await HotfixTester.StartAsync();

        Assert.Null(hotfix.Services.GetService<OtlpExport>());
        Assert.DoesNotContain(hotfix.Services.GetServices<IHandlingObserver>(), observer => observer is DeliveryMetrics);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_holds_up_nobody()
    {
        await using var hotfix = await HotfixTester.StartAsync(echo: false, settings: new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" });

        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        Assert.Single(issue.Cards());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Dictionary<string, string> Settings(Collector collector) => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
    };

    /// <summary>Span { 1: trace id (0x0A, 16 bytes), 2: span id, … 5: name … attributes }: the trace id of the span of this name that has this text soon after.</summary>
    private static string Before(string traces, string name, string text)
    {
        var at = traces.LastIndexOf(name, traces.IndexOf(text, StringComparison.Ordinal), StringComparison.Ordinal);
        var id = traces.LastIndexOf("\n\u0010", at, StringComparison.Ordinal);

        return traces.Substring(id + 2, 16);
    }
}
