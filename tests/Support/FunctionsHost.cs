using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Support;

/// <summary>
/// What the Azure Functions host does with a custom handler, as its source has it: starts it, asks it every 25 ms whether it is there, passes on what comes to the routes of the <c>function.json</c> files,
/// hands it the queues' messages and the timer, and ends it with SIGKILL. What it runs is the package itself.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(25);

    private readonly Process process;
    private readonly CancellationTokenSource stopping = new();
    private readonly FunctionsDoor door;
    private readonly Task polling;

    private FunctionsHost(Process process, Uri app, FunctionsDoor door, FunctionsQueues queues, FunctionsCalls calls) =>
        (this.process, App, this.door, Queues, Calls, polling) = (process, app, door, queues, calls, queues.PollAsync(stopping.Token));

    /// <summary>Where the world reaches us.</summary>
    public Uri Url => door.Url;

    /// <summary>Where only this machine reaches us.</summary>
    public Uri App { get; }

    public FunctionsQueues Queues { get; }

    /// <summary>Calls functions as the host does.</summary>
    public FunctionsCalls Calls { get; }

    /// <param name="isProxying">As newer hosts do; older ones rebuild the request.</param>
    /// <param name="settings">The application's settings, beside those that every test needs.</param>
    public static async Task<FunctionsHost> StartAsync(SandboxGitHub github, string account, bool isProxying, CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var port = FreePort();
        var process = Process.Start(Command(port, github, account, settings))!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var app = new Uri($"http://127.0.0.1:{port}");
        await ProbeAsync(app, process, cancellationToken);
        var calls = new FunctionsCalls(app);

#pragma warning disable CA2000 // Dispose objects before losing scope: the host disposes its door and its queues
        return new(process, app, await FunctionsDoor.OpenAsync(FunctionsFolder.Routes(), app, isProxying), new FunctionsQueues(Hotfix.Storage.Azure.AzureAddress.Parse(account), calls), calls);
#pragma warning restore CA2000
    }

    /// <summary>Somebody asks it to stop, which the host never does; its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(CancellationToken.None);

        return process.ExitCode;
    }

    /// <summary>The one way in which the host ends us.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await polling;
        await door.DisposeAsync();
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        Calls.Dispose();
        Queues.Dispose();
        stopping.Dispose();
    }

    private static ProcessStartInfo Command(int port, SandboxGitHub github, string account, IEnumerable<(string Name, string Value)> settings)
    {
        var description = JsonNode.Parse(File.ReadAllText(Path.Combine(FunctionsFolder.Path, "host.json")))!["customHandler"]!["description"]!;
        var start = new ProcessStartInfo(Path.Combine(FunctionsFolder.Path, $"{description["defaultExecutablePath"]}"), description["arguments"]!.AsArray().Select(argument => $"{argument}"))
        {
            WorkingDirectory = FunctionsFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        start.Environment["HOTFIX_GITHUB_URL"] = github.Url.ToString();
        start.Environment["HOTFIX_APP_ID"] = $"{github.App.Id}";
        start.Environment["HOTFIX_PRIVATE_KEY"] = github.App.PrivateKeyPem;
        start.Environment["HOTFIX_WEBHOOK_SECRET"] = github.App.WebhookSecret;
        start.Environment["HOTFIX_STORE"] = $"azure:{account}";
        start.Environment["HOTFIX_LEASE_SECONDS"] = "2";
        start.Environment["HOTFIX_PACING"] = "off";

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Until any answer comes: only a refused connection means "not yet".</summary>
    private static async Task ProbeAsync(Uri app, Process process, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(Every);

        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                using var answer = await http.GetAsync(app, cancellationToken);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // Not yet.
            }
        }
    }
}
