using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Hotfix.Tests.Telemetry;

/// <summary>
/// Stands where an OpenTelemetry collector would (OTLP, over HTTP or gRPC), and keeps what arrives. Names and texts stand in the bytes as they are.
/// </summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StringBuilder> arrived = [];
    private readonly WebApplication server;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Collector(bool grpc)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, at => at.Protocols = grpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        server = builder.Build();
        server.Run(ReceiveAsync);
    }

    public string Url => server.Urls.First();

    public string Metrics => Of("/v1/metrics") + Of("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export");

    public string Traces => Of("/v1/traces") + Of("/opentelemetry.proto.collector.trace.v1.TraceService/Export");

    public static async Task<Collector> StartAsync(bool grpc = false)
    {
        var collector = new Collector(grpc);
        await collector.server.StartAsync(TestContext.Current.CancellationToken);

        return collector;
    }

    /// <summary>Completes when something has arrived that fits.</summary>
    public async Task UntilAsync(Func<Collector, bool> fits)
    {
        while (true)
        {
            Task change;

            lock (gate)
            {
                change = changed.Task;
            }

            if (fits(this))
            {
                return;
            }

            await change.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private string Of(string path)
    {
        lock (gate)
        {
            return $"{arrived.GetValueOrDefault(path)}";
        }
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);

        lock (gate)
        {
            var path = context.Request.Path.ToString();
            (arrived.TryGetValue(path, out var texts) ? texts : arrived[path] = new()).Append(Encoding.Latin1.GetString(body.ToArray()));
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        // An empty message says that all was taken.
        if (context.Request.Protocol == HttpProtocol.Http2)
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
            context.Response.AppendTrailer("grpc-status", "0");
        }
        else
        {
            context.Response.ContentType = "application/x-protobuf";
        }
    }
}
