using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace Hotfix.Sandbox;

/// <summary>What became of a delivery that was sent in the background; no status when nobody answered.</summary>
internal sealed record SandboxEcho(string Id, string Event, HttpStatusCode? Status);

/// <summary>
/// Sends deliveries as GitHub does: one signed POST each, never repeated by itself.
/// Source: "Validating webhook deliveries" (HMAC-SHA-256 of the raw body, <c>sha256=</c> and 64 lower-case hexadecimal digits).
/// </summary>
internal sealed class SandboxHook : IAsyncDisposable
{
    /// <summary>GitHub's number for the App's webhook.</summary>
    public const long Id = 4242;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<SandboxDelivery> waiting = Channel.CreateUnbounded<SandboxDelivery>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock gate = new();
    private readonly List<SandboxEcho> sent = [];
    private int queued;
    private readonly SandboxApp app;
    private readonly SandboxAttempts attempts;
    private readonly SandboxSignal changed;
    private readonly Task background;

    public SandboxHook(SandboxApp app, SandboxAttempts attempts, SandboxSignal changed)
    {
        this.app = app;
        this.attempts = attempts;
        this.changed = changed;
        background = Task.Run(SendWaitingAsync);
    }

    /// <summary>Where deliveries go that are sent in the background; while it is null, they go nowhere.</summary>
    public Uri? Target { get; set; }

    /// <summary>Whether nobody is there to receive; GitHub then records a 502.</summary>
    public bool IsAway { get; set; }

    /// <summary>What was sent in the background, in order.</summary>
    public IReadOnlyList<SandboxEcho> Echoes
    {
        get
        {
            lock (gate)
            {
                return [.. sent];
            }
        }
    }

    /// <summary>Whether all that was given to be sent in the background has been sent, or has failed to be.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return sent.Count == queued;
            }
        }
    }

    public static string Sign(string secret, ReadOnlySpan<byte> payload) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), payload))}";

    public async Task<HttpStatusCode> SendAsync(SandboxDelivery delivery, Uri target, CancellationToken cancellationToken)
    {
        var status = HttpStatusCode.BadGateway;

        try
        {
            return status = IsAway ? status : await PostAsync(delivery, target, cancellationToken);
        }
        finally
        {
            attempts.Add(delivery, (int)status, target);
        }
    }

    public void Queue(SandboxDelivery delivery)
    {
        if (Target is null || !delivery.IsHeard)
        {
            return;
        }

        lock (gate)
        {
            queued++;
        }

        waiting.Writer.TryWrite(delivery);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await stop.CancelAsync();
        await background;
        stop.Dispose();
        http.Dispose();
    }

    private async Task<HttpStatusCode> PostAsync(SandboxDelivery delivery, Uri target, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(delivery.Payload) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Add("X-GitHub-Event", delivery.Event);
        request.Headers.Add("X-GitHub-Delivery", delivery.Id);
        request.Headers.Add("X-Hub-Signature-256", Sign(app.WebhookSecret, delivery.Payload));
        request.Headers.Add("X-GitHub-Hook-ID", $"{Id}");
        request.Headers.Add("X-GitHub-Hook-Installation-Target-Type", "integration");
        request.Headers.Add("X-GitHub-Hook-Installation-Target-ID", $"{app.Id}");
        request.Headers.Add("User-Agent", "GitHub-Hookshot/5a4db0x");
        request.Headers.Add("Accept", "*/*");
        using var response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    private async Task SendWaitingAsync()
    {
        try
        {
            await foreach (var delivery in waiting.Reader.ReadAllAsync(stop.Token))
            {
                var status = await TrySendAsync(delivery);

                lock (gate)
                {
                    sent.Add(new SandboxEcho(delivery.Id, delivery.Event, status));
                }

                changed.Raise();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The sandbox is being closed: what was not sent is not sent any more.
        }
    }

    private async Task<HttpStatusCode?> TrySendAsync(SandboxDelivery delivery)
    {
        try
        {
            return Target is { } target ? await SendAsync(delivery, target, stop.Token) : null;
        }
        catch (HttpRequestException)
        {
            return null; // as on GitHub: the delivery is recorded as failed, and it is the App's business to find it
        }
    }
}
