using System.Diagnostics;
using Hotfix.Http;
using Hotfix.Sandbox;

namespace Hotfix.Bench.Support;

/// <summary><c>hotfix serve</c> as a process of its own, so that it can be killed.</summary>
internal sealed class HotfixProcess : IAsyncDisposable
{
    private readonly Process process;

    private HotfixProcess(Process process, Uri hook, ProcessLines output) => (this.process, Hook, Output) = (process, hook, output);

    public Uri Hook { get; }

    public int Id => process.Id;

    public ProcessLines Output { get; }

    /// <param name="store">The path of a SQLite file, or what <c>HOTFIX_STORE</c> has.</param>
    public static Task<HotfixProcess> StartAsync(SandboxGitHub github, string store, CancellationToken cancellationToken, params string[] arguments) =>
        StartAsync(github, store, new Dictionary<string, string>(), cancellationToken, arguments);

    public static async Task<HotfixProcess> StartAsync(SandboxGitHub github, string store, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = Command(environment, ["serve", .. arguments]);
        start.Environment["HOTFIX_GITHUB_URL"] = github.Url.ToString();
        start.Environment["HOTFIX_APP_ID"] = $"{github.App.Id}";
        start.Environment["HOTFIX_PRIVATE_KEY"] = github.App.PrivateKeyPem;
        start.Environment["HOTFIX_WEBHOOK_SECRET"] = github.App.WebhookSecret;
        start.Environment["HOTFIX_STORE"] = store.StartsWith("azure:", StringComparison.Ordinal) || store.StartsWith("sqlite:", StringComparison.Ordinal) ? store : $"sqlite:{store}";
        start.Environment["HOTFIX_URLS"] = "http://127.0.0.1:0";
        start.Environment["HOTFIX_PACING"] = "off";
        start.Environment.TryAdd("HOTFIX_LEASE_SECONDS", "2");
        start.Environment.TryAdd("HOTFIX_SWEEP", "off"); // what a test loses it looks for itself

        var process = Process.Start(start)!;
        var output = new ProcessLines(process.StandardOutput);
        var line = await output.FirstAsync(_ => true, cancellationToken) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(cancellationToken));
        var address = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd(';', ',');

        // Nobody reads the errors; a full pipe must not stop the process.
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);

        return new(process, new Uri(address + WebhookEndpoint.Path), output);
    }

    /// <summary>Runs the program to its end: exit code, and what it wrote to either stream.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(environment, "", cancellationToken, arguments);

    /// <summary>The same, with something on standard input.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IReadOnlyDictionary<string, string> environment, string input, CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = Run(environment, arguments);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program, its three streams in our hands.</summary>
    public static Process Run(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = Command(environment, arguments);
        start.RedirectStandardInput = true;

        return Process.Start(start)!;
    }

    /// <summary>SIGTERM, as from an operator; returns what was written to standard output, from first to last.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        await SignalAsync("TERM");
        await process.WaitForExitAsync(CancellationToken.None);

        return await Output.AllAsync();
    }

    /// <summary>SIGSTOP: it stands still where it is, with whatever it holds, until <see cref="WakeAsync"/>.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT: it goes on, and does not know that time has passed.</summary>
    public Task WakeAsync() => SignalAsync("CONT");

    /// <summary>SIGKILL: no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>By way of a shell that has a write beyond the largest file's size fail, as on a disk that is full, instead of ending the program (SIGXFSZ).</summary>
    private static ProcessStartInfo Command(IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("sh", ["-c", "trap '' XFSZ; exec \"$@\"", "sh", "dotnet", Path.Combine(AppContext.BaseDirectory, "hotfix.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
