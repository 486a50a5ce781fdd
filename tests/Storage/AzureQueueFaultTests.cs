using Hotfix.Ports;
using Hotfix.Storage.Azure;
using Hotfix.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotfix.Tests.Storage;

/// <summary>Messages are there at least once, and a holder hears the truth about what it holds.</summary>
[Collection(Azurite.Clock)]
public sealed class AzureQueueFaultTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FaultyProxy proxy = new();
    private AzureStore store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IQueue Queue => store.Queue("doorbells");

    public async ValueTask InitializeAsync() => store = AzureStore.Open(
        AzureAddress.Parse(await azurite.AccountAsync(proxy)), TimeProvider.System, Random.Shared, NullLogger.Instance, options: new(TimeSpan.FromSeconds(20), 5, TimeSpan.FromMilliseconds(5)));

    public async ValueTask DisposeAsync()
    {
        store.Dispose();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_put_by_an_account_that_was_busy()
    {
        proxy.Next(Enumerable.Repeat(FaultyProxy.Busy(), 4));

        await PutAsync("text");

        Assert.Equal("text", (await Queue.TakeAsync(Minute, Token))!.Text);
    }

    [Fact]
    public async Task A_message_whose_putting_got_no_answer_is_there_at_least_once()
    {
        await PutAsync("first");
        proxy.Next(FaultyProxy.AnswerLost);

        await PutAsync("text");

        Assert.Equal("first", (await Queue.TakeAsync(Minute, Token))!.Text);
        Assert.Equal("text", (await Queue.TakeAsync(Minute, Token))!.Text);
    }

    [Fact]
    public async Task A_message_whose_deleting_got_no_answer_is_deleted()
    {
        var message = await TakenAsync();
        proxy.Next(FaultyProxy.AnswerLost);

        Assert.True(await Queue.DeleteAsync(message, Token));

        Assert.Equal(0, (await Queue.StateAsync(Token)).Count);
    }

    [Fact]
    public async Task A_message_whose_hiding_got_no_answer_is_no_longer_held()
    {
        var message = await TakenAsync();
        proxy.Next(FaultyProxy.AnswerLost);

        Assert.Null(await Queue.HideAsync(message, Minute, Token));

        Assert.Equal(1, (await Queue.StateAsync(Token)).Count);
    }

    [Fact]
    public async Task A_message_that_was_taken_without_our_hearing_of_it_comes_back()
    {
        await PutAsync("text");
        proxy.Next((_, forward) => forward(), FaultyProxy.AnswerLost); // the urgent queue is asked first

        Assert.Null(await Queue.TakeAsync(Minute, Token));

        await azurite.MoveAsync(Minute);
        await Queue.HideAsync(new("nobody's", "receipt", "text", 1), Minute, Token); // it is asked again at once
        Assert.Equal(2, (await Queue.TakeAsync(Minute, Token))!.Takes);
    }

    [Fact]
    public async Task An_empty_queue_is_asked_once_for_all_who_wake_together()
    {
        await PutAsync("text");
        await Queue.TakeAsync(Minute, Token);
        Assert.Null(await Queue.TakeAsync(Minute, Token));
        var before = proxy.Requests;

        for (var worker = 0; worker < 16; worker++)
        {
            Assert.Null(await Queue.TakeAsync(Minute, Token));
        }

        Assert.InRange(proxy.Requests - before, 0, 2);
    }

    private Task PutAsync(string text) => Queue.PutAsync(text, urgent: false, TimeSpan.Zero, Token);

    private async Task<QueueMessage> TakenAsync()
    {
        await PutAsync("text");

        return (await Queue.TakeAsync(Minute, Token))!;
    }
}
