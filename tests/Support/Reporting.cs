using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hotfix.Handlers;
using Hotfix.Http;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Support;

/// <summary>What the last step of a hotfix workflow does: asks for a token, and tells the app what came of the run.</summary>
internal static class Reporting
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A report of a run in which all went well, with what the test changes of it.</summary>
    public static JsonObject Report(Action<JsonObject>? change = null)
    {
        var report = new JsonObject
        {
            ["version"] = "1.0.1",
            ["result"] = "success",
            ["channel"] = "beta",
            ["dry_run"] = false,
            ["checks"] = new JsonArray(Check("npm audit", "audit"), Check("unit tests", "test"), Check("build", "build")),
            ["artifacts"] = new JsonArray(new JsonObject { ["name"] = "extension-1.0.1.zip", ["sha256"] = new string('a', 64), ["bytes"] = 4052, ["url"] = "https://example.com/extension-1.0.1.zip" }),
        };
        change?.Invoke(report);

        return report;
    }

    public static JsonObject Check(string name, string kind, string conclusion = "success", string? summary = null) =>
        new() { ["name"] = name, ["kind"] = kind, ["conclusion"] = conclusion, ["summary"] = summary, ["seconds"] = 1.5 };

    /// <summary>The status, and what a refusal says, or the delivery's id.</summary>
    public static async Task<(HttpStatusCode Status, string Said)> SendAsync(Uri app, string? token, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app, BuildEndpoint.Path)) { Content = new StringContent(body, Encoding.UTF8, type) };

        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        using var answer = await Http.SendAsync(request, Cancellation);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;

        return (answer.StatusCode, $"{said["delivery"] ?? said["detail"]}");
    }

    public static Task<(HttpStatusCode Status, string Said)> SendAsync(this HotfixTester hotfix, SandboxRun run, JsonObject report) =>
        SendAsync(hotfix.Url, hotfix.GitHub.State.Issuer.Mint(run, HotfixTester.PublicUrl), report.ToJsonString());

    /// <summary>Tells it; returns when what was told is settled.</summary>
    public static async Task<Handled> TellAsync(this HotfixTester hotfix, SandboxRun run, JsonObject report)
    {
        var (status, said) = await hotfix.SendAsync(run, report);
        Assert.Equal((HttpStatusCode.Accepted, true), (status, said.StartsWith($"build-{run.Id}-{run.Attempt}-", StringComparison.Ordinal)));

        return await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == said && handled.Head.Status != DeliveryStatus.Waiting, Cancellation);
    }
}
