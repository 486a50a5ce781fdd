using System.Net;
using System.Text;
using System.Text.Json;
using Hotfix.Http;
using Hotfix.Ports;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Scenarios;

/// <summary>The door: what is let in, what is turned away, and with which words.</summary>
public sealed class ReceiveScenarios
{
    private static readonly byte[] Ping = Encoding.UTF8.GetBytes("""{"zen":"Grüße","hook_id":1}""");

    [Theory]
    [InlineData("good", 202, "")]
    [InlineData("signed with the next secret", 202, "")]
    [InlineData("no signature", 401, "X-Hub-Signature-256 is missing or was not made with the App's webhook secret.")]
    [InlineData("wrong signature", 401, "X-Hub-Signature-256 is missing or was not made with the App's webhook secret.")]
    [InlineData("tampered body", 401, "X-Hub-Signature-256 is missing or was not made with the App's webhook secret.")]
    [InlineData("form", 415, "The webhook's content type must be application/json; set it in the App's webhook settings.")]
    [InlineData("no event", 400, "The header X-GitHub-Event is missing.")]
    [InlineData("no delivery", 400, "The header X-GitHub-Delivery is missing, or is not the GUID of a delivery.")]
    [InlineData("strange delivery", 400, "The header X-GitHub-Delivery is missing, or is not the GUID of a delivery.")]
    [InlineData("other event", 204, "")]
    [InlineData("no JSON", 400, "The body is not the JSON of a webhook: at $, line 1.")]
    [InlineData("too large", 413, "A delivery has at most 26214400 bytes.")]
    [InlineData("twenty megabytes", 202, "")]
    public async Task The_door_answers(string how, int status, string sentence)
    {
        await using var hotfix = await HotfixTester.StartAsync();
        using var request = Request(hotfix, how);
        using var http = new HttpClient();

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((status, sentence), ((int)answer.StatusCode, body.Length == 0 ? "" : JsonDocument.Parse(body).RootElement.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Health_is_alive()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        using var http = new HttpClient();

        Assert.Equal("alive\n", await http.GetStringAsync(new Uri(hotfix.Url, "/health"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_delivery_that_was_handled_does_nothing_when_it_comes_again()
    {
        await using var hotfix = await HotfixTester.StartAsync(echo: false);
        var (issue, delivery) = hotfix.Repository.File("The color is wrong", "");
        await hotfix.HearAsync(delivery);

        Assert.Equal(HttpStatusCode.Accepted, await hotfix.GitHub.SendAsync(delivery, TestContext.Current.CancellationToken));
        await hotfix.FileAsync("Another one, which is handled after it");

        Assert.Equal(2, hotfix.Handlings.All.Count);
        Assert.Single(issue.Cards());
    }

    [Fact]
    public async Task A_body_larger_than_a_document_comes_back_whole()
    {
        await using var hotfix = await HotfixTester.StartAsync();

        var (issue, handled) = await hotfix.FileAsync("Hello", $"{new string('ü', 2_000_000)}\n\nThe extension crashes on start.");

        Assert.True(handled.Head.Chunks > 4);
        Assert.Contains("### P0", issue.Card(), StringComparison.Ordinal);
    }

    /// <summary>A busy repository pushes thousands of times: what is of no use is answered, and leaves nothing behind.</summary>
    [Fact]
    public async Task Pushes_pull_requests_and_checks_that_are_of_no_use_are_not_stored()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (_, pushed) = hotfix.Repository.Push("main", "src/a.js", "let it = 'be';");
        var (pull, branch, opened) = hotfix.Repository.OpenPull("change", new Dictionary<string, string?> { ["src/a.js"] = null });
        var check = hotfix.Repository.AddCheck("build", pull.Head.Sha, appId: 15368);

        foreach (var delivery in (SandboxDelivery[])[pushed, branch, pull.Close(), check.Rerequest(), hotfix.Repository.DeleteBranch("change")])
        {
            Assert.Equal(HttpStatusCode.NoContent, await hotfix.GitHub.SendAsync(delivery, TestContext.Current.CancellationToken));
        }

        Assert.Empty(await StoredAsync());
        Assert.Empty(hotfix.Handlings.All);

        await hotfix.HearAsync(opened);
        var (_, config) = hotfix.Repository.Push("main", ".github/hotfix.yml", "extends: cli\n");
        await hotfix.HearAsync(config);
        await hotfix.HearAsync(hotfix.Repository.AddCheck("hotfix/config", pull.Base.Sha).Rerequest());

        Assert.NotEmpty(await StoredAsync());
        Assert.Empty(hotfix.GitHub.UnknownRequests);

        Task<IReadOnlyList<Document>> StoredAsync() =>
            hotfix.Services.GetRequiredService<IDocuments>().QueryAsync($"repository-{hotfix.Repository.Id}", RowRange.Prefix(""), 10, TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Request(HotfixTester hotfix, string how)
    {
        var body = how switch
        {
            "no JSON" => "zen"u8.ToArray(),
            "too large" => new byte[WebhookEndpoint.MaxBodyBytes + 1],
            "twenty megabytes" => Encoding.UTF8.GetBytes($$"""{"zen":"{{new string('x', 20_000_000)}}"}"""),
            _ => Ping,
        };
        var secret = how == "signed with the next secret" ? "the-next-secret" : how == "wrong signature" ? "guess" : hotfix.GitHub.App.WebhookSecret;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hotfix.Url, WebhookEndpoint.Path)) { Content = new ByteArrayContent(how == "tampered body" ? [.. body, 10] : body) };
        request.Headers.ExpectContinue = how == "too large"; // else the answer races with a body that nobody reads
        request.Content.Headers.ContentType = new(how == "form" ? "application/x-www-form-urlencoded" : "application/json");
        Add("X-Hub-Signature-256", how == "no signature" ? null : SandboxHook.Sign(secret, body));
        Add("X-GitHub-Event", how switch { "no event" => null, "other event" => "star", _ => "ping" });
        Add("X-GitHub-Delivery", how switch { "no delivery" => null, "strange delivery" => "../1", _ => Guid.NewGuid().ToString() });

        return request;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }
    }
}
