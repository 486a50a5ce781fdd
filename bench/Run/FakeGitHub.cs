using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hotfix.Bench.Run;

/// <summary>
/// As little of GitHub as the triage of an issue needs, answered at once from memory, for either program: its calls are counted, and an issue's first comment says that it is done.
/// Paths are those of GitHub REST, with or without the <c>/api/v3</c> of an enterprise server.
/// </summary>
internal sealed class FakeGitHub : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Tracked> awaited = new();
    private readonly ConcurrentDictionary<string, JsonObject> labels = new();
    private readonly ConcurrentDictionary<string, int> unknown = new();
    private readonly WebApplication server;
    private int calls;
    private int comments;

    private FakeGitHub()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    public Uri Url => new(server.Urls.First());

    public int Calls => Volatile.Read(ref calls);

    /// <summary>What was asked and is not served, and how often.</summary>
    public IReadOnlyDictionary<string, int> Unknown => unknown;

    public static async Task<FakeGitHub> StartAsync(CancellationToken cancellationToken)
    {
        var github = new FakeGitHub();
        await github.server.StartAsync(cancellationToken);

        return github;
    }

    public void Await(IEnumerable<Tracked> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            awaited[delivery.Issue] = delivery;
        }
    }

    /// <summary>Nothing of what one program did is known to the next.</summary>
    public void Forget()
    {
        awaited.Clear();
        labels.Clear();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref calls);
        var path = context.Request.Path.Value!;
        var parts = (path.StartsWith("/api/v3/", StringComparison.Ordinal) ? path[8..] : path[1..]).Split('/');
        var body = await BodyAsync(context.Request);
        var (status, answer) = Answer(context.Request.Method, parts, body);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter.AsStream());
        answer.WriteTo(writer);
    }

    private (int Status, JsonNode Answer) Answer(string method, string[] path, JsonNode? body) => (method, path) switch
    {
        ("POST", ["app", "installations", _, "access_tokens"]) => (201, FakeAnswers.Token()),
        ("GET", ["app"]) => (200, FakeAnswers.App()),
        ("GET", ["repos", _, _, "contents", ".github", "hotfix.yml"]) => (200, FakeAnswers.Config()),
        ("GET", ["repos", _, _, "contents", ..]) => (404, FakeAnswers.NotFound()),
        ("GET", ["repos", var owner, _, "labels", var name]) => labels.TryGetValue($"{owner}/{Uri.UnescapeDataString(name)}", out var label) ? (200, label.DeepClone()) : (404, FakeAnswers.NotFound()),
        ("POST", ["repos", var owner, _, "labels"]) => (201, (labels[$"{owner}/{body!["name"]}"] = FakeAnswers.Label(body)).DeepClone()),
        ("POST", ["repos", var owner, _, "issues", _, "labels"]) => (200, Labelled(owner, body!)),
        ("POST", ["repos", _, _, "issues", var number, "assignees"]) => (201, FakeAnswers.Issue(number, body!["assignees"]!)),
        ("POST", ["repos", var owner, var name, "issues", var number, "comments"]) => (201, Commented($"{owner}/{name}/issues/{number}", body!)),
        _ => (404, Missing($"{method} /{string.Join('/', path)}")),
    };

    private JsonArray Labelled(string owner, JsonNode body) =>
        [.. body["labels"]!.AsArray().Select(name => labels.TryGetValue($"{owner}/{name}", out var label) ? label.DeepClone() : FakeAnswers.Label(new JsonObject { ["name"] = $"{name}" }))];

    private JsonObject Commented(string issue, JsonNode body)
    {
        if (awaited.TryGetValue(issue, out var delivery))
        {
            delivery.Commented();
        }

        return FakeAnswers.Comment(Interlocked.Increment(ref comments), body["body"]!);
    }

    private JsonObject Missing(string what)
    {
        unknown.AddOrUpdate(what, 1, (_, before) => before + 1);

        return FakeAnswers.NotFound();
    }

    private static async Task<JsonNode?> BodyAsync(HttpRequest request) =>
        request.ContentLength is null or 0 ? null : await JsonNode.ParseAsync(request.Body);
}
