using Hotfix.Ports;

namespace Hotfix.Tests.Storage;

public sealed class SqliteQueueTests : QueueContract, IDisposable
{
    private readonly StoreFile file = new();

    public SqliteQueueTests() => Queue = file.Open().Queue("doorbells");

    private protected override IQueue Queue { get; }

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Wakes_at_the_very_moment_the_earliest_message_comes_due()
    {
        var token = TestContext.Current.CancellationToken;
        await Queue.PutAsync("later", urgent: false, TimeSpan.FromMilliseconds(900), token);
        await Queue.PutAsync("sooner", urgent: true, TimeSpan.FromMilliseconds(300), token);
        var wait = Queue.WaitAsync(token);

        await PassAsync(TimeSpan.FromMilliseconds(299));
        Assert.False(wait.IsCompleted);
        await PassAsync(TimeSpan.FromMilliseconds(1));

        await EndsAsync(wait);
        Assert.Equal("sooner", (await Queue.TakeAsync(Minute, token))!.Text);
    }

    [Fact]
    public async Task Wakes_when_a_holder_gives_a_message_back()
    {
        var token = TestContext.Current.CancellationToken;
        await Queue.PutAsync("back", urgent: false, TimeSpan.Zero, token);
        var message = await Queue.TakeAsync(Minute, token);
        var wait = Queue.WaitAsync(token);
        Assert.False(wait.IsCompleted);

        await Queue.HideAsync(message!, TimeSpan.Zero, token);

        await EndsAsync(wait);
    }

    private protected override Task PassAsync(TimeSpan time)
    {
        file.Time.Advance(time);

        return Task.CompletedTask;
    }
}
