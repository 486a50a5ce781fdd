using Hotfix.Ports;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Tests.Storage;

public sealed class SqliteStoreTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly StoreFile file = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Syncs_every_commit_of_a_write_ahead_log()
    {
        var store = file.Open();

        Assert.Equal("wal", await store.Readers.RunAsync(connection => connection.ReadText("PRAGMA journal_mode"), Token));
        Assert.Equal("wal", await store.Writer.RunAsync(connection => connection.ReadText("PRAGMA journal_mode"), Token));
        Assert.Equal(2, await store.Writer.RunAsync(connection => connection.ReadInteger("PRAGMA synchronous"), Token)); // FULL
    }

    [Fact]
    public async Task Keeps_documents_and_messages_when_it_is_closed()
    {
        var store = file.Open();
        await WriteAsync(store, "row");
        await store.Queue("doorbells").PutAsync("ring", urgent: false, TimeSpan.Zero, Token);
        var before = await store.Documents.FindAsync("partition", "row", Token);
        file.Close();

        store = file.Open();

        Assert.Equal(before!.ETag, (await store.Documents.FindAsync("partition", "row", Token))!.ETag);
        Assert.Equal("ring", (await store.Queue("doorbells").TakeAsync(Minute, Token))!.Text);
        Assert.Equal(["hotfix.db", "hotfix.db-shm", "hotfix.db-wal"], Directory.GetFiles(file.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Never_gives_an_ETag_again_after_it_was_closed()
    {
        var store = file.Open();
        var before = await WriteAsync(store, "row");
        await store.Documents.WriteAsync("partition", [new DocumentWrite.Delete("row", null)], Token);
        file.Close();

        var after = await WriteAsync(file.Open(), "row");

        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task Keeps_queues_apart()
    {
        var store = file.Open();
        await store.Queue("one").PutAsync("text", urgent: false, TimeSpan.Zero, Token);

        Assert.Null(await store.Queue("two").TakeAsync(Minute, Token));

        var message = await store.Queue("one").TakeAsync(Minute, Token);
        Assert.False(await store.Queue("two").DeleteAsync(message!, Token));
        Assert.True(await store.Queue("one").DeleteAsync(message!, Token));
    }

    [Fact]
    public async Task Shares_its_file_with_another_process()
    {
        var (here, there) = (file.Open(), file.Open());

        await Task.WhenAll(Enumerable.Range(0, 100).Select(row => WriteAsync(row % 2 == 0 ? here : there, $"{row}")));
        await there.Queue("doorbells").PutAsync("from there", urgent: false, TimeSpan.Zero, Token);

        Assert.Equal(100, (await here.Documents.QueryAsync("partition", RowRange.Prefix(""), 200, Token)).Select(found => found.ETag).Distinct().Count());
        Assert.Equal("from there", (await here.Queue("doorbells").TakeAsync(Minute, Token))!.Text);
        Assert.Null(await there.Queue("doorbells").TakeAsync(Minute, Token));
    }

    [Fact]
    public async Task Opens_a_new_file_from_many_sides_at_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteStore.Open(file.Path, file.Time), Token)));

        await Task.WhenAll(stores.Select((store, row) => WriteAsync(store, $"{row}")));

        Assert.Equal(8, (await stores[0].Documents.QueryAsync("partition", RowRange.Prefix(""), 10, Token)).Count);
        Array.ForEach(stores, store => store.Dispose());
    }

    [Fact]
    public async Task Reads_while_the_writer_is_busy()
    {
        var store = file.Open();
        await WriteAsync(store, "row");
        using var release = new ManualResetEventSlim();
        var busy = store.Writer.RunAsync(
            connection =>
            {
                connection.Execute("DELETE FROM documents");
                release.Wait(Token);

                return 0;
            },
            Token);

        Assert.NotNull(await store.Documents.FindAsync("partition", "row", Token));

        release.Set();
        await busy;
        Assert.Null(await store.Documents.FindAsync("partition", "row", Token));
    }

    [Fact]
    public async Task Writes_nothing_when_an_empty_queue_is_asked()
    {
        var store = file.Open();
        await store.Queue("doorbells").PutAsync("later", urgent: false, Minute, Token);
        var commits = store.Writer.Commits;

        Assert.Null(await store.Queue("doorbells").TakeAsync(Minute, Token));

        Assert.Equal(commits, store.Writer.Commits);
    }

    [Fact]
    public async Task Writes_what_was_asked_for_before_it_closes_and_nothing_after()
    {
        var store = file.Open();
        var writes = Enumerable.Range(0, 1000).Select(row => WriteAsync(store, $"{row}")).ToArray();

        file.Close();
        await Task.WhenAll(writes);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(store, "late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Documents.FindAsync("partition", "row", Token));
        Assert.Equal(1000, (await file.Open().Documents.QueryAsync("partition", RowRange.Prefix(""), 2000, Token)).Count);
    }

    [Fact]
    public async Task Says_when_its_disk_is_full_and_works_on_when_there_is_room()
    {
        var store = file.Open();
        await WriteAsync(store, "before");
        await store.Writer.RunAsync(connection => connection.ReadInteger("PRAGMA max_page_count = 1"), Token); // SQLite takes the size it has
        var body = new byte[100_000];

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => store.Documents.WriteAsync("partition", [new DocumentWrite.Set("large", body)], Token));

        Assert.Equal("The store cannot be written: database or disk is full (SQLite error 13).", error.Message);
        Assert.Null(await store.Documents.FindAsync("partition", "large", Token));

        await store.Writer.RunAsync(connection => connection.ReadInteger("PRAGMA max_page_count = 1000000"), Token);
        Assert.IsType<BatchOutcome.Written>(await store.Documents.WriteAsync("partition", [new DocumentWrite.Set("large", body)], Token));
        Assert.NotNull(await store.Documents.FindAsync("partition", "before", Token));
    }

    private static async Task<string> WriteAsync(SqliteStore store, string row) =>
        Assert.Single(Assert.IsType<BatchOutcome.Written>(
            await store.Documents.WriteAsync("partition", [new DocumentWrite.Insert(row, new byte[] { 1 })], Token)).ETags);
}
