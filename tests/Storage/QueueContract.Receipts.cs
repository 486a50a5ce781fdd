using Hotfix.Ports;

namespace Hotfix.Tests.Storage;

/// <summary>A receipt proves that one holds a message; it grows stale when somebody else takes or deletes it, or the holder hides it anew.</summary>
public abstract partial class QueueContract
{
    [Fact]
    public async Task Deletes_a_message_once()
    {
        await PutAsync("done");
        var message = await TakeAsync(Moment);

        Assert.True(await Queue.DeleteAsync(message!, Token));
        Assert.False(await Queue.DeleteAsync(message!, Token));
        Assert.Null(await Queue.HideAsync(message!, Minute, Token));

        await PassAsync(Moment);

        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task Hides_a_message_for_longer_counted_from_now()
    {
        await PutAsync("long");
        var message = await TakeAsync(2 * Moment);

        await PassAsync(Moment);
        var longer = await Queue.HideAsync(message!, 3 * Moment, Token);
        await PassAsync(2 * Moment);
        Assert.Null(await TakeAsync());
        await PassAsync(2 * Moment);

        Assert.Equal("long", (await TakeAsync())!.Text);
        Assert.Equal(("long", 1), (longer!.Text, longer.Takes));
    }

    [Fact]
    public async Task Gives_a_message_back_at_once_when_it_is_hidden_for_no_time()
    {
        await PutAsync("back");
        var message = await TakeAsync();

        Assert.NotNull(await Queue.HideAsync(message!, TimeSpan.Zero, Token));

        Assert.Equal(2, (await TakeAsync())!.Takes);
    }

    [Fact]
    public async Task Lets_a_holder_whose_time_is_up_finish_while_nobody_else_has_the_message()
    {
        await PutAsync("late");
        var message = await TakeAsync(Moment);

        await PassAsync(2 * Moment);

        Assert.True(await Queue.DeleteAsync(message!, Token));
    }

    [Fact]
    public async Task Refuses_the_receipt_from_before_a_hiding()
    {
        await PutAsync("hidden");
        var message = await TakeAsync();
        var longer = await Queue.HideAsync(message!, Minute, Token);

        Assert.NotEqual(message!.Receipt, longer!.Receipt);
        Assert.False(await Queue.DeleteAsync(message, Token));
        Assert.True(await Queue.DeleteAsync(longer, Token));
    }

    [Fact]
    public async Task Refuses_the_receipt_of_who_lost_the_message_to_another()
    {
        await PutAsync("lost");
        var loser = await TakeAsync(Moment);
        await PassAsync(Moment);
        var winner = await TakeAsync();

        Assert.False(await Queue.DeleteAsync(loser!, Token));
        Assert.Null(await Queue.HideAsync(loser!, Minute, Token));
        Assert.True(await Queue.DeleteAsync(winner!, Token));
    }

    [Fact]
    public async Task Refuses_a_receipt_of_nobody() => Assert.False(await Queue.DeleteAsync(new QueueMessage("id", "receipt", "text", 1), Token));
}
