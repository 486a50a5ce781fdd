using Hotfix.Ports;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Tests.Storage;

/// <summary>Whatever fails, who asked hears of it, neighbours are spared where they can be, and the writer goes on.</summary>
public sealed class WriterFaultTests : HeldWriter
{
    private Writer? breakable;

    [Fact]
    public async Task Takes_back_only_the_job_that_fails()
    {
        var held = Hold();
        var before = SetAsync("before");
        var failing = Store.Writer.RunAsync<int>(
            connection =>
            {
                connection.Execute("DELETE FROM documents");

                throw new InvalidOperationException("a mistake of ours");
            },
            Token);
        var refused = Store.Writer.RunAsync(connection => connection.ReadInteger("SELECT no_such_column FROM documents"), Token);
        var after = SetAsync("after");

        Release();
        await Task.WhenAll(held, before, after);

        Assert.Equal("a mistake of ours", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal(
            "The store cannot be written: no such column: no_such_column (SQLite error 1).",
            (await Assert.ThrowsAsync<StoreUnavailableException>(() => refused)).Message);
        Assert.Equal((2L, 1L), (await CountAsync(), Store.Writer.Commits));
    }

    [Fact]
    public async Task Tells_everybody_when_the_commit_fails_and_works_on()
    {
        var writer = breakable = BreakableWriter();
        var held = Hold(writer);
        var neighbour = writer.RunAsync(connection => Insert(connection, "neighbour"), Token);
        var breaking = writer.RunAsync(BreakCommit, Token);

        Release();

        foreach (var task in new[] { held, neighbour, breaking })
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => task);
        }

        Assert.Equal((0L, 0L), (await CountAsync(), writer.Commits));
        await writer.RunAsync(connection => Insert(connection, "neighbour"), Token);
        Assert.Equal((1L, 1L), (await CountAsync(), writer.Commits));
    }

    [Fact]
    public async Task Tells_everybody_when_a_job_ends_the_transaction_and_works_on()
    {
        var held = Hold();
        var before = SetAsync("before");
        var ending = Store.Writer.RunAsync<int>(
            connection =>
            {
                connection.Execute("ROLLBACK"); // as SQLite does by itself after some errors

                throw new SqliteException(ResultCode.Full, "database or disk is full");
            },
            Token);

        Release();

        foreach (var task in new Task[] { held, before, ending })
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => task);
        }

        await SetAsync("after");
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Tells_everybody_when_another_process_keeps_the_file_locked_and_works_on()
    {
        using var other = Opening.Writer(FilePath);
        await Store.Writer.RunAsync(connection => connection.ReadInteger("PRAGMA busy_timeout = 1"), Token);
        other.Execute("BEGIN IMMEDIATE");

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => SetAsync("locked"));
        Assert.Equal("The store cannot be written: database is locked (SQLite error 5).", error.Message);

        other.Execute("COMMIT");
        await SetAsync("free");
        Assert.Equal(1, await CountAsync());
    }

    protected override void Dispose(bool disposing)
    {
        Release();
        breakable?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A writer on the same file whose commits check foreign keys, and a table that has one.</summary>
    private Writer BreakableWriter()
    {
        var connection = Opening.Writer(FilePath);
        connection.Execute("CREATE TABLE breaking (id INTEGER PRIMARY KEY REFERENCES documents (version) DEFERRABLE INITIALLY DEFERRED)");
        connection.Execute("PRAGMA foreign_keys = ON");

        return new Writer(connection);
    }

    private static int BreakCommit(Connection connection)
    {
        connection.Execute("INSERT INTO breaking VALUES (-1)");

        return 0;
    }

    private static int Insert(Connection connection, string row)
    {
        using var insert = connection.Prepare("INSERT INTO documents (partition_key, row_key, body) VALUES ('partition', ?1, '')");
        insert.Bind(1, row).Step();

        return 0;
    }
}
