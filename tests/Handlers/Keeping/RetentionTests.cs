using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Handlers.Keeping;
using Hotfix.Ports;
using Hotfix.Tests.Storage;
using Hotfix.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Handlers.Keeping;

/// <summary>What is over goes when its time is; what is not, stays. Deliveries come by the inbox, as they do.</summary>
public sealed class RetentionTests : IDisposable
{
    private readonly StoreFile file = new();
    private readonly IQueue doorbells;

    public RetentionTests()
    {
        var store = file.Open();
        (Documents, doorbells) = (store.Documents, store.Queue("doorbells"));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IDocuments Documents { get; }

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_body_goes_after_a_month_and_its_delivery_after_three()
    {
        await ReceiveAsync("aaaa-1", "issue-1-1", new byte[700_000], DeliveryStatus.Done);
        await ReceiveAsync("aaaa-2", "issue-1-1", "{}"u8.ToArray(), DeliveryStatus.Done);

        await PassAsync(TimeSpan.FromDays(29));
        Assert.Equal(3, (await RowsAsync("issue-1-1")).Count(row => row.StartsWith("body-", StringComparison.Ordinal)));

        await PassAsync(TimeSpan.FromDays(3));
        Assert.Equal(["delivery-aaaa-1", "delivery-aaaa-2"], await RowsAsync("issue-1-1"));
        Assert.Equal(file.Time.GetUtcNow(), (await HeadAsync("aaaa-1", "issue-1-1")).StrippedAt);
        Assert.False(await ReceiveAsync("aaaa-2", "issue-1-1", "{}"u8.ToArray(), null)); // it is still known

        await PassAsync(TimeSpan.FromDays(60));
        Assert.Empty(await RowsAsync("issue-1-1"));
        Assert.Equal(["retention"], await PartitionsAsync());
    }

    [Theory]
    [InlineData("Waiting")]
    [InlineData("Failed")]
    public async Task What_is_not_done_stays_with_everything_a_retry_needs(string named)
    {
        var status = Enum.Parse<DeliveryStatus>(named);
        await ReceiveAsync("aaaa-1", "issue-1-1", "{}"u8.ToArray(), status, journal: 2);
        var before = await RowsAsync("issue-1-1");

        await PassAsync(TimeSpan.FromDays(1000));

        Assert.Equal(before, await RowsAsync("issue-1-1"));
        Assert.NotNull(await new DeliveryList(Documents, new(Documents), file.Time).FindAsync("aaaa-1", Token));
    }

    [Fact]
    public async Task The_body_of_one_that_failed_goes_once_it_was_retried()
    {
        await ReceiveAsync("aaaa-1", "issue-1-1", "{}"u8.ToArray(), DeliveryStatus.Failed);
        await PassAsync(TimeSpan.FromDays(32));
        Assert.Equal(1, (await RowsAsync("issue-1-1")).Count(row => row.StartsWith("body-", StringComparison.Ordinal)));

        await PassAsync(TimeSpan.FromDays(8));
        var (head, _) = await new Inbox(Documents, doorbells, new(Documents), file.Time).HeadAsync("issue-1-1", "aaaa-1", Token);
        await Documents.WriteAsync("issue-1-1", [Handling.Head(head with { Status = DeliveryStatus.Done })], Token);
        await PassAsync(TimeSpan.FromDays(2));

        Assert.DoesNotContain(await RowsAsync("issue-1-1"), row => row.StartsWith("body-", StringComparison.Ordinal));
        Assert.Equal(0, (await HeadAsync("aaaa-1", "issue-1-1")).Chunks);
    }

    [Theory]
    [InlineData(nameof(HotfixState.Started), 3)]
    [InlineData(nameof(HotfixState.NextRelease), 3)]
    [InlineData(nameof(HotfixState.Closed), 0)]
    [InlineData(nameof(HotfixState.Released), 3)]
    [InlineData(nameof(HotfixState.Deleted), 0)]
    [InlineData(null, 0)]
    public async Task The_journal_of_what_is_open_stays_and_all_others_go_after_a_year(string? named, int left)
    {
        var state = named is null ? (HotfixState?)null : Enum.Parse<HotfixState>(named);
        await ReceiveAsync("aaaa-1", "issue-1-1", "{}"u8.ToArray(), DeliveryStatus.Done, journal: 3);
        await HotfixAsync("issue-1-1", state);

        await PassAsync(TimeSpan.FromDays(364));
        Assert.Equal(3, await JournalAsync("issue-1-1"));

        await PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(left, await JournalAsync("issue-1-1"));

        await HotfixAsync("issue-1-1", HotfixState.Closed);
        await PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(0, await JournalAsync("issue-1-1"));
    }

    [Fact]
    public async Task Every_kind_of_key_is_gone_through()
    {
        string[] keys = ["app", "installation-7", "repository-1", "issue-1-1", "issue-1-12", "issue-10-1"];

        foreach (var (key, at) in keys.Select((key, at) => (key, at)))
        {
            await ReceiveAsync($"aaaa-{at}", key, "{}"u8.ToArray(), DeliveryStatus.Done, journal: 1);
        }

        await PassAsync(TimeSpan.FromDays(366));

        Assert.Equal(["retention"], await PartitionsAsync());
    }

    [Fact]
    public async Task Nothing_goes_where_everything_is_kept_always()
    {
        await ReceiveAsync("aaaa-1", "issue-1-1", "{}"u8.ToArray(), DeliveryStatus.Done, journal: 1);
        var before = await RowsAsync("issue-1-1");

        await PassAsync(TimeSpan.FromDays(1000), new(null, null, null));

        Assert.Equal(before, await RowsAsync("issue-1-1"));
        Assert.Null(await Documents.FindAsync("retention", "progress", Token)); // and nothing is written either
    }

    [Fact]
    public async Task No_body_outlives_its_delivery()
    {
        await ReceiveAsync("aaaa-1", "issue-1-1", "{}"u8.ToArray(), DeliveryStatus.Done);

        await PassAsync(TimeSpan.FromDays(9), new(null, TimeSpan.FromDays(7), null));

        Assert.Empty(await RowsAsync("issue-1-1"));
    }

    [Fact]
    public async Task A_round_that_was_too_short_is_gone_on_with_by_the_next()
    {
        for (var at = 0; at < 30; at++)
        {
            await ReceiveAsync($"aaaa-{at:D2}", $"issue-1-{at}", "{}"u8.ToArray(), DeliveryStatus.Done, journal: 1);
            file.Time.Advance(TimeSpan.FromHours(2));
        }

        file.Time.Advance(TimeSpan.FromDays(400));
        var slow = new SlowDocuments(Documents, file.Time, TimeSpan.FromSeconds(1));
        var left = new List<int>();

        do
        {
            await RoundAsync(slow);
            left.Add((await PartitionsAsync()).Count(partition => partition.StartsWith("issue-", StringComparison.Ordinal)));
        }
        while (left[^1] > 0 && left.Count < 100);

        Assert.Equal(0, left[^1]);
        Assert.InRange(left.Count, 5, 60);
        Assert.Equal(left.OrderDescending(), left);
    }

    [Fact]
    public async Task Only_one_process_does_it_at_a_time_and_only_once_a_day()
    {
        await ReceiveAsync("aaaa-1", "issue-1-1", "{}"u8.ToArray(), DeliveryStatus.Done);
        file.Time.Advance(TimeSpan.FromDays(100));
        var now = file.Time.GetUtcNow();
        var other = await Lease.TakeAsync(Documents, "retention", new("another", now.AddMinutes(1)), now, Token);

        Assert.False(await RoundAsync(Documents));
        Assert.NotEmpty(await RowsAsync("issue-1-1"));

        await other!.ReleaseAsync([], Token);
        Assert.True(await RoundAsync(Documents));
        Assert.Empty(await RowsAsync("issue-1-1"));

        await ReceiveAsync("aaaa-2", "issue-1-1", "{}"u8.ToArray(), DeliveryStatus.Done, received: now.AddDays(-100));
        Assert.True(await RoundAsync(Documents));
        Assert.NotEmpty(await RowsAsync("issue-1-1"));
    }

    private async Task<bool> ReceiveAsync(string id, string key, byte[] body, DeliveryStatus? status, int journal = 0, DateTimeOffset? received = null)
    {
        var index = new DeliveryIndex(Documents);
        var inbox = new Inbox(Documents, doorbells, index, new ManualTime(received ?? file.Time.GetUtcNow()));
        var isNew = await inbox.ReceiveAsync(new(id, "issues", key, "acme/extension", false, body), Token);

        if (status is { } settled)
        {
            var (head, _) = await inbox.HeadAsync(key, id, Token);
            head = head with { Status = settled };
            DocumentWrite[] writes =
            [
                Handling.Head(head),
                .. Enumerable.Range(0, journal).Select(at => new Set(Rows.Journal(head, 1, at), StateJson.Write(new(1, at, new DropFix(new(new(1, 1, "acme", "extension"), 1)), null, null, null), StateJson.Default.JournalEntry))),
                .. settled == DeliveryStatus.Waiting ? Array.Empty<DocumentWrite>() : [new Delete(Rows.WaitingFor(head), null)],
            ];
            Assert.IsType<BatchOutcome.Written>(await Documents.WriteAsync(key, writes, Token));

            if (settled == DeliveryStatus.Failed)
            {
                await index.AddFailedAsync(key, head, Token);
            }
        }

        return isNew;
    }

    private async Task HotfixAsync(string key, HotfixState? state)
    {
        if (state is { } some)
        {
            var hotfix = new Domain.Hotfix(new(new(1, 1, "acme", "extension"), 1), some, file.Time.GetUtcNow(), null, null, [], [], [], null);
            await Documents.WriteAsync(key, [new Set(Rows.Hotfix, StateJson.Write(hotfix, StateJson.Default.Hotfix))], Token);
        }
    }

    private async Task PassAsync(TimeSpan time, KeepOptions? keep = null)
    {
        file.Time.Advance(time);
        Assert.True(await RoundAsync(Documents, keep));
    }

    private Task<bool> RoundAsync(IDocuments documents, KeepOptions? keep = null)
    {
        var options = WorkOptions.Default with { Keep = keep ?? KeepOptions.Default };
        var index = new DeliveryIndex(documents);

        return new Retention(documents, index, new(documents, index, options), new(documents, options), options, file.Time, NullLogger<Retention>.Instance).DoAsync(Token);
    }

    private async Task<DeliveryHead> HeadAsync(string id, string key) => StateJson.Read((await Documents.FindAsync(key, Rows.Delivery(id), Token))!.Body, StateJson.Default.DeliveryHead);

    private async Task<List<string>> RowsAsync(string key) => [.. (await Documents.QueryAsync(key, RowRange.Prefix(""), 1000, Token)).Select(row => row.Row)];

    private async Task<int> JournalAsync(string key) => (await Documents.QueryAsync(key, Rows.AllJournal, 100, Token)).Count;

    private async Task<List<string>> PartitionsAsync() => await Documents.ScanAsync(DocumentPlace.Start, Token).Select(found => found.Partition).Distinct().ToListAsync(Token);

    /// <summary>Each read takes its time.</summary>
    private sealed class SlowDocuments(IDocuments next, ManualTime time, TimeSpan each) : IDocuments
    {
        public Task<Document?> FindAsync(string partition, string row, CancellationToken cancellationToken)
        {
            time.Advance(each);

            return next.FindAsync(partition, row, cancellationToken);
        }

        public Task<IReadOnlyList<Document>> QueryAsync(string partition, RowRange range, int limit, CancellationToken cancellationToken) => next.QueryAsync(partition, range, limit, cancellationToken);

        public Task<string?> NextPartitionAsync(string after, CancellationToken cancellationToken) => next.NextPartitionAsync(after, cancellationToken);

        public IAsyncEnumerable<PlacedDocument> ScanAsync(DocumentPlace after, CancellationToken cancellationToken) => next.ScanAsync(after, cancellationToken);

        public Task<BatchOutcome> WriteAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) => next.WriteAsync(partition, writes, cancellationToken);
    }
}
