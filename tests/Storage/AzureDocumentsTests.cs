using Hotfix.Ports;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Storage;

public sealed class AzureDocumentsTests(Azurite azurite) : DocumentsContract, IAsyncLifetime
{
    private IStore store = null!;

    private protected override IDocuments Documents => store.Documents;

    public async ValueTask InitializeAsync() => store = await azurite.OpenAsync();

    public ValueTask DisposeAsync()
    {
        store.Dispose();

        return default;
    }
}
