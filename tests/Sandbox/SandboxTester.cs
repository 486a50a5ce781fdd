using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox;

/// <summary>A sandbox, a clock, and a client that speaks to it as the App does. When it is closed, each exchange was as GitHub describes it.</summary>
internal sealed class SandboxTester : IAsyncDisposable
{
    private static readonly SandboxApp App = SandboxApp.Create();

    private static readonly string[] Refs = ["/git/ref/", "/git/refs/", "/git/matching-refs/", "/git/trees/", "/rules/branches/", "/branches/", "/commits/", "/compare/", "/releases/tags/"];

    private readonly ConcurrentQueue<SandboxExchange> exchanges = new();

    private SandboxTester(SandboxGitHub gitHub, SandboxClock clock, ConcurrentQueue<SandboxExchange> exchanges)
    {
        this.exchanges = exchanges;
        GitHub = gitHub;
        Clock = clock;
        Repository = gitHub.AddRepository("octo-org", "beta");
        Http.BaseAddress = gitHub.Url;
        Http.DefaultRequestHeaders.UserAgent.ParseAdd("Hotfix/0.1");
        Http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    public SandboxGitHub GitHub { get; }

    public SandboxClock Clock { get; }

    public SandboxRepository Repository { get; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Whether the exchanges are held against the description; off for the tests that leave it on purpose.</summary>
    public bool Checked { get; set; } = true;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SandboxTester> StartAsync(Func<SandboxOptions, SandboxOptions>? options = null)
    {
        var clock = new SandboxClock();
        var exchanges = new ConcurrentQueue<SandboxExchange>();
        var plain = new SandboxOptions { App = App, Time = clock, Exchanged = exchanges.Enqueue };
        var tester = new SandboxTester(await SandboxGitHub.StartAsync(options?.Invoke(plain) ?? plain, Cancel), clock, exchanges);
        var answer = await tester.MintAsync(tester.Repository.Installation);
        tester.Use(answer["token"]!.GetValue<string>());
        return tester;
    }

    public void Use(string? credentials) =>
        Http.DefaultRequestHeaders.Authorization = credentials is null ? null : new AuthenticationHeaderValue("Bearer", credentials);

    public async Task<JsonObject> MintAsync(SandboxInstallation installation)
    {
        Use(Jwt());
        var (_, body) = await SendAsync(HttpMethod.Post, $"app/installations/{installation.Id}/access_tokens");
        return body!.AsObject();
    }

    /// <summary>The App's JWT; claims that are given replace the right ones, and null takes one away.</summary>
    public string Jwt(RSA? key = null, params (string Name, JsonNode? Value)[] claims)
    {
        var now = Clock.Now.ToUnixTimeSeconds();
        var body = new JsonObject { ["iat"] = now - 60, ["exp"] = now + 540, ["iss"] = $"{App.Id}" };

        foreach (var (name, value) in claims)
        {
            body.Remove(name);

            if (value is not null)
            {
                body.Add(name, value);
            }
        }

        using var own = RSA.Create();
        own.ImportFromPem(App.PrivateKeyPem);
        var data = $"{Encode("""{"alg":"RS256","typ":"JWT"}"""u8)}.{Encode(Encoding.UTF8.GetBytes(body.ToJsonString()))}";
        return $"{data}.{Encode((key ?? own).SignData(Encoding.UTF8.GetBytes(data), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public async Task<(HttpResponseMessage Response, JsonNode? Body)> SendAsync(HttpMethod method, string path, string? json = null, string? etag = null)
    {
        using var request = new HttpRequestMessage(method, path);

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        var response = await Http.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return (response, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public Task<(HttpResponseMessage Response, JsonNode? Body)> GetAsync(string path, string? etag = null) => SendAsync(HttpMethod.Get, path, etag: etag);

    public Task<(HttpResponseMessage Response, JsonNode? Body)> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<(HttpResponseMessage Response, JsonNode? Body)> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    /// <summary>The status, and what a refusal says.</summary>
    public async Task<(HttpStatusCode Status, string? Message)> TryAsync(HttpMethod method, string path, string? json = null)
    {
        var (response, body) = await SendAsync(method, path, json);

        return (response.StatusCode, body is JsonObject answer ? answer["errors"]?[0]?["message"]?.GetValue<string>() ?? answer["message"]?.ToString() : null);
    }

    /// <summary>A token that may do just this, from now on.</summary>
    public async Task MayAsync(params (string Permission, string Access)[] permissions)
    {
        Repository.Installation.Permissions = permissions.ToDictionary(one => one.Permission, one => one.Access);
        Use((await MintAsync(Repository.Installation))["token"]!.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await GitHub.DisposeAsync();

        if (Checked)
        {
            Assert.Equal("", string.Join('\n', exchanges.SelectMany(Complaints)));
            Assert.Empty(GitHub.UnknownRequests);
        }
    }

    /// <summary>GraphQL, git and the issuer of tokens are no part of the description; and of some refusals it knows the status, but not that GitHub says why.</summary>
    private static IEnumerable<string> Complaints(SandboxExchange exchange) => exchange.Target == "/graphql" || exchange.Target.Contains(".git/", StringComparison.Ordinal) || exchange.Target.StartsWith("/_", StringComparison.Ordinal)
        ? []
        : OpenApi.GitHub.Check(exchange.Method, OnePath(exchange.Target), exchange.RequestBody, exchange.Status, exchange.ResponseBody)
            .Where(complaint => exchange.Status < 400 || !complaint.EndsWith("the answer has a body, and none is described.", StringComparison.Ordinal));

    /// <summary>To the description a ref is one parameter, however many slashes it has.</summary>
    private static string OnePath(string target)
    {
        var at = Array.ConvertAll(Refs, prefix => (Prefix: prefix, Index: target.IndexOf(prefix, StringComparison.Ordinal))).FirstOrDefault(found => found.Index >= 0);

        if (at.Prefix is null || target.Contains("/check-runs", StringComparison.Ordinal))
        {
            return target;
        }

        var parts = target[(at.Index + at.Prefix.Length)..].Split('?', 2);

        return $"{target[..(at.Index + at.Prefix.Length)]}{parts[0].Replace("/", "%2F", StringComparison.Ordinal)}{(parts is [_, var query] ? "?" + query : "")}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
