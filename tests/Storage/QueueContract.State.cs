namespace Hotfix.Tests.Storage;

/// <summary>How full the queue is, and how far behind those who take from it are.</summary>
public abstract partial class QueueContract
{
    [Fact]
    public async Task Is_empty_at_first() => Assert.Equal(new(0, TimeSpan.Zero), await Queue.StateAsync(Token));

    [Fact]
    public async Task Counts_what_waits_what_is_taken_and_what_is_not_yet_due()
    {
        await PutAsync("taken", urgent: true);
        await PutAsync("waits");
        await PutAsync("later", delay: Minute);
        await TakeAsync();

        Assert.Equal(3, (await Queue.StateAsync(Token)).Count);
    }

    [Fact]
    public async Task Says_how_long_the_oldest_has_been_waiting_to_be_taken()
    {
        await PutAsync("first");
        await PassAsync(2 * Moment);
        await PutAsync("second", urgent: true);
        await PassAsync(Moment);

        Assert.InRange((await Queue.StateAsync(Token)).Oldest, 3 * Moment, Minute);
    }

    [Fact]
    public async Task Says_no_age_where_nothing_can_be_taken()
    {
        await PutAsync("taken");
        await PutAsync("later", delay: Minute);
        await PassAsync(Moment);
        await TakeAsync();

        Assert.Equal(new(2, TimeSpan.Zero), await Queue.StateAsync(Token));
    }

    [Fact]
    public async Task Says_how_long_one_that_came_back_has_been_waiting_at_least()
    {
        await PutAsync("back");
        await TakeAsync(Moment);
        await PassAsync(3 * Moment);

        Assert.InRange((await Queue.StateAsync(Token)).Oldest, 2 * Moment, Minute);
    }
}
