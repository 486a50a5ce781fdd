namespace Hotfix.Ports;

/// <summary>
/// The store: small documents in partitions, each partition ordered by row key. What a store promises is in the contract tests
/// (tests/Storage/DocumentsContract), and every engine passes them.
/// <para>Shapes: a partition or row key is 1 to 512 characters without <c>/ \ # ?</c>, control characters and characters above U+FFFE; keys compare by ordinal
/// (so limited, the orders of UTF-16, UTF-8 and code points are one). A body is at most
/// <see cref="DocumentLimits.MaxBodyBytes"/>, a batch at most <see cref="DocumentLimits.MaxBatchWrites"/> writes of distinct rows and
/// <see cref="DocumentLimits.MaxBatchBytes"/>. These are the limits of Azure Table Storage (entity group transactions), held everywhere so that what runs here runs there.</para>
/// <para>Errors: <see cref="ArgumentException"/> for what breaks a limit; <see cref="StoreUnavailableException"/> when the store cannot be reached or written
/// (nothing of the batch is then promised: read before repeating).</para>
/// </summary>
internal interface IDocuments
{
    Task<Document?> FindAsync(string partition, string row, CancellationToken cancellationToken);

    /// <summary>The documents of a range in the order of their rows, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Document>> QueryAsync(string partition, RowRange range, int limit, CancellationToken cancellationToken);

    /// <summary>The first partition, by ordinal, whose key comes after this one (<c>""</c> for the first of all); null when none does. One look, however much is in between.</summary>
    Task<string?> NextPartitionAsync(string after, CancellationToken cancellationToken);

    /// <summary>
    /// Every document after a place, in the order of partitions and of rows in them. A few at a time are in memory. What is written meanwhile may be seen or not; what was there before and is left alone is seen once.
    /// </summary>
    IAsyncEnumerable<PlacedDocument> ScanAsync(DocumentPlace after, CancellationToken cancellationToken);

    /// <summary>All of the batch or nothing of it. When the task completes with <see cref="BatchOutcome.Written"/>, it is on disk.</summary>
    Task<BatchOutcome> WriteAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken);
}

/// <summary>What is stored under a key. The ETag is opaque, changes with every write, and is never given to a row again, not even after a delete.</summary>
internal sealed record Document(string Row, ReadOnlyMemory<byte> Body, string ETag);

/// <summary>Where a document is. Places are in the order of partitions, then rows, by ordinal.</summary>
internal readonly record struct DocumentPlace(string Partition, string Row) : IComparable<DocumentPlace>
{
    /// <summary>Before all documents.</summary>
    public static DocumentPlace Start { get; } = new("", "");

    public int CompareTo(DocumentPlace other) => string.CompareOrdinal(Partition, other.Partition) is not 0 and var partitions ? partitions : string.CompareOrdinal(Row, other.Row);

    public override string ToString() => $"'{Row}' of '{Partition}'";
}

/// <summary>A document and where it is.</summary>
internal sealed record PlacedDocument(string Partition, Document Document)
{
    public DocumentPlace Place => new(Partition, Document.Row);
}

/// <summary>Rows from <paramref name="From"/> (included) to <paramref name="To"/> (excluded), by ordinal.</summary>
internal readonly record struct RowRange(string From, string To)
{
    public static RowRange Prefix(string prefix) => new(prefix, prefix + '\uffff');
}

/// <summary>One write of a batch.</summary>
internal abstract record DocumentWrite(string Row, ReadOnlyMemory<byte> Body)
{
    /// <summary>The row must not exist yet.</summary>
    internal sealed record Insert(string Row, ReadOnlyMemory<byte> Body) : DocumentWrite(Row, Body);

    /// <summary>The row must exist, unchanged since its <paramref name="ETag"/> was read.</summary>
    internal sealed record Put(string Row, ReadOnlyMemory<byte> Body, string ETag) : DocumentWrite(Row, Body);

    /// <summary>The row is written whether it exists or not.</summary>
    internal sealed record Set(string Row, ReadOnlyMemory<byte> Body) : DocumentWrite(Row, Body);

    /// <summary>The row must exist, unchanged since its <paramref name="ETag"/> was read; null for "whatever it holds".</summary>
    internal sealed record Delete(string Row, string? ETag) : DocumentWrite(Row, ReadOnlyMemory<byte>.Empty);
}

/// <summary>What became of a batch.</summary>
internal abstract record BatchOutcome
{
    /// <summary>Everything was written. One ETag a write, in order; empty for a delete.</summary>
    internal sealed record Written(IReadOnlyList<string> ETags) : BatchOutcome;

    /// <summary>Nothing was written, because this row was not as a write expected it.</summary>
    internal sealed record Conflict(string Row) : BatchOutcome;
}

/// <summary>The store cannot be reached or written just now. The message is for the log; it names no secret.</summary>
internal sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
