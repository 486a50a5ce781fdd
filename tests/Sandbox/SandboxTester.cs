using System.Collections.Concurrent;
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

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await GitHub.DisposeAsync();

        if (Checked)
        {
            Assert.Equal("", string.Join('\n', exchanges.SelectMany(exchange =>
                OpenApi.GitHub.Check(exchange.Method, exchange.Target, exchange.RequestBody, exchange.Status, exchange.ResponseBody))));
            Assert.Empty(GitHub.UnknownRequests);
        }
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
