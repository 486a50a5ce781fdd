using Hotfix.Ports;

namespace Hotfix.Tests.Support;

/// <summary>A store on a disk that is full.</summary>
internal sealed class BrokenDocuments : IDocuments
{
    public const string Where = "The disk of the store '/var/lib/hotfix.db' is full.";

    public Task<Document?> FindAsync(string partition, string row, CancellationToken cancellationToken) => throw new StoreUnavailableException(Where);

    public Task<IReadOnlyList<Document>> QueryAsync(string partition, RowRange range, int limit, CancellationToken cancellationToken) => throw new StoreUnavailableException(Where);

    public Task<string?> NextPartitionAsync(string after, CancellationToken cancellationToken) => throw new StoreUnavailableException(Where);

    public IAsyncEnumerable<PlacedDocument> ScanAsync(DocumentPlace after, CancellationToken cancellationToken) => throw new StoreUnavailableException(Where);

    public Task<BatchOutcome> WriteAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) => throw new StoreUnavailableException(Where);
}
