using Hotfix.Handlers;
using Hotfix.Ports;
using Hotfix.Storage.Sqlite;

namespace Hotfix.Tests.Handlers;

/// <summary>When a doorbell rings: with the delivery where both are one store, after it where they are two. A doorbell that is answered before its delivery is there would leave it unheard.</summary>
public sealed class InboxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-inbox-");
    private readonly SqliteStore store;

    public InboxTests() => store = SqliteStore.Open(Path.Combine(folder.FullName, "hotfix.db"), TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_doorbell_rings_before_its_delivery_is_stored_only_where_it_follows(bool follows)
    {
        var documents = new HeldDocuments(store.Documents);
        var doorbells = new CountedQueue(store.Queue("doorbells"), follows);
        var receiving = new Inbox(documents, doorbells, new(documents), TimeProvider.System).ReceiveAsync(new("id", "ping", "app", null, false, "{}"u8.ToArray()), Token);

        Assert.Equal(follows ? 1 : 0, doorbells.Puts);

        documents.Release();
        Assert.True(await receiving);
        Assert.Equal(1, doorbells.Puts);
    }

    [Fact]
    public async Task A_delivery_that_comes_again_rings_again()
    {
        var doorbells = new CountedQueue(store.Queue("doorbells"), follows: false);
        var inbox = new Inbox(store.Documents, doorbells, new(store.Documents), TimeProvider.System);
        var delivery = new Delivery("id", "ping", "app", null, false, "{}"u8.ToArray());

        Assert.True(await inbox.ReceiveAsync(delivery, Token));
        Assert.False(await inbox.ReceiveAsync(delivery, Token));

        Assert.Equal(2, doorbells.Puts);
    }

    [Fact]
    public async Task A_retry_of_one_that_waits_rings_for_whoever_put_it_back_may_have_got_no_further()
    {
        var doorbells = new CountedQueue(store.Queue("doorbells"), follows: false);
        var inbox = new Inbox(store.Documents, doorbells, new(store.Documents), TimeProvider.System);
        await inbox.ReceiveAsync(new("id", "ping", "app", null, false, "{}"u8.ToArray()), Token);

        Assert.False(await inbox.RetryAsync("app", "id", urgent: false, Token));

        Assert.Equal(2, doorbells.Puts);
    }

    private sealed class CountedQueue(IQueue next, bool follows) : IQueue
    {
        public int Puts { get; private set; }

        public bool FollowsDocuments => follows;

        public Task PutAsync(string text, bool urgent, TimeSpan delay, CancellationToken cancellationToken)
        {
            Puts++;

            return next.PutAsync(text, urgent, delay, cancellationToken);
        }

        public Task<QueueMessage?> TakeAsync(TimeSpan hidden, CancellationToken cancellationToken) => next.TakeAsync(hidden, cancellationToken);

        public Task<QueueMessage?> HideAsync(QueueMessage message, TimeSpan hidden, CancellationToken cancellationToken) => next.HideAsync(message, hidden, cancellationToken);

        public Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken) => next.DeleteAsync(message, cancellationToken);

        public Task WaitAsync(CancellationToken cancellationToken) => next.WaitAsync(cancellationToken);

        public Task<QueueState> StateAsync(CancellationToken cancellationToken) => next.StateAsync(cancellationToken);
    }
}
