using System.Net;
using System.Net.Sockets;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Cli;

/// <summary>Wrong settings stop the start with one sentence, and no secret is repeated.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-serve-");

    private static readonly string Key = SandboxApp.Create().PrivateKeyPem;

    [Theory]
    [InlineData("HOTFIX_APP_ID", "", "HOTFIX_APP_ID is not set: it is the App's id, a number; you find it on the App's settings page.")]
    [InlineData("HOTFIX_APP_ID", "my-app", "HOTFIX_APP_ID is 'my-app': it is the App's id, a number; you find it on the App's settings page.")]
    [InlineData("HOTFIX_PRIVATE_KEY", "", "HOTFIX_PRIVATE_KEY is not set: it is the App's private key: the PEM text, or the path of the file that holds it.")]
    [InlineData("HOTFIX_PRIVATE_KEY", "no/such.pem", "HOTFIX_PRIVATE_KEY names the file 'no/such.pem', which cannot be read: it is the App's private key as PEM text, or the path of a file that holds it.")]
    [InlineData("HOTFIX_PRIVATE_KEY", "c2VjcmV0", "HOTFIX_PRIVATE_KEY is neither a PEM text (it would begin with -----BEGIN) nor the path of a file that holds one.")]
    [InlineData("HOTFIX_WEBHOOK_SECRET", "", "HOTFIX_WEBHOOK_SECRET is not set: it is the webhook secret of the App's settings page.")]
    [InlineData("HOTFIX_WEBHOOK_SECRET", " , ", "HOTFIX_WEBHOOK_SECRET holds no secret: it is one, or two with a comma between while one is replaced.")]
    [InlineData("HOTFIX_GITHUB_URL", "github.com", "HOTFIX_GITHUB_URL is 'github.com': it is the address of GitHub's REST API, like https://api.github.com or https://HOST/api/v3.")]
    [InlineData("HOTFIX_STORE", "postgres:db;Password=p", "HOTFIX_STORE names no store: it is sqlite: and the path of a file, like sqlite:hotfix.db, or azure: and a storage account's connection string or the address of its tables.")]
    [InlineData("HOTFIX_PACING", "fast", "HOTFIX_PACING is 'fast': it is github (keep GitHub's limits) or off.")]
    [InlineData("HOTFIX_PROFILE", "desktop", "HOTFIX_PROFILE is 'desktop': it is one of browser-extension, cli, web-service, appliance (default browser-extension).")]
    [InlineData("HOTFIX_TRIES", "0", "HOTFIX_TRIES is '0': it is a whole number from 1 to 100 (default 8).")]
    [InlineData("HOTFIX_KEEP_BODIES", "3", "HOTFIX_KEEP_BODIES is '3': it is a whole number of days from 7 to 3650 (default 30), or always.")]
    [InlineData("HOTFIX_KEEP_DELIVERIES", "never", "HOTFIX_KEEP_DELIVERIES is 'never': it is a whole number of days from 7 to 3650 (default 90), or always.")]
    [InlineData("HOTFIX_KEEP_JOURNAL", "1.5", "HOTFIX_KEEP_JOURNAL is '1.5': it is a whole number of days from 7 to 3650 (default 365), or always.")]
    [InlineData("HOTFIX_SWEEP", "0", "HOTFIX_SWEEP is '0': it is a whole number of minutes from 1 to 1440 (default 5), or off.")]
    [InlineData("HOTFIX_SWEEP", "never", "HOTFIX_SWEEP is 'never': it is a whole number of minutes from 1 to 1440 (default 5), or off.")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317", "OTEL_EXPORTER_OTLP_ENDPOINT is 'localhost:4317': it is the address of an OpenTelemetry collector, like http://localhost:4317.")]
    [InlineData("HOTFIX_URLS", "nonsense", "HOTFIX_URLS is 'nonsense': it is one or more addresses to listen on, like http://127.0.0.1:8080, with a semicolon between.")]
    public async Task A_wrong_setting_is_named(string name, string value, string sentence)
    {
        var (exitCode, _, error) = await HotfixProcess.RunAsync(Settings(name, value), TestContext.Current.CancellationToken, "serve");

        Assert.Equal((1, sentence), (exitCode, error.Trim()));
    }

    [Fact]
    public async Task A_wrong_protocol_of_the_collector_is_named()
    {
        var settings = Settings("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318");
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/json";

        var (exitCode, _, error) = await HotfixProcess.RunAsync(settings, TestContext.Current.CancellationToken, "serve");

        Assert.Equal((1, "OTEL_EXPORTER_OTLP_PROTOCOL is 'http/json': it is grpc (the default, usually port 4317) or http/protobuf (usually port 4318)."), (exitCode, error.Trim()));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, _, error) = await HotfixProcess.RunAsync(Settings("HOTFIX_URLS", $"http://{taken.LocalEndpoint}"), TestContext.Current.CancellationToken);

        Assert.Equal((1, $"Failed to bind to address http://{taken.LocalEndpoint}: address already in use: set HOTFIX_URLS to another one, or stop the program that has it."), (exitCode, error.Trim()));
    }

    [Fact]
    public async Task An_unknown_verb_is_named()
    {
        var (exitCode, _, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken, "bogus");

        Assert.Equal((1, "Unrecognized command or argument 'bogus'."), (exitCode, error.Trim()));
    }

    [Theory]
    [InlineData("browser-extension", "### P0 critical · hotfix now", "(tag: v1.0.1, release/v1.0.0) Merge pull request #13 from acme/hotfix/v1.0.1/titles-of-other-users-projects")]
    [InlineData("cli", "### P0 critical · hotfix now", "(release/v1.1.0-beta) Merge pull request #13 from acme/hotfix/v1.1.0-beta.1")]
    [InlineData("web-service", "### P0 critical · hotfix now", "(HEAD -> main) Merge pull request #13 from acme/hotfix/titles-of-other-users-projects-")]
    [InlineData("appliance", "### P1 high · immediately", "(release/v1.0.0) Merge pull request #13 from acme/hotfix/v1.0.1-titles-of-other-users-projects")]
    public async Task The_demo_shows_that_all_is_as_it_should_be(string profile, string headline, string merge)
    {
        var (exitCode, output, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken, "demo", "--profile", profile);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("All as it should be.", output, StringComparison.Ordinal);
        Assert.Contains(headline, output, StringComparison.Ordinal);
        Assert.Contains("The timeline of issue #2 (UTC):", output, StringComparison.Ordinal);
        Assert.Matches("(?s)triaged as P0.*said /hotfix start.*pull request #13 opened.*started.*ready to be merged.*merged", output);
        Assert.Contains(merge, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_names_the_profiles_there_are()
    {
        var (exitCode, _, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken, "demo", "--profile", "desktop");

        Assert.Equal((1, "--profile is 'desktop': it is one of browser-extension, cli, web-service, appliance (default browser-extension)."), (exitCode, error.Trim()));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Dictionary<string, string> Settings(string name, string value) => new()
    {
        ["HOTFIX_APP_ID"] = "1",
        ["HOTFIX_PRIVATE_KEY"] = Key,
        ["HOTFIX_WEBHOOK_SECRET"] = "secret",
        ["HOTFIX_STORE"] = $"sqlite:{Path.Combine(folder.FullName, "hotfix.db")}",
        ["HOTFIX_URLS"] = "http://127.0.0.1:0",
        [name] = value,
    };
}
