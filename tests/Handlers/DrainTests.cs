using Hotfix.Domain;
using Hotfix.GitHub.Calls;
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
    private readonly Inbox inbox;

    public DrainTests()
    {
        store = SqliteStore.Open(Path.Combine(folder.FullName, "hotfix.db"), time);
        doorbells = store.Queue("doorbells");
        inbox = new(store.Documents, doorbells, new(store.Documents), time);
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
        var app = new SlowApp(async call =>
        {
            if (call == 1)
            {
                // The first round takes its time, and something comes meanwhile; its own doorbell finds the key taken and is deleted.
                time.Advance(TimeSpan.FromSeconds(25));
                await ReceiveAsync("22222222-2222-2222-2222-222222222222");
                await doorbells.DeleteAsync((await doorbells.TakeAsync(TimeSpan.FromMinutes(1), Cancellation))!, Cancellation);
            }
            else
            {
                // Past the time for which the doorbell was hidden when it was taken.
                time.Advance(TimeSpan.FromSeconds(11));
                ringsWhileHeld = await doorbells.TakeAsync(TimeSpan.FromMinutes(1), Cancellation) is not null;
            }
        });
        await ReceiveAsync("11111111-1111-1111-1111-111111111111");

        await DrainWith(app).AnswerAsync((await doorbells.TakeAsync(Drain.Hidden(WorkOptions.Default), Cancellation))!, Cancellation);

        Assert.Equal(2, app.Calls);
        Assert.False(ringsWhileHeld);
        Assert.Empty(await inbox.WaitingAsync("app", 10, Cancellation));
        Assert.Equal(0, (await doorbells.StateAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task A_holder_that_is_stopped_rings_at_once_for_whoever_comes_next()
    {
        using var stopping = new CancellationTokenSource();
        await ReceiveAsync("11111111-1111-1111-1111-111111111111");
        var doorbell = (await doorbells.TakeAsync(Drain.Hidden(WorkOptions.Default), Cancellation))!;
        var drain = DrainWith(new SlowApp(async _ =>
        {
            await stopping.CancelAsync();
            stopping.Token.ThrowIfCancellationRequested();
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drain.AnswerAsync(doorbell, stopping.Token));

        Assert.NotNull(await doorbells.TakeAsync(TimeSpan.FromMinutes(1), Cancellation));
        Assert.Single(await inbox.WaitingAsync("app", 10, Cancellation));
    }

    private Task<bool> ReceiveAsync(string id) => inbox.ReceiveAsync(new(id, "ping", "app", null, false, "{}"u8.ToArray()), Cancellation);

    private Drain DrainWith(SlowApp app)
    {
        var handling = new Handling(store.Documents, inbox, new Hotfix.GitHub.GitHubWebhooks(1), app, new(null!, null!, null!, null!, null!, null!, null!, null!, WorkOptions.Default), null!, new(store.Documents), time);
        var attempt = new Attempt(inbox, new(store.Documents), handling, new CallMeter(), WorkOptions.Default, time, new Random(1), []);

        return new(store.Documents, doorbells, inbox, attempt, WorkOptions.Default, time);
    }

    /// <summary>Asked once a delivery who we are: a place to let time pass while the key is held.</summary>
    private sealed class SlowApp(Func<int, Task> meanwhile) : IApp
    {
        public int Calls { get; private set; }

        public async Task<AppIdentity> IdentityAsync(CancellationToken cancellationToken)
        {
            await meanwhile(++Calls);

            return new(1, "hotfix-test");
        }

        public Task<AppRegistration> RegistrationAsync(CancellationToken cancellationToken) => throw new NotSupportedException("No delivery asks for this.");

        public void Forget(long installation) => throw new NotSupportedException("No delivery of this test asks for this.");
    }
}
