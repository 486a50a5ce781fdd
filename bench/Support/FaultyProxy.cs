using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hotfix.Bench.Support;

/// <summary>What goes wrong with one request; <paramref name="forward"/> lets it through and gives back its answer.</summary>
internal delegate Task Fault(HttpContext context, Func<Task> forward);

/// <summary>Stands on loopback before a server and lets requests through as they are; for each fault that is named, the next request meets it.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly ConcurrentQueue<Fault> faults = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3) });
    private readonly List<(WebApplication App, Uri Url)> doors = [];

    /// <summary>Too busy to begin.</summary>
    public static Fault Busy(int status = 503, string code = "ServerBusy") => (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = code;

        return Task.CompletedTask;
    };

    /// <summary>The connection breaks before the request has arrived.</summary>
    public static Task Lost(HttpContext context, Func<Task> forward)
    {
        context.Abort();

        return Task.CompletedTask;
    }

    /// <summary>What was asked is done, and the connection breaks before the answer has arrived.</summary>
    public static async Task AnswerLost(HttpContext context, Func<Task> forward)
    {
        await forward();
        context.Abort();
    }

    /// <summary>What was asked is done, and the answer comes when nobody waits any more.</summary>
    public static async Task AnswerLate(HttpContext context, Func<Task> forward)
    {
        await forward();
        var gone = new TaskCompletionSource();
        await using var left = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    /// <summary>How many requests came.</summary>
    public int Requests { get; private set; }

    /// <summary>What every request meets for which no fault was named; null for nothing.</summary>
    public Fault? Otherwise { get; set; }

    public void Next(params IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
        {
            this.faults.Enqueue(fault);
        }
    }

    /// <summary>The address to ask instead of a server's own.</summary>
    public async Task<Uri> BeforeAsync(Uri server)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null).UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, server));
        await app.StartAsync();
        var door = new Uri(app.Urls.First());
        doors.Add((app, door));

        return door;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (app, _) in doors)
        {
            await app.DisposeAsync();
        }

        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context, Uri server)
    {
        Requests++;
        using var request = await RequestAsync(context, server);
        HttpResponseMessage? answer = null;
        Task ForwardAsync() => Task.Run(async () => answer = await http.SendAsync(request));

        await (faults.TryDequeue(out var fault) || (fault = Otherwise) is not null ? fault(context, ForwardAsync) : ForwardAsync());

        if (answer is { } given && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            using (given)
            {
                await CopyAsync(given, context.Response);
            }
        }
    }

    /// <summary>With the path to the byte: it is signed.</summary>
    private static async Task<HttpRequestMessage> RequestAsync(HttpContext context, Uri server)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"http://{server.Authority}{context.Features.Get<IHttpRequestFeature>()!.RawTarget}");

        if (context.Request.ContentLength is not null)
        {
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (name is not ("Host" or "Connection") && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }

    private static async Task CopyAsync(HttpResponseMessage given, HttpResponse response)
    {
        response.StatusCode = (int)given.StatusCode;

        foreach (var (name, values) in given.Headers.Concat(given.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
            {
                response.Headers[name] = values.ToArray();
            }
        }

        if (response.StatusCode != StatusCodes.Status204NoContent)
        {
            await given.Content.CopyToAsync(response.Body);
        }
    }
}
