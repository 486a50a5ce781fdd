using System.Globalization;
using Hotfix.Http;
using Hotfix.Sandbox;

namespace Hotfix.Bench.Run;

/// <summary>A program that is measured.</summary>
/// <param name="HookPath">Where it takes deliveries.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Environment">What it is told: where it listens, who the App is, where GitHub is, and the folder in which it may keep something.</param>
/// <param name="Most">Of a subject that paces itself, no more deliveries than these are asked; then nothing is sent at a rate.</param>
/// <param name="Triages">False for the endpoint that does nothing.</param>
internal sealed record Subject(string Name, string HookPath, IReadOnlyList<string> Command, Func<Place, IReadOnlyDictionary<string, string>> Environment, int? Most = null, bool Triages = true)
{
    public const string Ours = "hotfix";
    public const string Rival = "probot";

    /// <param name="program">The published program.</param>
    /// <param name="peers">The folder <c>bench/peers</c>.</param>
    public static IReadOnlyList<Subject> All(string program, string peers) =>
    [
        new(Ours, WebhookEndpoint.Path, [program, "serve"], Hotfix),
        new(Rival, "/api/github/webhooks", ["node", Path.Combine(peers, "probot.mjs")], place => Probot(place, "off")),
        new("probot as shipped", "/api/github/webhooks", ["node", Path.Combine(peers, "probot.mjs")], place => Probot(place, "on"), Most: 5),
        new("empty endpoint", "/", ["dotnet", System.Environment.GetCommandLineArgs()[0], EmptyEndpoint.Verb], place => new Dictionary<string, string> { ["PORT"] = Text(place.Port) }, Triages: false),
    ];

    private static Dictionary<string, string> Hotfix(Place place) => new()
    {
        ["HOTFIX_URLS"] = $"http://127.0.0.1:{place.Port}",
        ["HOTFIX_GITHUB_URL"] = place.GitHub.ToString(),
        ["HOTFIX_APP_ID"] = Text(place.App.Id),
        ["HOTFIX_PRIVATE_KEY"] = place.App.PrivateKeyPem,
        ["HOTFIX_WEBHOOK_SECRET"] = place.App.WebhookSecret,
        ["HOTFIX_STORE"] = $"sqlite:{Path.Combine(place.Folder, "hotfix.db")}",
        ["HOTFIX_PACING"] = "off",
        ["HOTFIX_SWEEP"] = "off",
    };

    private static Dictionary<string, string> Probot(Place place, string throttling) => new()
    {
        ["NODE_ENV"] = "production",
        ["HOST"] = "127.0.0.1",
        ["PORT"] = Text(place.Port),
        ["GHE_HOST"] = place.GitHub.Authority,
        ["GHE_PROTOCOL"] = "http",
        ["APP_ID"] = Text(place.App.Id),
        ["PRIVATE_KEY"] = place.App.PrivateKeyPem,
        ["WEBHOOK_SECRET"] = place.App.WebhookSecret,
        ["THROTTLING"] = throttling,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where a subject runs.</summary>
internal sealed record Place(int Port, Uri GitHub, SandboxApp App, string Folder);
