using Hotfix.Ports;
using static Hotfix.Ports.BatchOutcome;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Storage;

/// <summary>When a write of a batch finds its row other than it expects, nothing of the batch is written.</summary>
public abstract partial class DocumentsContract
{
    [Fact]
    public Task Refuses_to_insert_over_a_row() => RefusesAsync(_ => new Insert("held", Bytes("new")), "held");

    [Fact]
    public Task Refuses_to_put_over_a_row_that_changed() => RefusesAsync(stale => new Put("held", Bytes("new"), stale), "held");

    [Fact]
    public Task Refuses_to_put_over_a_row_that_is_not_there() => RefusesAsync(stale => new Put("absent", Bytes("new"), stale), "absent");

    [Fact]
    public Task Refuses_to_put_with_an_ETag_of_nobody() => RefusesAsync(_ => new Put("held", Bytes("new"), "no such etag"), "held");

    [Fact]
    public Task Refuses_to_delete_a_row_that_changed() => RefusesAsync(stale => new Delete("held", stale), "held");

    [Fact]
    public Task Refuses_to_delete_a_row_that_is_not_there() => RefusesAsync(stale => new Delete("absent", stale), "absent");

    [Fact]
    public Task Refuses_to_delete_whatever_a_row_holds_when_it_is_not_there() => RefusesAsync(_ => new Delete("absent", null), "absent");

    [Fact]
    public async Task Refuses_a_put_with_the_ETag_from_before_a_delete_and_an_insert()
    {
        var before = await WriteOneAsync(new Insert("row", Bytes("same")));
        await WriteOneAsync(new Delete("row", before));
        await WriteOneAsync(new Insert("row", Bytes("same")));

        Assert.Equal(new Conflict("row"), await Documents.WriteAsync("partition", [new Put("row", Bytes("new"), before)], Token));
    }

    /// <summary>The write that cannot be stands between three that could, one of each kind.</summary>
    private async Task RefusesAsync(Func<string, DocumentWrite> impossible, string row)
    {
        var stale = await WriteOneAsync(new Insert("held", Bytes("one")));
        await WriteOneAsync(new Put("held", Bytes("two"), stale));
        var put = await WriteOneAsync(new Insert("put", Bytes("before")));
        await WriteOneAsync(new Insert("deleted", Bytes("before")));

        var outcome = await Documents.WriteAsync(
            "partition",
            [new Insert("inserted", Bytes("after")), new Put("put", Bytes("after"), put), impossible(stale), new Delete("deleted", null), new Set("set", Bytes("after"))],
            Token);

        Assert.Equal(new Conflict(row), outcome);
        Assert.Equal(
            ["deleted=before", "held=two", "put=before"],
            (await Documents.QueryAsync("partition", RowRange.Prefix(""), 10, Token)).Select(document => $"{document.Row}={Text(document)}"));
        Assert.Equal(put, (await FindAsync("put")).ETag);
    }
}
