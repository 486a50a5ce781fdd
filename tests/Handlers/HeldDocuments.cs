using Hotfix.Ports;

namespace Hotfix.Tests.Handlers;

/// <summary>A store that lies idle until it is released, and then writes what it was asked to.</summary>
internal sealed class HeldDocuments(IDocuments next) : IDocuments
{
    private readonly TaskCompletionSource held = new();
    private readonly TaskCompletionSource asked = new();

    /// <summary>Completes when it is first asked to write.</summary>
    public Task Asked => asked.Task;

    public void Release() => held.SetResult();

    public Task<Document?> FindAsync(string partition, string row, CancellationToken cancellationToken) => next.FindAsync(partition, row, cancellationToken);

    public Task<string?> NextPartitionAsync(string after, CancellationToken cancellationToken) => next.NextPartitionAsync(after, cancellationToken);

    public IAsyncEnumerable<PlacedDocument> ScanAsync(DocumentPlace after, CancellationToken cancellationToken) => next.ScanAsync(after, cancellationToken);

    public Task<IReadOnlyList<Document>> QueryAsync(string partition, RowRange range, int limit, CancellationToken cancellationToken) => next.QueryAsync(partition, range, limit, cancellationToken);

    public async Task<BatchOutcome> WriteAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        asked.TrySetResult();
        await held.Task;

        return await next.WriteAsync(partition, writes, cancellationToken);
    }
}
