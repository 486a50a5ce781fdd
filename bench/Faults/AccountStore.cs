using Hotfix.Bench.Support;
using Hotfix.Ports;
using Hotfix.Storage.Azure;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Bench.Faults;

/// <summary>An account of Azurite, behind a proxy.</summary>
internal sealed class AccountStore(AzuriteProcess azurite) : FaultStore
{
    private readonly string direct = azurite.NewAccount();
    private string proxied = "";

    public FaultyProxy Proxy { get; } = new();

    public override string Address => $"azure:{proxied}";

    /// <summary>To be called before anything else.</summary>
    public async Task ConnectAsync() => proxied = await azurite.BehindAsync(Proxy, direct);

    public override IStore Open() => AzureStore.Open(AzureAddress.Parse(direct), TimeProvider.System, Random.Shared, NullLogger.Instance);

    protected override ValueTask EndAsync() => Proxy.DisposeAsync();
}
