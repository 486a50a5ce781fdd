using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Storage;

/// <summary>All partitions, in order: by which a store is moved, and gone through.</summary>
public abstract partial class DocumentsContract
{
    private static readonly string[] Partitions = ["b", "A", "a-", "a", "o'brien & sons", "größe", "issue-1-10", "issue-1-2", "語", " "];

    [Fact]
    public async Task Scans_nothing_where_nothing_was_written()
    {
        Assert.Empty(await Documents.ScanAsync(DocumentPlace.Start, Token).ToListAsync(Token));
        Assert.Null(await Documents.NextPartitionAsync("", Token));
    }

    [Fact]
    public async Task Names_each_partition_once_in_the_order_of_their_keys()
    {
        await WriteAllAsync();
        var found = new List<string>();

        for (var next = await Documents.NextPartitionAsync("", Token); next is not null; next = await Documents.NextPartitionAsync(next, Token))
        {
            found.Add(next);
        }

        Assert.Equal(Partitions.Order(StringComparer.Ordinal), found);
        Assert.Equal("issue-1-2", await Documents.NextPartitionAsync("issue-1-10", Token));
        Assert.Equal("issue-1-10", await Documents.NextPartitionAsync("issue-", Token));
    }

    [Fact]
    public async Task Scans_every_document_whole_in_the_order_of_partitions_and_rows()
    {
        await WriteAllAsync();
        var etag = (await Documents.FindAsync("a", "two", Token))!.ETag;

        var found = await Documents.ScanAsync(DocumentPlace.Start, Token).ToListAsync(Token);

        Assert.Equal(Partitions.Order(StringComparer.Ordinal).SelectMany(partition => new[] { $"{partition}/one", $"{partition}/two" }), found.Select(placed => $"{placed.Partition}/{placed.Document.Row}"));
        Assert.All(found, placed => Assert.Equal($"{placed.Partition} {placed.Document.Row}", Text(placed.Document)));
        Assert.Equal(etag, Assert.Single(found, placed => placed.Place == new DocumentPlace("a", "two")).Document.ETag);
    }

    [Theory]
    [InlineData("a", "one", "a/two")]
    [InlineData("a", "two", "a-/one")]
    [InlineData("a", "nowhere", "a/one")]
    [InlineData("o'brien & sons", "one", "o'brien & sons/two")]
    [InlineData("aa", "", "b/one")]
    [InlineData("語", "two", null)]
    public async Task Scans_what_comes_after_a_place(string partition, string row, string? first)
    {
        await WriteAllAsync();
        var all = await Documents.ScanAsync(DocumentPlace.Start, Token).ToListAsync(Token);
        var place = new DocumentPlace(partition, row);

        var found = await Documents.ScanAsync(place, Token).ToListAsync(Token);

        Assert.Equal(first, found.Select(placed => $"{placed.Partition}/{placed.Document.Row}").FirstOrDefault());
        Assert.Equal(all.Where(placed => placed.Place.CompareTo(place) > 0).Select(placed => placed.Place), found.Select(placed => placed.Place));
    }

    [Fact]
    public async Task Scans_more_than_a_page_of_any_engine_holds()
    {
        for (var partition = 0; partition < 6; partition++)
        {
            DocumentWrite[] writes = [.. Enumerable.Range(0, 75).Select(row => new Insert($"{row:D3}", Bytes($"{row}")))];
            await Documents.WriteAsync($"partition-{partition}", writes, Token);
        }

        var found = await Documents.ScanAsync(new("partition-0", "000"), Token).ToListAsync(Token);

        Assert.Equal((6 * 75) - 1, found.Select(placed => placed.Place).Distinct().Count());
        Assert.Equal(found.Count, found.Select(placed => placed.Place).Distinct().Count());
        Assert.Equal(found.Order(Comparer<PlacedDocument>.Create((a, b) => a.Place.CompareTo(b.Place))).Select(placed => placed.Place), found.Select(placed => placed.Place));
    }

    [Fact]
    public async Task A_scan_ends_for_who_has_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        await WriteAllAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Documents.NextPartitionAsync("", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Documents.ScanAsync(DocumentPlace.Start, cancelled).ToListAsync(Token).AsTask());
    }

    private Task<BatchOutcome[]> WriteAllAsync() => Task.WhenAll(Partitions.Select(partition =>
        Documents.WriteAsync(partition, [new Insert("two", Bytes($"{partition} two")), new Insert("one", Bytes($"{partition} one"))], Token)));
}
