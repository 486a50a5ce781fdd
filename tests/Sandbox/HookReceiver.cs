using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hotfix.Tests.Sandbox;

/// <summary>Stands where the App's webhook endpoint would, and keeps what arrives.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly Channel<Received> received = Channel.CreateUnbounded<Received>();
    private readonly WebApplication server;

    private HookReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.Run(ReceiveAsync);
    }

    public Uri Url => new(server.Urls.First());

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.Accepted;

    public static async Task<HookReceiver> StartAsync()
    {
        var receiver = new HookReceiver();
        await receiver.server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask<Received> NextAsync() => received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        received.Writer.TryWrite(new Received(headers, body.ToArray()));
        context.Response.StatusCode = (int)Answer;
    }

    internal sealed record Received(Dictionary<string, string> Headers, byte[] Body);
}
