using Hotfix.Ports;

namespace Hotfix.Tests.Storage;

public sealed class WriterTests : HeldWriter
{
    [Fact]
    public async Task Shares_syncs_among_those_who_write_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(row => SetAsync($"{row}")));

        Assert.InRange(Store.Writer.Commits, 1, 200);
        Assert.Equal(1000, await CountAsync());
    }

    [Fact]
    public async Task Puts_up_to_512_jobs_in_a_transaction()
    {
        var held = Hold();
        var writes = Enumerable.Range(0, 1000).Select(row => SetAsync($"{row}")).ToArray();

        Release();
        await Task.WhenAll([held, .. writes]);

        Assert.Equal(2, Store.Writer.Commits);
    }

    [Fact]
    public async Task Writes_a_document_and_a_message_asked_for_together_in_one_transaction()
    {
        var held = Hold();
        var both = Task.WhenAll(SetAsync("inbox"), Store.Queue("doorbells").PutAsync("ring", urgent: false, TimeSpan.Zero, Token));

        Release();
        await Task.WhenAll(held, both);

        Assert.Equal(1, Store.Writer.Commits);
        Assert.NotNull(await Store.Queue("doorbells").TakeAsync(TimeSpan.FromMinutes(1), Token));
    }

    [Fact]
    public async Task Writes_in_the_order_asked_for()
    {
        var held = Hold();
        var writes = Enumerable.Range(0, 100).Select(_ => InsertAsync("row")).ToArray();

        Release();
        await held;

        Assert.IsType<BatchOutcome.Written>(await writes[0]);
        Assert.All(await Task.WhenAll(writes[1..]), outcome => Assert.Equal(new BatchOutcome.Conflict("row"), outcome));
    }

    [Fact]
    public async Task Leaves_out_what_was_cancelled_while_it_waited()
    {
        using var cancel = new CancellationTokenSource();
        var held = Hold();
        var cancelled = Store.Documents.WriteAsync("partition", [new DocumentWrite.Set("cancelled", default)], cancel.Token);
        var kept = SetAsync("kept");

        await cancel.CancelAsync();
        Release();
        await Task.WhenAll(held, kept);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(1, await CountAsync());
    }

    private Task<BatchOutcome> InsertAsync(string row) => Store.Documents.WriteAsync("partition", [new DocumentWrite.Insert(row, default)], Token);
}
