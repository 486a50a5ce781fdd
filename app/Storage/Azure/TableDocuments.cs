using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>The documents in one table of Azure Table Storage. The table is made by the first write that misses it; a read finds nothing there.</summary>
internal sealed class TableDocuments(TableUrl url, StorageCalls calls) : IDocuments
{
    private const int PageRows = 1000;

    /// <summary>Of a scan: so that the largest documents, as base64, fit into memory easily.</summary>
    private const int ScanRows = 200;

    /// <summary>A row that was written over since: whatever it holds, it is not what the caller wrote.</summary>
    private const string Overwritten = "overwritten";

    public async Task<Document?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        DocumentLimits.CheckKey(partition, "partition");
        DocumentLimits.CheckKey(row, "row");

        var call = new StorageCall(HttpMethod.Get, url.Row(partition, row), "read a document");
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer.Status == HttpStatusCode.NotFound)
        {
            return null;
        }

        using var json = JsonDocument.Parse(Successful(call, answer).Body);

        return Entity.Of(json.RootElement).Document;
    }

    public async Task<IReadOnlyList<Document>> QueryAsync(string partition, RowRange range, int limit, CancellationToken cancellationToken)
    {
        DocumentLimits.CheckKey(partition, "partition");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();

        return RangeFilter.Of(partition, range) is { } filter ? [.. (await PagesAsync(filter, limit, only: null, cancellationToken)).Select(entity => entity.Document)] : [];
    }

    public async Task<string?> NextPartitionAsync(string after, CancellationToken cancellationToken) =>
        (await PagesAsync($"PartitionKey gt {TableUrl.Literal(after)}", 1, "PartitionKey,RowKey", cancellationToken)) is [var first, ..] ? first.Partition : null;

    /// <summary>What is left of the partition first, then what comes after it: Azure answers a question with an "or" in it by reading the whole table.</summary>
    public async IAsyncEnumerable<PlacedDocument> ScanAsync(DocumentPlace after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] filters = after.Partition.Length == 0
            ? [""]
            : [$"PartitionKey eq {TableUrl.Literal(after.Partition)} and RowKey gt {TableUrl.Literal(after.Row)}", $"PartitionKey gt {TableUrl.Literal(after.Partition)}"];

        foreach (var filter in filters)
        {
            await foreach (var page in PagesAsync(filter, () => ScanRows, only: null, cancellationToken))
            {
                foreach (var entity in page)
                {
                    yield return new(entity.Partition, entity.Document);
                }
            }
        }
    }

    public async Task<BatchOutcome> WriteAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        DocumentLimits.CheckBatch(partition, writes);
        cancellationToken.ThrowIfCancellationRequested();

        if (writes.FirstOrDefault(write => !IsPossible(write)) is { } impossible)
        {
            return new BatchOutcome.Conflict(impossible.Row);
        }

        var name = Guid.NewGuid().ToString("N");
        var call = new StorageCall(HttpMethod.Post, url.Batch, "write documents")
        {
            Body = Batch.Body(url, partition, writes, name),
            ContentType = Batch.ContentType,
            Read = answer => BatchAnswer.Read(answer, writes.Count),
        };
        var answer = await calls.SendAsync(call, cancellationToken);

        if (answer is { Code: "TableNotFound" })
        {
            await MakeTableAsync(cancellationToken);
            answer = await calls.SendAsync(call, cancellationToken);
        }

        return answer switch
        {
            { IsSuccess: true } => new BatchOutcome.Written(answer.ETags),
            _ when !IsConflict(answer) => throw StorageCalls.Refused(call, answer),
            { IsInDoubt: true } => new BatchOutcome.Written(await LookAsync(partition, writes, name, cancellationToken)),
            _ => new BatchOutcome.Conflict(writes[Math.Clamp(answer.At, 0, writes.Count - 1)].Row),
        };
    }

    /// <summary>Azure refuses an ETag that is none of its own as a malformed request; to us it is one that nobody has.</summary>
    private static bool IsPossible(DocumentWrite write) => (write switch
    {
        DocumentWrite.Put put => put.ETag,
        DocumentWrite.Delete delete => delete.ETag,
        _ => null,
    }) is null or ['W', '/', '"', .., '"'];

    private static bool IsConflict(StorageAnswer answer) => answer.Status switch
    {
        HttpStatusCode.PreconditionFailed => true,
        HttpStatusCode.NotFound => answer.Code != "TableNotFound",
        HttpStatusCode.Conflict => answer.Code == "EntityAlreadyExists",
        _ => false,
    };

    private static StorageAnswer Successful(StorageCall call, StorageAnswer answer) => answer.IsSuccess ? answer : throw StorageCalls.Refused(call, answer);

    /// <summary>
    /// The batch was sent more than once, and the last time it met a conflict: with somebody else, or with itself. Its name on the rows tells. One of deletes alone leaves no name; there it is told by what is gone.
    /// </summary>
    /// <returns>The ETags, when it was carried out.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be told.</exception>
    private async Task<IReadOnlyList<string>> LookAsync(string partition, IReadOnlyList<DocumentWrite> writes, string name, CancellationToken cancellationToken)
    {
        var ours = await PagesAsync($"PartitionKey eq {TableUrl.Literal(partition)} and W eq {TableUrl.Literal(name)}", writes.Count, "PartitionKey,RowKey,W", cancellationToken);
        var etags = ours.ToDictionary(entity => entity.Document.Row, entity => entity.Document.ETag, StringComparer.Ordinal);

        return etags.Count > 0 || await AreGoneAsync(partition, writes, cancellationToken)
            ? [.. writes.Select(write => write is DocumentWrite.Delete ? "" : etags.GetValueOrDefault(write.Row, Overwritten))]
            : throw new StoreUnavailableException($"The store failed while it wrote documents of '{partition}', and whether they were written cannot be told.");
    }

    private async Task<bool> AreGoneAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            if (write is not DocumentWrite.Delete || await FindAsync(partition, write.Row, cancellationToken) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<List<Entity>> PagesAsync(string filter, int limit, string? only, CancellationToken cancellationToken)
    {
        var found = new List<Entity>();

        await foreach (var page in PagesAsync(filter, () => Math.Min(limit - found.Count, PageRows), only, cancellationToken))
        {
            found.AddRange(page);

            if (found.Count >= limit)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>A page may be short, even empty, and not the last: only a page without a continuation is.</summary>
    private async IAsyncEnumerable<IReadOnlyList<Entity>> PagesAsync(string filter, Func<int> top, string? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (string? Partition, string? Row) from = default;

        do
        {
            var call = new StorageCall(HttpMethod.Get, url.Query(filter, top(), from, only), "read documents");
            var answer = await calls.SendAsync(call, cancellationToken);

            if (answer.Status == HttpStatusCode.NotFound)
            {
                yield break;
            }

            yield return Entities(Successful(call, answer));
            from = (answer.Headers.GetValueOrDefault("x-ms-continuation-NextPartitionKey"), answer.Headers.GetValueOrDefault("x-ms-continuation-NextRowKey"));
        }
        while (from.Partition is not null);
    }

    private static IReadOnlyList<Entity> Entities(StorageAnswer answer)
    {
        using var json = JsonDocument.Parse(answer.Body);

        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(Entity.Of)];
    }

    /// <summary>Two who miss it at once both make it; the later one is told that it is there.</summary>
    private async Task MakeTableAsync(CancellationToken cancellationToken)
    {
        var call = new StorageCall(HttpMethod.Post, url.Tables, $"make the table {url.Table}") { Body = [.. "{\"TableName\":\""u8, .. System.Text.Encoding.ASCII.GetBytes(url.Table), .. "\"}"u8], ContentType = "application/json" };
        var answer = await calls.SendAsync(call, cancellationToken);

        if (!answer.IsSuccess && answer.Code != "TableAlreadyExists")
        {
            throw StorageCalls.Refused(call, answer);
        }
    }
}
