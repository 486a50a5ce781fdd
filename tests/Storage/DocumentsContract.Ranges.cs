using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Storage;

/// <summary>Rows come in ordinal order, whatever the order of writing.</summary>
public abstract partial class DocumentsContract
{
    public static TheoryData<string, string, int, string> Ranges => new()
    {
        { "a", "c", 10, "a b" },
        { "b", "c", 10, "b" },
        { "aa", "d", 10, "b c" },
        { "", "z", 10, "a b c" },
        { "", "z", 2, "a b" },
        { "c", "a", 10, "" },
        { "b", "b", 10, "" },
        { "d", "z", 10, "" },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public async Task Gives_the_rows_from_the_first_to_before_the_last_up_to_the_limit(string from, string to, int limit, string expected)
    {
        await WriteRowsAsync("b", "c", "a");

        var rows = (await Documents.QueryAsync("partition", new RowRange(from, to), limit, Token)).Select(document => document.Row);

        Assert.Equal(expected, string.Join(' ', rows));
    }

    [Fact]
    public async Task Gives_the_rows_whole()
    {
        var etag = await WriteOneAsync(new Insert("row", Bytes("body")));

        var found = Assert.Single(await Documents.QueryAsync("partition", RowRange.Prefix("row"), 1, Token));

        Assert.Equal(("row", "body", etag), (found.Row, Text(found), found.ETag));
    }

    [Fact]
    public async Task Gives_the_rows_with_a_prefix()
    {
        await WriteRowsAsync("d", "d-", "d-1", "d-\ufffe", "d.", "e");

        var rows = (await Documents.QueryAsync("partition", RowRange.Prefix("d-"), 10, Token)).Select(document => document.Row);

        Assert.Equal(["d-", "d-1", "d-\ufffe"], rows);
    }

    [Fact]
    public async Task Orders_rows_by_ordinal()
    {
        string[] rows = ["A", "B", "a", "é", "ß", "10", "9", "09", " ", "~", "z", "Z", "語", "\ue000", "ﬀ", "_", "-", "a-", "aa"];
        await WriteRowsAsync(rows);

        var found = (await Documents.QueryAsync("partition", RowRange.Prefix(""), 100, Token)).Select(document => document.Row);

        Assert.Equal(rows.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task Gives_more_rows_than_a_page_of_any_engine_holds()
    {
        var rows = Enumerable.Range(0, 1050).Select(index => $"{index:D5}").ToArray();

        foreach (var batch in rows.Chunk(DocumentLimits.MaxBatchWrites))
        {
            await WriteRowsAsync(batch);
        }

        var found = (await Documents.QueryAsync("partition", RowRange.Prefix(""), 1040, Token)).Select(document => document.Row);

        Assert.Equal(rows.Take(1040), found);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public Task Refuses_a_limit_below_one(int limit) =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Documents.QueryAsync("partition", RowRange.Prefix(""), limit, Token));

    private async Task WriteRowsAsync(params string[] rows) =>
        Assert.IsType<BatchOutcome.Written>(await Documents.WriteAsync("partition", [.. rows.Select(row => new Insert(row, Bytes("")))], Token));
}
