using System.Text;
using Hotfix.Ports;
using static Hotfix.Ports.BatchOutcome;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Storage;

/// <summary>What every engine behind <see cref="IDocuments"/> promises. An engine is named by a sealed class that gives it, empty, for each test.</summary>
public abstract partial class DocumentsContract
{
    private protected abstract IDocuments Documents { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_nothing_where_nothing_was_written() => Assert.Null(await Documents.FindAsync("partition", "row", Token));

    [Fact]
    public async Task Finds_what_was_inserted()
    {
        var etag = await WriteOneAsync(new Insert("row", Bytes("body")));

        var found = await FindAsync("row");

        Assert.Equal(("row", "body", etag), (found.Row, Text(found), found.ETag));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(DocumentLimits.MaxBodyBytes)]
    public async Task Gives_back_every_byte_of_a_body(int size)
    {
        var body = Enumerable.Range(0, size).Select(index => (byte)(index * 31)).ToArray();

        await WriteOneAsync(new Insert("row", body));

        Assert.Equal(body, (await FindAsync("row")).Body.ToArray());
    }

    [Fact]
    public async Task Puts_over_what_is_unchanged()
    {
        var first = await WriteOneAsync(new Insert("row", Bytes("one")));
        var second = await WriteOneAsync(new Put("row", Bytes("two"), first));

        var found = await FindAsync("row");

        Assert.Equal(("two", second), (Text(found), found.ETag));
    }

    [Fact]
    public async Task Sets_a_row_whether_it_exists_or_not()
    {
        await WriteOneAsync(new Set("row", Bytes("one")));
        var second = await WriteOneAsync(new Set("row", Bytes("two")));

        var found = await FindAsync("row");

        Assert.Equal(("two", second), (Text(found), found.ETag));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deletes_a_row_that_is_unchanged_or_whatever_it_holds(bool whatever)
    {
        var etag = await WriteOneAsync(new Insert("row", Bytes("body")));

        var deleted = await WriteOneAsync(new Delete("row", whatever ? null : etag));

        Assert.Equal("", deleted);
        Assert.Null(await Documents.FindAsync("partition", "row", Token));
    }

    [Fact]
    public async Task Gives_an_ETag_a_write_in_order()
    {
        await WriteOneAsync(new Insert("old", Bytes("")));

        var written = Assert.IsType<Written>(await Documents.WriteAsync(
            "partition", [new Set("z", Bytes("z")), new Delete("old", null), new Insert("a", Bytes("a"))], Token));

        Assert.Equal([(await FindAsync("z")).ETag, "", (await FindAsync("a")).ETag], written.ETags);
    }

    [Fact]
    public async Task Never_gives_an_ETag_to_a_row_twice()
    {
        var etags = new List<string>();

        for (var round = 0; round < 3; round++)
        {
            etags.Add(await WriteOneAsync(new Insert("row", Bytes("same"))));
            etags.Add(await WriteOneAsync(new Put("row", Bytes("same"), etags[^1])));
            etags.Add(await WriteOneAsync(new Set("row", Bytes("same"))));
            await WriteOneAsync(new Delete("row", etags[^1]));
        }

        Assert.Equal(etags.Count, etags.Distinct().Count());
    }

    [Fact]
    public async Task Keeps_partitions_apart()
    {
        await WriteOneAsync(new Insert("row", Bytes("here")));

        Assert.IsType<Written>(await Documents.WriteAsync("other", [new Insert("row", Bytes("there"))], Token));
        Assert.IsType<Written>(await Documents.WriteAsync("other", [new Delete("row", null)], Token));

        Assert.Equal("here", Text(await FindAsync("row")));
        Assert.Empty(await Documents.QueryAsync("other", RowRange.Prefix(""), 10, Token));
    }

    [Fact]
    public async Task Lets_exactly_one_of_many_writers_change_a_row()
    {
        var etag = await WriteOneAsync(new Insert("row", Bytes("start")));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(
            () => Documents.WriteAsync("partition", [new Put("row", Bytes($"{writer}"), etag)], Token), Token)));

        Assert.Single(outcomes.OfType<Written>());
        Assert.Equal(19, outcomes.OfType<Conflict>().Count());
        Assert.Equal($"{Array.FindIndex(outcomes, outcome => outcome is Written)}", Text(await FindAsync("row")));
    }

    [Fact]
    public async Task Does_nothing_for_who_has_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Documents.WriteAsync("partition", [new Set("row", Bytes(""))], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Documents.FindAsync("partition", "row", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Documents.QueryAsync("partition", RowRange.Prefix(""), 1, cancelled));

        Assert.Null(await Documents.FindAsync("partition", "row", Token));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(Document document) => Encoding.UTF8.GetString(document.Body.Span);

    private async Task<Document> FindAsync(string row) => (await Documents.FindAsync("partition", row, Token))!;

    private async Task<string> WriteOneAsync(DocumentWrite write) =>
        Assert.Single(Assert.IsType<Written>(await Documents.WriteAsync("partition", [write], Token)).ETags);
}
