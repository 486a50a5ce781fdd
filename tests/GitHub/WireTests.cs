using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

/// <summary>What only real sockets show: the network handler must not repeat, redirect or unpack otherwise than we mean it to.</summary>
public sealed class WireTests : IAsyncDisposable
{
    private readonly CancellationTokenSource over = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly AppPrivateKey key = AppPrivateKey.FromPem(TestKey.Pkcs1);
    private readonly RecordedLogs logs = new();
    private readonly GitHubClient client;
    private readonly Task serving;
    private readonly List<string> seen = [];

    public WireTests()
    {
        listener.Start();
        serving = ServeAsync();

        var options = new GitHubOptions(new Uri($"http://{listener.LocalEndpoint}/api/v3"), 77, key, Pacing.GitHub, TimeSpan.FromSeconds(10))
        {
            RetryPause = TimeSpan.FromMilliseconds(1),
        };

        client = GitHubClient.Create(options, TimeProvider.System, new Random(1), logs);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_on_a_connection_that_GitHub_closes_without_a_word_is_sent_once()
    {
        await client.Issues.PostCommentAsync(GitHubTester.Issue(), "first", Cancellation);

        await Assert.ThrowsAsync<UnavailableException>(() => client.Issues.PostCommentAsync(GitHubTester.Issue(), "break", Cancellation));

        Assert.Single(seen, request => request.Contains("break", StringComparison.Ordinal));
        Assert.StartsWith("POST /api/v3/repos/octo/app/issues/1/comments HTTP/1.1", seen[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_answer_is_unpacked() =>
        Assert.Equal("unpacked", await client.Issues.ReadCommentAsync(GitHubTester.Issue(), new CommentId(1), Cancellation));

    [Fact]
    public async Task A_redirect_is_followed_by_us_with_its_body() =>
        Assert.Equal(new CommentId(3), await client.Issues.PostCommentAsync(GitHubTester.Issue(2), "moved", Cancellation));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await over.CancelAsync();
        await serving;
        listener.Dispose();
        over.Dispose();
        key.Dispose();
        logs.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync(over.Token);
                var stream = connection.GetStream();

                while (await RequestAsync(stream, over.Token) is { } request)
                {
                    lock (seen)
                    {
                        seen.Add(request);
                    }

                    if (request.Contains("break", StringComparison.Ordinal))
                    {
                        break;
                    }

                    await stream.WriteAsync(Answer(request));
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The test is over.
        }
    }

    private static byte[] Answer(string request) => request.Split(' ')[1] switch
    {
        var path when path.EndsWith("/access_tokens", StringComparison.Ordinal) =>
            Response("201 Created", Encoding.UTF8.GetBytes($$"""{"token":"sesame","expires_at":"{{DateTimeOffset.UtcNow.AddHours(1):o}}"}""")),
        "/api/v3/repos/octo/app/issues/comments/1" => Response("200 OK", Packed("""{"id":1,"body":"unpacked"}"""), "Content-Encoding: gzip\r\n"),
        "/api/v3/repos/octo/app/issues/2/comments" => Response("301 Moved Permanently", [], "Location: /api/v3/repositories/9/issues/2/comments\r\n"),
        "/api/v3/repositories/9/issues/2/comments" when request.StartsWith("POST", StringComparison.Ordinal) && request.Contains("moved", StringComparison.Ordinal)
            && request.Contains("Bearer sesame", StringComparison.Ordinal) => Response("201 Created", """{"id":3}"""u8.ToArray()),
        _ => Response("201 Created", """{"id":1}"""u8.ToArray()),
    };

    private static byte[] Response(string status, byte[] body, string headers = "") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), .. body];

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();

        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    /// <summary>Head and body of the next request as text, or null when the other side is done.</summary>
    private static async Task<string?> RequestAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];

        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));

            var (head, body) = text.ToString().Split("\r\n\r\n", 2) is [var one, var two] ? (one, two) : (text.ToString(), null);
            var length = head.Split("Content-Length: ") is [_, var rest] ? int.Parse(rest.Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture) : 0;

            if (body?.Length >= length)
            {
                return text.ToString();
            }
        }

        return null;
    }
}
