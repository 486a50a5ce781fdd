using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Hotfix.Bench.Support;

/// <summary>
/// Azure's own emulator, in memory, on free ports of this machine; its input ends with us, so it ends even when we are killed.
/// Who asks gets an account of its own, with nothing in it. Its clock can be moved.
/// </summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Key = "aG90Zml4LXRlc3Rz";
    private const int Accounts = 400;

    private readonly Process process;
    private readonly ProcessLines output;
    private readonly Uri tables;
    private readonly Uri queues;
    private int used;
    private int moves;

    private AzuriteProcess(Process process, ProcessLines output, Uri tables, Uri queues) => (this.process, this.output, this.tables, this.queues) = (process, output, tables, queues);

    /// <param name="root">The repository's folder: Azurite is a package of <c>tests/package-lock.json</c>.</param>
    /// <exception cref="FileNotFoundException">It is not installed: one sentence that says how.</exception>
    public static async Task<AzuriteProcess> StartAsync(string root)
    {
        var package = Path.Combine(root, "tests", "node_modules", "azurite", "dist", "src", "azurite.js");

        if (!File.Exists(package))
        {
            throw new FileNotFoundException("The npm package azurite is not there: install it (npm ci --prefix tests).");
        }

        var process = Start(new("node",
        [
            "--require", Path.Combine(root, "bench", "Support", "azurite.cjs"), package,
            "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(account => $"test{account}:{Key}")) },
        });
        var output = new ProcessLines(process.StandardOutput);

        return new(process, output, await AddressAsync(output, "Table"), await AddressAsync(output, "Queue"));
    }

    /// <summary>An address as <c>HOTFIX_STORE</c> has it, without <c>azure:</c>, of an account that nobody else uses.</summary>
    public string NewAccount()
    {
        var number = Interlocked.Increment(ref used);

        return number <= Accounts
            ? $"AccountName=test{number};AccountKey={Key};TableEndpoint={new Uri(tables, $"test{number}")};QueueEndpoint={new Uri(queues, $"test{number}")}"
            : throw new InvalidOperationException($"More than {Accounts} want an account; Azurite is told how many there are when it starts.");
    }

    /// <summary>The same account's address, by way of a proxy.</summary>
    public async Task<string> BehindAsync(FaultyProxy proxy, string account) => account
        .Replace(tables.ToString(), (await proxy.BeforeAsync(tables)).ToString(), StringComparison.Ordinal)
        .Replace(queues.ToString(), (await proxy.BeforeAsync(queues)).ToString(), StringComparison.Ordinal);

    /// <summary>Time passes for the emulator.</summary>
    public async Task MoveAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref moves);
        await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{by.TotalMilliseconds} {number}"));
        await process.StandardInput.FlushAsync(cancellationToken);
        await output.FirstAsync(line => line == $"moved {number}", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new FileNotFoundException("The program 'node' is not on this machine; install it (apt-get install nodejs).");
        }
    }

    private static async Task<Uri> AddressAsync(ProcessLines output, string kind)
    {
        var line = await output.FirstAsync(line => line.StartsWith($"Azurite {kind} service is successfully listening at ", StringComparison.Ordinal), CancellationToken.None);

        return new((line ?? throw new InvalidOperationException("Azurite ended before it listened.")).Split(' ')[^1]);
    }
}
