using System.Text;
using Hotfix.Ports;
using Hotfix.Storage.Azure;
using Hotfix.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Tests.Storage;

/// <summary>An account that is busy, breaks off, or does what it was asked without saying so: what became of a document is told as it is.</summary>
public sealed class AzureFaultTests(Azurite azurite) : IAsyncLifetime
{
    private readonly FaultyProxy proxy = new();
    private string account = "";
    private AzureStore store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IDocuments Documents => store.Documents;

    /// <summary>The table is there before anything goes wrong, with two rows.</summary>
    public async ValueTask InitializeAsync()
    {
        account = await azurite.AccountAsync(proxy);
        store = Open(account, TimeSpan.FromSeconds(20));
        await WriteAsync(new Insert("held", Bytes("before")), new Insert("other", Bytes("before")));
    }

    public async ValueTask DisposeAsync()
    {
        store.Dispose();
        await proxy.DisposeAsync();
    }

    [Theory]
    [InlineData(503, "ServerBusy")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(500, "OperationTimedOut")]
    public async Task A_busy_account_is_asked_again(int status, string code)
    {
        proxy.Next(Enumerable.Repeat(FaultyProxy.Busy(status, code), 3));
        await WriteAsync(new Set("row", Bytes("body")));

        proxy.Next(FaultyProxy.Busy(status, code));
        Assert.Equal("body", await TextAsync("row"));

        proxy.Next(FaultyProxy.Busy(status, code));
        Assert.Equal(3, (await Documents.QueryAsync("partition", RowRange.Prefix(""), 10, Token)).Count);
    }

    [Fact]
    public async Task One_that_is_turned_away_and_then_meets_a_conflict_meets_a_conflict()
    {
        proxy.Next(FaultyProxy.Busy());

        Assert.Equal(new BatchOutcome.Conflict("held"), await Documents.WriteAsync("partition", [new Insert("held", Bytes("after"))], Token));
    }

    public static TheoryData<string> Losses => ["before", "after", "500"];

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task An_insert_without_an_answer_is_written_once(string loss)
    {
        proxy.Next(Loss(loss));

        var etags = await WriteAsync(new Insert("row", Bytes("body")));

        Assert.Equal((await Documents.FindAsync("partition", "row", Token))!.ETag, Assert.Single(etags));
        await WriteAsync(new Put("row", Bytes("next"), etags[0]));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_put_without_an_answer_is_written_once(string loss)
    {
        var held = (await Documents.FindAsync("partition", "held", Token))!;
        proxy.Next(Loss(loss));

        var etags = await WriteAsync(new Put("held", Bytes("after"), held.ETag));

        var found = (await Documents.FindAsync("partition", "held", Token))!;
        Assert.Equal(("after", Assert.Single(etags)), (Encoding.UTF8.GetString(found.Body.Span), found.ETag));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_batch_without_an_answer_is_written_once(string loss)
    {
        var held = (await Documents.FindAsync("partition", "held", Token))!;
        proxy.Next(Loss(loss));

        var etags = await WriteAsync(new Delete("other", null), new Insert("row", Bytes("body")), new Put("held", Bytes("after"), held.ETag), new Set("set", Bytes("set")));

        var found = await Documents.QueryAsync("partition", RowRange.Prefix(""), 10, Token);
        Assert.Equal([("held", etags[2]), ("row", etags[1]), ("set", etags[3])], found.Select(document => (document.Row, document.ETag)));
        Assert.Equal("", etags[0]);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_delete_without_an_answer_is_done_once(string loss)
    {
        var held = (await Documents.FindAsync("partition", "held", Token))!;
        proxy.Next(Loss(loss));

        await WriteAsync(new Delete("held", held.ETag), new Delete("other", null));

        Assert.Empty(await Documents.QueryAsync("partition", RowRange.Prefix(""), 10, Token));
    }

    [Fact]
    public async Task Rows_of_a_batch_that_were_written_over_before_it_was_known_to_be_written_are_told_from_ours()
    {
        using var other = Open(account, TimeSpan.FromSeconds(20));
        proxy.Next(async (context, forward) =>
        {
            await forward();
            Assert.IsType<BatchOutcome.Written>(await other.Documents.WriteAsync("partition", [new Set("a", Bytes("theirs"))], Token));
            context.Abort();
        });

        var etags = await WriteAsync(new Insert("a", Bytes("ours")), new Insert("b", Bytes("ours")));

        Assert.Equal(("theirs", "ours"), (await TextAsync("a"), await TextAsync("b")));
        Assert.Equal(new BatchOutcome.Conflict("a"), await Documents.WriteAsync("partition", [new Put("a", Bytes("next"), etags[0])], Token));
        await WriteAsync(new Put("b", Bytes("next"), etags[1]));
    }

    [Fact]
    public async Task What_cannot_be_told_is_not_promised()
    {
        using var other = Open(account, TimeSpan.FromSeconds(20));
        var held = (await Documents.FindAsync("partition", "held", Token))!;
        proxy.Next(async (context, forward) =>
        {
            await forward();
            await other.Documents.WriteAsync("partition", [new Set("held", Bytes("theirs"))], Token);
            context.Abort();
        });

        var wrong = await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync(new Put("held", Bytes("ours"), held.ETag)));

        Assert.Equal("The store failed while it wrote documents of 'partition', and whether they were written cannot be told.", wrong.Message);
    }

    [Fact]
    public async Task An_answer_that_is_too_late_is_not_waited_for()
    {
        using var hasty = Open(account, TimeSpan.FromSeconds(2));
        proxy.Next(FaultyProxy.AnswerLate);

        Assert.IsType<BatchOutcome.Written>(await hasty.Documents.WriteAsync("partition", [new Insert("row", Bytes("body"))], Token));

        Assert.Equal("body", await TextAsync("row"));
    }

    [Fact]
    public async Task An_account_that_is_away_is_unavailable_and_says_how()
    {
        proxy.Next(Enumerable.Repeat(FaultyProxy.Busy(), 5));
        var busy = await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync(new Set("row", Bytes("body"))));

        proxy.Next(Enumerable.Repeat<Fault>(FaultyProxy.Lost, 5));
        var away = await Assert.ThrowsAsync<StoreUnavailableException>(() => Documents.FindAsync("partition", "row", Token));

        Assert.Matches("^The store at 127.0.0.1:[0-9]+ answers 503 ServerBusy when asked to write documents\\.$", busy.Message);
        Assert.Matches("^The connection to the store at 127.0.0.1:[0-9]+ failed when it was asked to read a document: ", away.Message);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_with_a_sentence_that_does_not_repeat_it()
    {
        using var wrong = Open(account.Replace("AccountKey=aG90", "AccountKey=bG90", StringComparison.Ordinal), TimeSpan.FromSeconds(20));

        var documents = await Assert.ThrowsAsync<StoreUnavailableException>(() => wrong.Documents.FindAsync("partition", "row", Token));
        var queue = await Assert.ThrowsAsync<StoreUnavailableException>(() => wrong.Queue("doorbells").PutAsync("text", urgent: false, TimeSpan.Zero, Token));

        Assert.All([documents, queue], refused => Assert.Matches(
            "^The store at 127.0.0.1:[0-9]+ refuses us \\([A-Za-z]+\\): look at the key, the signature or the identity's roles that HOTFIX_STORE goes by, and at this machine's clock\\.$", refused.Message));
    }

    private static AzureStore Open(string account, TimeSpan timeout) =>
        AzureStore.Open(AzureAddress.Parse(account), TimeProvider.System, Random.Shared, NullLogger.Instance, options: new(timeout, 5, TimeSpan.FromMilliseconds(5)));

    private static Fault Loss(string loss) => loss switch
    {
        "before" => FaultyProxy.Lost,
        "after" => FaultyProxy.AnswerLost,
        _ => async (context, forward) =>
        {
            await forward();
            context.Response.StatusCode = 500;
            await context.Response.CompleteAsync();
        }
        ,
    };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<IReadOnlyList<string>> WriteAsync(params DocumentWrite[] writes) =>
        Assert.IsType<BatchOutcome.Written>(await Documents.WriteAsync("partition", writes, Token)).ETags;

    private async Task<string> TextAsync(string row) => Encoding.UTF8.GetString((await Documents.FindAsync("partition", row, Token))!.Body.Span);
}
