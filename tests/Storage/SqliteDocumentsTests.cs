using Hotfix.Ports;

namespace Hotfix.Tests.Storage;

public sealed class SqliteDocumentsTests : DocumentsContract, IDisposable
{
    private readonly StoreFile file = new();

    public SqliteDocumentsTests() => Documents = file.Open().Documents;

    private protected override IDocuments Documents { get; }

    public void Dispose() => file.Dispose();
}
