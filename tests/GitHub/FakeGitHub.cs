using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.GitHub;

/// <summary>
/// A GitHub with one repository <c>octo/app</c>, as seen over HTTP. It checks JWTs and tokens as GitHub does, can be told to answer otherwise, and
/// throws on any request it does not know.
/// </summary>
internal sealed class FakeGitHub(TimeProvider time, string root = "https://api.github.com") : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly List<Fault> faults = [];
    private readonly FakeIssues issues = new();
    private readonly HashSet<string> tokens = [];
    private int minted;

    public List<Seen> Requests { get; } = [];

    /// <summary>The requests that are no token's.</summary>
    public IEnumerable<string> Calls => Requests.Select(request => request.ToString()).Where(text => !text.Contains("access_tokens", StringComparison.Ordinal));

    public int Mints => Requests.Count(request => request.Uri.AbsolutePath.EndsWith("/access_tokens", StringComparison.Ordinal));

    public FakeIssues Issues => issues;

    public TimeSpan ClockAhead { get; set; }

    public TimeSpan TokenLife { get; set; } = TimeSpan.FromHours(1);

    private DateTimeOffset Now => time.GetUtcNow() + ClockAhead;

    /// <summary>The next requests whose "METHOD path" contains <paramref name="part"/> are answered like this.</summary>
    public void Answer(string part, HttpStatusCode status, string body = "{}", int times = 1, params (string Name, string Value)[] headers) =>
        Answer(part, times, _ => Response(status, body, headers));

    public void Answer(string part, int times, Func<Seen, HttpResponseMessage> answer) => faults.Add(new(part, times, seen => Task.FromResult(answer(seen))));

    /// <summary>The next such request does what it does, and then its answer is lost.</summary>
    public void BreakAfter(string part, int times = 1) => faults.Add(new(part, times, seen =>
    {
        Known(seen).Dispose();
        throw new HttpRequestException("The response ended prematurely.");
    }));

    /// <summary>The next such request waits until <paramref name="release"/> completes, and is then answered like this or as usual.</summary>
    public void Hold(string part, Task release, int times = 1, Func<HttpResponseMessage>? answer = null) => faults.Add(new(part, times, async seen =>
    {
        await release;
        return answer?.Invoke() ?? Known(seen);
    }));

    public void RevokeTokens() => tokens.Clear();

    public static HttpResponseMessage Response(HttpStatusCode status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

        foreach (var (name, value) in headers)
        {
            Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var seen = await Seen.OfAsync(request, cancellationToken);
        Fault? fault;

        lock (gate)
        {
            Requests.Add(seen);
            fault = faults.Find(fault => fault.Times > 0 && seen.ToString().Contains(fault.Part, StringComparison.Ordinal));
            fault?.Spend();
        }

        var response = fault is null ? Known(seen) : await fault.Answer(seen).WaitAsync(cancellationToken);

        response.Headers.Date ??= Now;

        return response;
    }

    private HttpResponseMessage Known(Seen seen)
    {
        Assert.StartsWith(root + "/", seen.Uri.AbsoluteUri, StringComparison.Ordinal);

        var path = seen.Uri.AbsoluteUri[(root.Length + 1)..];
        var asApp = path.StartsWith("app", StringComparison.Ordinal);

        lock (gate)
        {
            if (seen.Token is not { } token || !(asApp ? TestKey.Accepts(token, Now) : tokens.Contains(token)))
            {
                return Response(HttpStatusCode.Unauthorized, """{"message":"Bad credentials","status":"401"}""");
            }

            if (asApp)
            {
                return App(path);
            }

            return issues.Answer(seen, path, root);
        }
    }

    private HttpResponseMessage App(string path)
    {
        if (path == "app")
        {
            return Response(HttpStatusCode.OK, """{"id":77,"slug":"hotfix","name":"Hotfix","owner":null}""");
        }

        Assert.Matches("^app/installations/[0-9]+/access_tokens$", path);

        // About 520 characters with dots, as they are since 2026.
        var token = string.Create(CultureInfo.InvariantCulture, $"ghs_77_{new string('a', 300)}.{new string('b', 150)}.{++minted:000000}");
        tokens.Add(token);

        return Response(HttpStatusCode.Created, new JsonObject { ["token"] = token, ["expires_at"] = (Now + TokenLife).ToString("o") }.ToJsonString());
    }

    private sealed record Fault(string Part, int Remaining, Func<Seen, Task<HttpResponseMessage>> Answer)
    {
        public int Times { get; private set; } = Remaining;

        public void Spend() => Times--;
    }
}
