using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hotfix.Sandbox;

namespace Hotfix.Bench.Run;

/// <summary>A subject as a process of its own; what it writes goes nowhere. Processor and memory are what the kernel says of it (Linux, <c>/proc</c>).</summary>
internal sealed class SubjectProcess : IAsyncDisposable
{
    private const double TicksPerSecond = 100; // USER_HZ, which is 100 wherever .NET runs

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    private readonly Process process;

    private SubjectProcess(Process process, Uri hook)
    {
        this.process = process;
        Load = new(hook);
    }

    public Load Load { get; }

    /// <summary>From the start of the process to its first acknowledgement, of a ping.</summary>
    public TimeSpan Start { get; private set; }

    /// <summary>MiB of resident memory now.</summary>
    public double Memory => Status("VmRSS:");

    /// <summary>The most there was.</summary>
    public double PeakMemory => Status("VmHWM:");

    /// <summary>Seconds of processor time so far, of all its threads.</summary>
    public double Processor
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);

            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    public static async Task<SubjectProcess> StartAsync(Subject subject, Uri github, SandboxApp app, string folder, Tracked ping, CancellationToken cancellationToken)
    {
        var place = new Place(FreePort(), github, app, folder);
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. subject.Command]) { WorkingDirectory = folder };

        foreach (var (name, value) in subject.Environment(place))
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        var process = new SubjectProcess(Process.Start(start)!, new($"http://127.0.0.1:{place.Port}{subject.HookPath}"));
        await process.AnswersAsync(subject, ping, cancellationToken);
        process.Start = Stopwatch.GetElapsedTime(started);

        return process;
    }

    public async ValueTask DisposeAsync()
    {
        Load.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task AnswersAsync(Subject subject, Tracked ping, CancellationToken cancellationToken)
    {
        while (!await Load.TrySendAsync(ping, cancellationToken))
        {
            if (process.HasExited)
            {
                throw new BenchException($"{subject.Name} ended with exit code {process.ExitCode} before it listened: {string.Join(' ', subject.Command)}");
            }

            await Task.Delay(Soon, cancellationToken);
        }
    }

    private double Status(string name) =>
        double.Parse(File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
