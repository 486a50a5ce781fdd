using Hotfix.Ports;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Storage;

[Collection(Azurite.Clock)]
public sealed class AzureQueueTests(Azurite azurite) : QueueContract, IAsyncLifetime
{
    private readonly ManualTime time = new(DateTimeOffset.UtcNow);
    private IStore store = null!;

    private protected override IQueue Queue => store.Queue("doorbells");

    public async ValueTask InitializeAsync() => store = await azurite.OpenAsync(time);

    public ValueTask DisposeAsync()
    {
        store.Dispose();

        return default;
    }

    /// <summary>Hidden messages go by Azure's clock, waiting by ours.</summary>
    private protected override async Task PassAsync(TimeSpan time)
    {
        await azurite.MoveAsync(time);
        this.time.Advance(time);
    }
}
