using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotfix.Browser;

/// <summary>
/// The browser's DevTools protocol (chromedevtools.github.io) over a pair of pipes: JSON messages, each ended by a zero byte; calls are answered by number, and events come between.
/// Of the ways to reach a browser it is the one that lets a client load an extension, and nobody else on the machine can join.
/// <para>Errors: <see cref="BrowserException"/>, also for what is still unanswered when the browser or the page ends.</para>
/// </summary>
internal sealed class DevTools : IAsyncDisposable
{
    private const int MaxMessageBytes = 64 << 20;
    private const int ChunkBytes = 1 << 16;
    private readonly Stream toBrowser;
    private readonly Stream fromBrowser;
    private readonly Action<DevToolsEvent> heard;
    private readonly ConcurrentDictionary<int, (string? Session, TaskCompletionSource<JsonElement> Answer)> open = new();
    private readonly SemaphoreSlim writing = new(1);
    private readonly Task reading;
    private volatile bool ended;
    private int last;

    /// <param name="heard">Called one after another, in the order they came; it must not wait.</param>
    public DevTools(Stream toBrowser, Stream fromBrowser, Action<DevToolsEvent> heard)
    {
        (this.toBrowser, this.fromBrowser, this.heard) = (toBrowser, fromBrowser, heard);
        reading = ReadAsync();
    }

    /// <returns>The answer's <c>result</c>.</returns>
    public async Task<JsonElement> CallAsync(string method, JsonObject parameters, string? session, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters };

        if (session is not null)
        {
            message["sessionId"] = session;
        }

        open[number] = (session, answer);

        try
        {
            await WriteAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + '\0'), cancellationToken);

            return ended && !answer.Task.IsCompleted ? throw Ended() : await answer.Task.WaitAsync(cancellationToken);
        }
        catch (IOException)
        {
            throw Ended();
        }
        finally
        {
            open.TryRemove(number, out _);
        }
    }

    /// <summary>Nobody will answer for it any more.</summary>
    public void Forget(string session)
    {
        foreach (var call in open.Values.Where(call => call.Session == session))
        {
            call.Answer.TrySetException(new BrowserException(0, "It is gone."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await toBrowser.DisposeAsync();
        await fromBrowser.DisposeAsync();
        await reading;
        writing.Dispose();
    }

    private static BrowserException Ended() => new(0, "The browser ended.");

    private async Task WriteAsync(byte[] message, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);

        try
        {
            await toBrowser.WriteAsync(message, CancellationToken.None); // half a message would end the talk
            await toBrowser.FlushAsync(CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        var message = new MemoryStream();
        var chunk = new byte[ChunkBytes];

        try
        {
            while (message.Length < MaxMessageBytes && await fromBrowser.ReadAsync(chunk) is > 0 and var length)
            {
                Take(chunk.AsSpan(0, length), message);
            }
        }
        catch (Exception wrong) when (wrong is IOException or JsonException or ObjectDisposedException)
        {
            // The browser is gone or talks nonsense: either way nobody answers.
        }

        ended = true;

        foreach (var call in open.Values)
        {
            call.Answer.TrySetException(Ended());
        }
    }

    private void Take(ReadOnlySpan<byte> bytes, MemoryStream message)
    {
        while (bytes.IndexOf((byte)0) is >= 0 and var end)
        {
            message.Write(bytes[..end]);
            Understand(JsonElement.Parse(message.GetBuffer().AsSpan(0, (int)message.Length)));
            message.SetLength(0);
            bytes = bytes[(end + 1)..];
        }

        message.Write(bytes);
    }

    private void Understand(JsonElement message)
    {
        if (message.NumberAt("id") is not { } number)
        {
            heard(new(message.TextAt("sessionId"), message.TextAt("method") ?? "", message.At("params") ?? default));
        }
        else if (open.TryGetValue(number, out var call))
        {
            _ = message.At("error") is { } error
                ? call.Answer.TrySetException(new BrowserException(error.NumberAt("code") ?? 0, error.TextAt("message") ?? ""))
                : call.Answer.TrySetResult(message.At("result") ?? default);
        }
    }
}
