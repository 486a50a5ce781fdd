using Hotfix.Ports;
using Hotfix.Storage.Azure;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(Hotfix.Tests.Support.Azurite))]

namespace Hotfix.Tests.Support;

/// <summary>
/// Azure's own emulator, one for the whole run: started by the first test that wants it, and ended with the run. Who asks gets an account of its own, with nothing in it.
/// Its clock can be moved; whoever moves it or has messages hidden belongs to the collection <see cref="Clock"/>.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    public const string Clock = "Azurite's clock";

    private readonly Lazy<Task<AzuriteProcess>> running = new(() => AzuriteProcess.StartAsync(Repo.Root));

    /// <summary>The emulator itself.</summary>
    internal Task<AzuriteProcess> Running => running.Value;

    /// <summary>An address as <c>HOTFIX_STORE</c> has it, without <c>azure:</c>, of an account that nobody else uses.</summary>
    /// <param name="proxy">To be asked instead.</param>
    internal async Task<string> AccountAsync(FaultyProxy? proxy = null)
    {
        var account = (await Running).NewAccount();

        return proxy is null ? account : await (await Running).BehindAsync(proxy, account);
    }

    internal async Task<IStore> OpenAsync(TimeProvider? time = null) => StoreOf(await AccountAsync(), time ?? TimeProvider.System);

    internal static IStore StoreOf(string account, TimeProvider time) => AzureStore.Open(AzureAddress.Parse(account), time, Random.Shared, NullLogger.Instance);

    /// <summary>Time passes for the emulator.</summary>
    internal async Task MoveAsync(TimeSpan by) => await (await Running).MoveAsync(by, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (running.IsValueCreated)
        {
            await (await Running).DisposeAsync();
        }
    }
}
