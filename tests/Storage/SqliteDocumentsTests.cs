using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Storage;

/// <summary>The contract, with SQLite behind it.</summary>
public sealed class SqliteDocumentsTests : DocumentsContract, IDisposable
{
    private readonly StoreFile file = new();

    public SqliteDocumentsTests() => Documents = file.Open().Documents;

    private protected override IDocuments Documents { get; }

    [Fact]
    public async Task Every_write_of_a_batch_has_an_ETag_of_its_own()
    {
        var outcome = await Documents.WriteAsync("partition", [.. Enumerable.Range(0, 100).Select(row => new Set($"{row}", new byte[1]))], TestContext.Current.CancellationToken);

        Assert.Equal(100, Assert.IsType<BatchOutcome.Written>(outcome).ETags.Distinct().Count());
    }

    public void Dispose() => file.Dispose();
}
