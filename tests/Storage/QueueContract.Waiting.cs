namespace Hotfix.Tests.Storage;

/// <summary>A wait ends when there may be something to take.</summary>
public abstract partial class QueueContract
{
    [Fact]
    public async Task Does_not_wait_when_something_is_due()
    {
        await PutAsync("due");

        await EndsAsync(Queue.WaitAsync(Token));
    }

    [Fact]
    public async Task Waits_until_something_is_put()
    {
        var wait = Queue.WaitAsync(Token);
        Assert.False(wait.IsCompleted);

        await PutAsync("put");

        await EndsAsync(wait);
        Assert.NotNull(await TakeAsync());
    }

    [Fact]
    public async Task Wakes_everybody_who_waits()
    {
        var waits = Enumerable.Range(0, 5).Select(_ => Queue.WaitAsync(Token)).ToArray();

        await PutAsync("put");

        await EndsAsync(Task.WhenAll(waits));
    }

    [Fact]
    public async Task Waits_no_longer_than_a_second()
    {
        await PutAsync("much later", delay: Minute);

        var wait = Queue.WaitAsync(Token);
        Assert.False(wait.IsCompleted);
        await PassAsync(TimeSpan.FromSeconds(1));

        await EndsAsync(wait);
    }

    [Fact]
    public async Task Stops_waiting_when_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var wait = Queue.WaitAsync(cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    /// <summary>A wait that does not end fails its test, not the run.</summary>
    private protected static Task EndsAsync(Task wait) => wait.WaitAsync(TimeSpan.FromSeconds(30), Token);
}
