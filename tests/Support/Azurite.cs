using System.Diagnostics;
using System.Globalization;
using Hotfix.Ports;
using Hotfix.Storage.Azure;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(Hotfix.Tests.Support.Azurite))]

namespace Hotfix.Tests.Support;

/// <summary>
/// Azure's own emulator, one for the whole run: started by the first test that wants it, in memory, on free ports of this machine, and ended with the run (its input ends, so it ends even when the run is killed).
/// Who asks gets an account of its own, with nothing in it. Its clock can be moved; whoever moves it or has messages hidden belongs to the collection <see cref="Clock"/>.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    public const string Clock = "Azurite's clock";

    private const string Key = "aG90Zml4LXRlc3Rz";
    private const int Accounts = 400;

    private readonly Lazy<Task<Running>> running = new(StartAsync);
    private int used;
    private int moves;

    /// <summary>An address as <c>HOTFIX_STORE</c> has it, without <c>azure:</c>, of an account that nobody else uses.</summary>
    /// <param name="proxy">To be asked instead.</param>
    internal async Task<string> AccountAsync(FaultyProxy? proxy = null)
    {
        var (_, _, tables, queues) = await running.Value;
        var account = $"test{Interlocked.Increment(ref used)}";

        if (used > Accounts)
        {
            throw new InvalidOperationException($"More than {Accounts} tests want an account; Azurite is told how many there are when it starts.");
        }

        (tables, queues) = proxy is null ? (tables, queues) : (await proxy.BeforeAsync(tables), await proxy.BeforeAsync(queues));

        return $"AccountName={account};AccountKey={Key};TableEndpoint={new Uri(tables, account)};QueueEndpoint={new Uri(queues, account)}";
    }

    internal async Task<IStore> OpenAsync(TimeProvider? time = null) => StoreOf(await AccountAsync(), time ?? TimeProvider.System);

    internal static IStore StoreOf(string account, TimeProvider time) => AzureStore.Open(AzureAddress.Parse(account), time, Random.Shared, NullLogger.Instance);

    /// <summary>Time passes for the emulator.</summary>
    internal async Task MoveAsync(TimeSpan by)
    {
        var (process, output, _, _) = await running.Value;
        var number = Interlocked.Increment(ref moves);
        await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{by.TotalMilliseconds} {number}"));
        await process.StandardInput.FlushAsync();
        await output.FirstAsync(line => line == $"moved {number}", TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (running.IsValueCreated)
        {
            using var process = (await running.Value).Process;
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<Running> StartAsync()
    {
        var start = new ProcessStartInfo("node",
        [
            "--require", Repo.File("tests", "Support", "azurite.cjs"), Path.Combine(NodeModules.Package("azurite"), "dist", "src", "azurite.js"),
            "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(account => $"test{account}:{Key}"));

        var process = Tool.Start(start);
        var output = new ProcessLines(process.StandardOutput);

        return new(process, output, await AddressAsync(output, "Table"), await AddressAsync(output, "Queue"));
    }

    private static async Task<Uri> AddressAsync(ProcessLines output, string kind)
    {
        var line = await output.FirstAsync(line => line.StartsWith($"Azurite {kind} service is successfully listening at ", StringComparison.Ordinal), CancellationToken.None);

        return new((line ?? throw new InvalidOperationException("Azurite ended before it listened.")).Split(' ')[^1]);
    }

    private sealed record Running(Process Process, ProcessLines Output, Uri Tables, Uri Queues);
}
