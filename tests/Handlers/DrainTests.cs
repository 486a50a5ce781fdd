using Hotfix.Handlers;
using Hotfix.Ports;
using Hotfix.Storage.Sqlite;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Handlers;

/// <summary>
/// The promise a doorbell's holder lives by: as long as it holds the key, its own doorbell stays hidden, also in a second round. Else another worker would take it, find the key taken and delete it,
/// and a holder that died then would leave a delivery that nobody rings for.
/// </summary>
public sealed class DrainTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-drain-");
    private readonly ManualTime time = new();
    private readonly SqliteStore store;
    private readonly IQueue doorbells;

    public DrainTests()
    {
        store = SqliteStore.Open(Path.Combine(folder.FullName, "hotfix.db"), time);
        doorbells = store.Queue("doorbells");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_doorbell_stays_hidden_while_its_holder_works_also_in_a_second_round()
    {
        var ringsWhileHeld = false;
        SlowDrain worker = null!;
        worker = new(store, time, async call =>
        {
            if (call == 1)
            {
                // The first round takes its time, and something comes meanwhile; its own doorbell finds the key taken and is deleted.
                time.Advance(TimeSpan.FromSeconds(25));
                await worker.ReceiveAsync("22222222-2222-2222-2222-222222222222", Cancellation);
                await doorbells.DeleteAsync((await doorbells.TakeAsync(TimeSpan.FromMinutes(1), Cancellation))!, Cancellation);
            }
            else
            {
                // Past the time for which the doorbell was hidden when it was taken.
                time.Advance(TimeSpan.FromSeconds(11));
                ringsWhileHeld = await doorbells.TakeAsync(TimeSpan.FromMinutes(1), Cancellation) is not null;
            }
        });
        await worker.ReceiveAsync("11111111-1111-1111-1111-111111111111", Cancellation);

        await worker.AnswerAsync(Cancellation);

        Assert.Equal(2, worker.Calls);
        Assert.False(ringsWhileHeld);
        Assert.Empty(await worker.Inbox.WaitingAsync("app", 10, Cancellation));
        Assert.Equal(0, (await doorbells.StateAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task A_holder_that_is_stopped_rings_at_once_for_whoever_comes_next()
    {
        using var stopping = new CancellationTokenSource();
        var worker = new SlowDrain(store, time, async _ =>
        {
            await stopping.CancelAsync();
            stopping.Token.ThrowIfCancellationRequested();
        });
        await worker.ReceiveAsync("11111111-1111-1111-1111-111111111111", Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker.AnswerAsync(stopping.Token));

        Assert.NotNull(await doorbells.TakeAsync(TimeSpan.FromMinutes(1), Cancellation));
        Assert.Single(await worker.Inbox.WaitingAsync("app", 10, Cancellation));
    }

    [Fact]
    public async Task What_comes_in_before_one_that_is_not_due_is_handled_though_its_doorbell_was_silenced()
    {
        const string Later = "33333333-3333-3333-3333-333333333333";
        SlowDrain worker = null!;
        worker = new(store, time, async call =>
        {
            if (call == 1)
            {
                await worker.ReceiveAsync("22222222-2222-2222-2222-222222222222", Cancellation);
                await doorbells.DeleteAsync((await doorbells.TakeAsync(TimeSpan.FromMinutes(1), Cancellation))!, Cancellation);
            }
        });
        await worker.ReceiveAsync("11111111-1111-1111-1111-111111111111", Cancellation);
        await worker.Inbox.ReceiveAsync(new(Later, "ping", "app", null, false, "{}"u8.ToArray()) { NotBefore = time.GetUtcNow() + TimeSpan.FromDays(1) }, Cancellation);

        await worker.AnswerAsync(Cancellation);

        Assert.Equal(2, worker.Calls);
        Assert.Equal([Later], await worker.Inbox.WaitingAsync("app", 10, Cancellation));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task A_doorbell_that_was_taken_before_rings_again_after_the_lease_it_finds(int takes, bool again)
    {
        var worker = new SlowDrain(store, time, _ => Task.CompletedTask);
        await worker.ReceiveAsync("11111111-1111-1111-1111-111111111111", Cancellation);
        var holder = await Lease.TakeAsync(store.Documents, "app", new("gone", time.GetUtcNow() + WorkOptions.Default.Lease), time.GetUtcNow(), Cancellation);

        for (var taken = 1; taken < takes; taken++)
        {
            await doorbells.HideAsync((await doorbells.TakeAsync(TimeSpan.FromMinutes(1), Cancellation))!, TimeSpan.Zero, Cancellation);
        }

        await worker.AnswerAsync(Cancellation); // the holder does not come back
        Assert.True(holder!.IsHeld);
        Assert.Equal(again ? 1 : 0, (await doorbells.StateAsync(Cancellation)).Count);
        time.Advance(Drain.Hidden(WorkOptions.Default));

        if (again)
        {
            await worker.AnswerAsync(Cancellation);
            Assert.Empty(await worker.Inbox.WaitingAsync("app", 10, Cancellation));
        }
    }
}
