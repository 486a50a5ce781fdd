using Hotfix.Ports;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Tests.Storage;

/// <summary>Group commit. <see cref="Hold"/> keeps the writer inside a transaction, so that what is asked for meanwhile must gather.</summary>
public sealed class WriterTests : IDisposable
{
    private readonly StoreFile file = new();
    private readonly ManualResetEventSlim release = new();
    private readonly SqliteStore store;
    private Writer? breakable;

    public WriterTests() => store = file.Open();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        release.Set();
        breakable?.Dispose();
        store.Dispose();
        file.Dispose();
        release.Dispose();
    }

    [Fact]
    public async Task Shares_syncs_among_those_who_write_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(row => SetAsync($"{row}")));

        Assert.InRange(store.Writer.Commits, 1, 200);
        Assert.Equal(1000, await CountAsync());
    }

    [Fact]
    public async Task Puts_up_to_512_jobs_in_a_transaction()
    {
        var held = Hold();
        var writes = Enumerable.Range(0, 1000).Select(row => SetAsync($"{row}")).ToArray();

        release.Set();
        await Task.WhenAll([held, .. writes]);

        Assert.Equal(2, store.Writer.Commits);
    }

    [Fact]
    public async Task Writes_a_document_and_a_message_asked_for_together_in_one_transaction()
    {
        var held = Hold();
        var both = Task.WhenAll(SetAsync("inbox"), store.Queue("doorbells").PutAsync("ring", urgent: false, TimeSpan.Zero, Token));

        release.Set();
        await Task.WhenAll(held, both);

        Assert.Equal(1, store.Writer.Commits);
        Assert.NotNull(await store.Queue("doorbells").TakeAsync(TimeSpan.FromMinutes(1), Token));
    }

    [Fact]
    public async Task Writes_in_the_order_asked_for()
    {
        var held = Hold();
        var writes = Enumerable.Range(0, 100).Select(_ => InsertAsync("row")).ToArray();

        release.Set();
        await held;

        Assert.IsType<BatchOutcome.Written>(await writes[0]);
        Assert.All(await Task.WhenAll(writes[1..]), outcome => Assert.Equal(new BatchOutcome.Conflict("row"), outcome));
    }

    [Fact]
    public async Task Takes_back_only_the_job_that_fails()
    {
        var held = Hold();
        var before = SetAsync("before");
        var failing = store.Writer.RunAsync<int>(
            connection =>
            {
                connection.Execute("DELETE FROM documents");

                throw new InvalidOperationException("a mistake of ours");
            },
            Token);
        var refused = store.Writer.RunAsync(connection => connection.ReadInteger("SELECT no_such_column FROM documents"), Token);
        var after = SetAsync("after");

        release.Set();
        await Task.WhenAll(held, before, after);

        Assert.Equal("a mistake of ours", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal(
            "The store cannot be written: no such column: no_such_column (SQLite error 1).",
            (await Assert.ThrowsAsync<StoreUnavailableException>(() => refused)).Message);
        Assert.Equal((2L, 1L), (await CountAsync(), store.Writer.Commits));
    }

    [Fact]
    public async Task Tells_everybody_when_the_commit_fails_and_works_on()
    {
        var writer = breakable = BreakableWriter();
        var held = Hold(writer);
        var neighbour = writer.RunAsync(connection => Insert(connection, "neighbour"), Token);
        var breaking = writer.RunAsync(BreakCommit, Token);

        release.Set();

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
        var ending = store.Writer.RunAsync<int>(
            connection =>
            {
                connection.Execute("ROLLBACK"); // as SQLite does by itself after some errors

                throw new SqliteException(ResultCode.Full, "database or disk is full");
            },
            Token);

        release.Set();

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
        using var other = Opening.Writer(file.Path);
        await store.Writer.RunAsync(connection => connection.ReadInteger("PRAGMA busy_timeout = 1"), Token);
        other.Execute("BEGIN IMMEDIATE");

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => SetAsync("locked"));
        Assert.Equal("The store cannot be written: database is locked (SQLite error 5).", error.Message);

        other.Execute("COMMIT");
        await SetAsync("free");
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Leaves_out_what_was_cancelled_while_it_waited()
    {
        using var cancel = new CancellationTokenSource();
        var held = Hold();
        var cancelled = store.Documents.WriteAsync("partition", [new DocumentWrite.Set("cancelled", default)], cancel.Token);
        var kept = SetAsync("kept");

        await cancel.CancelAsync();
        release.Set();
        await Task.WhenAll(held, kept);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(1, await CountAsync());
    }

    /// <summary>A writer on the same file whose commits check foreign keys, and a table that has one.</summary>
    private Writer BreakableWriter()
    {
        var connection = Opening.Writer(file.Path);
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

    private Task<int> Hold(Writer? writer = null) => (writer ?? store.Writer).RunAsync(
        _ =>
        {
            release.Wait(Token);

            return 0;
        },
        Token);

    private Task<BatchOutcome> SetAsync(string row) => store.Documents.WriteAsync("partition", [new DocumentWrite.Set(row, default)], Token);

    private Task<BatchOutcome> InsertAsync(string row) => store.Documents.WriteAsync("partition", [new DocumentWrite.Insert(row, default)], Token);

    private Task<long> CountAsync() => store.Readers.RunAsync(connection => connection.ReadInteger("SELECT count(*) FROM documents"), Token);
}
