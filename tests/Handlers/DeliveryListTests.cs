using System.Text;
using Hotfix.Handlers;
using Hotfix.Ports;
using Hotfix.Tests.Storage;

namespace Hotfix.Tests.Handlers;

/// <summary>What is listed stays true whatever moment a crash chose: index and head are in different partitions, and no batch holds both.</summary>
public sealed class DeliveryListTests : IDisposable
{
    private const string Key = "issue-42-1";

    private readonly StoreFile file = new();
    private readonly IDocuments documents;
    private readonly IQueue bells;
    private readonly DeliveryIndex index;
    private readonly DeliveryList list;
    private readonly Inbox inbox;

    public DeliveryListTests()
    {
        var store = file.Open();
        (documents, bells) = (store.Documents, store.Queue("doorbells"));
        index = new(documents);
        list = new(documents, index, file.Time);
        inbox = new(documents, bells, index, file.Time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_days_of_deliveries_newest_first()
    {
        var ids = new List<string>();

        for (var number = 0; number < 250; number++)
        {
            ids.Insert(0, await ReceiveAsync());
            file.Time.Advance(TimeSpan.FromMinutes(1 + (number % 20)));
        }

        Assert.Equal(ids, await NewestAsync());
    }

    [Fact]
    public async Task Lists_many_of_one_moment_without_missing_one_between_two_pages()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 205).Select(_ => ReceiveAsync()));

        Assert.Equal(ids.Order(StringComparer.Ordinal), await NewestAsync());
    }

    [Fact]
    public async Task Lists_the_last_thirty_days_and_what_failed_however_old()
    {
        var id = await ReceiveAsync();
        await FailAsync(id);
        file.Time.Advance(TimeSpan.FromDays(29.5));
        Assert.Equal([id], await NewestAsync());

        file.Time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await NewestAsync());
        Assert.Equal([id], await FailedAsync());
        Assert.NotNull(await list.FindAsync(id, Token));
    }

    [Fact]
    public async Task A_failure_is_listed_before_its_head_says_so_and_shown_only_after()
    {
        var id = await ReceiveAsync();

        await index.AddFailedAsync(Key, (await HeadAsync(id)).Head, Token);
        Assert.Empty(await FailedAsync());
        await SetAsync(id, DeliveryStatus.Failed);

        Assert.Equal([id], await FailedAsync());
    }

    [Fact]
    public async Task A_row_left_among_the_failed_by_a_crash_goes_once_the_delivery_is_done()
    {
        var id = await ReceiveAsync();
        await FailAsync(id);
        await SetAsync(id, DeliveryStatus.Done);

        Assert.Empty(await FailedAsync());

        Assert.Null(await index.FindFailedAsync((await HeadAsync(id)).Head, Token));
    }

    [Fact]
    public async Task A_failure_that_overtakes_the_end_of_a_retry_stays_listed()
    {
        var id = await ReceiveAsync();
        await FailAsync(id);
        var listed = await index.FindFailedAsync((await HeadAsync(id)).Head, Token);

        await FailAsync(id);
        await index.RemoveFailedAsync(listed!, Token);

        Assert.Equal([id], await FailedAsync());
    }

    [Fact]
    public async Task A_retry_makes_it_wait_with_all_its_tries_and_rings()
    {
        var id = await ReceiveAsync();
        await FailAsync(id);
        await bells.DeleteAsync((await bells.TakeAsync(TimeSpan.FromSeconds(1), Token))!, Token);

        Assert.True(await inbox.RetryAsync(Key, id, urgent: true, Token));
        Assert.False(await inbox.RetryAsync(Key, id, urgent: true, Token));

        Assert.Equal((DeliveryStatus.Waiting, 0), ((await HeadAsync(id)).Head.Status, (await HeadAsync(id)).Head.Tries));
        Assert.Equal([id], await inbox.WaitingAsync(Key, 10, Token));
        Assert.Equal(Key, (await bells.TakeAsync(TimeSpan.FromSeconds(1), Token))!.Text);
        Assert.Empty(await FailedAsync());
    }

    [Fact]
    public async Task A_delivery_that_comes_again_is_listed_once_and_where_it_first_came()
    {
        var id = await ReceiveAsync();
        file.Time.Advance(TimeSpan.FromDays(2));
        var other = await ReceiveAsync();

        await ReceiveAsync(id);

        Assert.Equal([other, id], await NewestAsync());
    }

    [Fact]
    public async Task What_a_receive_that_was_cut_short_left_unlisted_is_listed_when_it_comes_again()
    {
        var id = await ReceiveAsync();
        var row = new DocumentWrite.Delete(DeliveryIndex.Row((await HeadAsync(id)).Head), null);
        Assert.IsType<BatchOutcome.Written>(await documents.WriteAsync("deliveries-20261120", [row], Token));
        Assert.Empty(await NewestAsync());
        file.Time.Advance(TimeSpan.FromMinutes(3));

        await ReceiveAsync(id);

        Assert.Equal([id], await NewestAsync());
    }

    [Fact]
    public async Task A_row_without_a_delivery_is_passed_over()
    {
        await index.AddAsync(Key, new(Guid.NewGuid().ToString(), "issues", null, file.Time.GetUtcNow(), 0, DeliveryStatus.Waiting, 0, default, null, null), Token);

        Assert.Empty(await NewestAsync());
    }

    public void Dispose() => file.Dispose();

    private async Task<string> ReceiveAsync(string? id = null)
    {
        id ??= Guid.NewGuid().ToString();
        await inbox.ReceiveAsync(new(id, "issues", Key, "acme/extension", Urgent: false, Encoding.UTF8.GetBytes("{}")), Token);

        return id;
    }

    /// <summary>As a try that was the last one does it.</summary>
    private async Task FailAsync(string id)
    {
        await index.AddFailedAsync(Key, (await HeadAsync(id)).Head, Token);
        await SetAsync(id, DeliveryStatus.Failed);
    }

    private async Task SetAsync(string id, DeliveryStatus status) =>
        await documents.WriteAsync(Key, [Handling.Head((await HeadAsync(id)).Head with { Status = status, Tries = 8 }), .. Settled((await HeadAsync(id)).Head)], Token);

    private static IEnumerable<DocumentWrite> Settled(DeliveryHead head) => head.Status == DeliveryStatus.Waiting ? [new DocumentWrite.Delete(Rows.WaitingFor(head), null)] : [];

    private Task<(DeliveryHead Head, string ETag)> HeadAsync(string id) => inbox.HeadAsync(Key, id, Token);

    private async Task<List<string>> NewestAsync() => await list.NewestAsync(Token).Select(one => one.Head.Id).ToListAsync(Token);

    private async Task<List<string>> FailedAsync() => await list.FailedAsync(Token).Select(one => one.Head.Id).ToListAsync(Token);
}
