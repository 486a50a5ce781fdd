using System.Globalization;
using System.Runtime.CompilerServices;
using Hotfix.Ports;

namespace Hotfix.Storage.Sqlite;

/// <summary>The documents in the store's file. An ETag is the number SQLite gave the row when it was written; it gives none twice.</summary>
internal sealed class SqliteDocuments(Writer writer, Readers readers) : IDocuments
{
    /// <summary>How many a scan reads at a time: small enough that the largest documents fit into memory easily.</summary>
    private const int ScanRows = 100;

    public Task<Document?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        DocumentLimits.CheckKey(partition, "partition");
        DocumentLimits.CheckKey(row, "row");

        return readers.RunAsync(connection => Find(connection, partition, row), cancellationToken);
    }

    public Task<IReadOnlyList<Document>> QueryAsync(string partition, RowRange range, int limit, CancellationToken cancellationToken)
    {
        DocumentLimits.CheckKey(partition, "partition");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);

        return readers.RunAsync<IReadOnlyList<Document>>(connection => Query(connection, partition, range, limit), cancellationToken);
    }

    public Task<string?> NextPartitionAsync(string after, CancellationToken cancellationToken) => readers.RunAsync(connection => Next(connection, after), cancellationToken);

    /// <summary>Each page is a read of its own: one that stayed open for long would keep the log from being folded into the file.</summary>
    public async IAsyncEnumerable<PlacedDocument> ScanAsync(DocumentPlace after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<PlacedDocument> page;

        do
        {
            var from = after;
            page = await readers.RunAsync(connection => Scan(connection, from), cancellationToken);

            foreach (var found in page)
            {
                yield return found;
                after = found.Place;
            }
        }
        while (page.Count == ScanRows);
    }

    public Task<BatchOutcome> WriteAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        DocumentLimits.CheckBatch(partition, writes);

        return writer.RunAsync(connection => Write(connection, partition, writes), cancellationToken);
    }

    private static Document? Find(Connection connection, string partition, string row)
    {
        using var found = connection.Prepare("SELECT version, body FROM documents WHERE partition_key = ?1 AND row_key = ?2");
        found.Bind(1, partition).Bind(2, row);

        return found.Step() ? new Document(row, found.Blob(1), ETag(found.Integer(0))) : null;
    }

    private static List<Document> Query(Connection connection, string partition, RowRange range, int limit)
    {
        using var found = connection.Prepare(
            "SELECT version, body, row_key FROM documents WHERE partition_key = ?1 AND row_key >= ?2 AND row_key < ?3 ORDER BY row_key LIMIT ?4");
        found.Bind(1, partition).Bind(2, range.From).Bind(3, range.To).Bind(4, limit);

        var documents = new List<Document>();

        while (found.Step())
        {
            documents.Add(new Document(found.Text(2), found.Blob(1), ETag(found.Integer(0))));
        }

        return documents;
    }

    private static string? Next(Connection connection, string after)
    {
        using var next = connection.Prepare("SELECT partition_key FROM documents WHERE partition_key > ?1 ORDER BY partition_key LIMIT 1");
        next.Bind(1, after);

        return next.Step() ? next.Text(0) : null;
    }

    private static List<PlacedDocument> Scan(Connection connection, DocumentPlace after)
    {
        using var found = connection.Prepare(
            "SELECT version, body, row_key, partition_key FROM documents WHERE (partition_key, row_key) > (?1, ?2) ORDER BY partition_key, row_key LIMIT ?3");
        found.Bind(1, after.Partition).Bind(2, after.Row).Bind(3, ScanRows);

        var documents = new List<PlacedDocument>();

        while (found.Step())
        {
            documents.Add(new(found.Text(3), new(found.Text(2), found.Blob(1), ETag(found.Integer(0)))));
        }

        return documents;
    }

    /// <summary>Looks first and writes after: no row is named twice, so a conflict leaves nothing to take back.</summary>
    private static BatchOutcome Write(Connection connection, string partition, IReadOnlyList<DocumentWrite> writes)
    {
        foreach (var write in writes)
        {
            if (write is not DocumentWrite.Set && !IsAsExpected(Version(connection, partition, write.Row), write))
            {
                return new BatchOutcome.Conflict(write.Row);
            }
        }

        return new BatchOutcome.Written([.. writes.Select(write => Apply(connection, partition, write))]);
    }

    private static bool IsAsExpected(long? version, DocumentWrite write) => write switch
    {
        DocumentWrite.Insert => version is null,
        DocumentWrite.Put put => version is { } current && put.ETag == ETag(current),
        DocumentWrite.Delete { ETag: { } expected } => version is { } current && expected == ETag(current),
        _ => version is not null,
    };

    private static long? Version(Connection connection, string partition, string row)
    {
        using var found = connection.Prepare("SELECT version FROM documents WHERE partition_key = ?1 AND row_key = ?2");
        found.Bind(1, partition).Bind(2, row);

        return found.Step() ? found.Integer(0) : null;
    }

    private static string Apply(Connection connection, string partition, DocumentWrite write)
    {
        if (write is DocumentWrite.Delete)
        {
            using var delete = connection.Prepare("DELETE FROM documents WHERE partition_key = ?1 AND row_key = ?2");
            delete.Bind(1, partition).Bind(2, write.Row).Step();

            return "";
        }

        using var insert = connection.Prepare("INSERT OR REPLACE INTO documents (partition_key, row_key, body) VALUES (?1, ?2, ?3)");
        insert.Bind(1, partition).Bind(2, write.Row).Bind(3, write.Body.Span).Step();

        return ETag(connection.LastKey);
    }

    private static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);
}
