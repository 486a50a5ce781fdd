using Hotfix.Ports;

namespace Hotfix.Tests.Storage;

/// <summary>
/// What every engine behind <see cref="IQueue"/> promises. An engine is named by a sealed class that gives it, empty, for each test, and says how time
/// passes for it: by hand, or by waiting.
/// </summary>
public abstract partial class QueueContract
{
    private protected static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);
    private protected static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private protected abstract IQueue Queue { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected abstract Task PassAsync(TimeSpan time);

    [Fact]
    public async Task Gives_nothing_when_there_is_nothing() => Assert.Null(await TakeAsync());

    [Fact]
    public async Task Gives_what_was_put()
    {
        await PutAsync("issue 7");

        var message = await TakeAsync();

        Assert.Equal(("issue 7", 1), (message!.Text, message.Takes));
    }

    [Theory]
    [InlineData("o'brien & <tag> \"%\" \\ / # ?")]
    [InlineData("größe 語 😀")]
    [InlineData("two\nlines")]
    public async Task Gives_back_every_character(string text)
    {
        await PutAsync(text);

        Assert.Equal(text, (await TakeAsync())!.Text);
    }

    [Fact]
    public async Task Gives_the_urgent_first_and_then_the_oldest()
    {
        await PutAsync("first");
        await PutAsync("urgent", urgent: true);
        await PutAsync("second");
        await PutAsync("urgent too", urgent: true);

        Assert.Equal(["urgent", "urgent too", "first", "second"], await TakeAllAsync());
    }

    [Fact]
    public async Task Gives_what_came_due_first_before_what_was_put_first()
    {
        await PutAsync("later", delay: 2 * Moment);
        await PutAsync("sooner", delay: Moment);

        await PassAsync(3 * Moment);

        Assert.Equal(["sooner", "later"], await TakeAllAsync());
    }

    [Fact]
    public async Task Gives_nothing_before_its_delay_has_passed()
    {
        await PutAsync("delayed", urgent: true, delay: Moment);
        await PutAsync("now");

        Assert.Equal(["now"], await TakeAllAsync());

        await PassAsync(Moment);

        Assert.Equal("delayed", (await TakeAsync())!.Text);
    }

    [Fact]
    public async Task Gives_a_message_again_when_its_time_is_up_and_counts_the_takes()
    {
        await PutAsync("again");

        var first = await TakeAsync(Moment);
        Assert.Null(await TakeAsync());
        await PassAsync(Moment);
        var second = await TakeAsync(Moment);

        Assert.Equal((first!.Id, "again", 2), (second!.Id, second.Text, second.Takes));
        Assert.NotEqual(first.Receipt, second.Receipt);
    }

    [Fact]
    public async Task Never_gives_a_message_to_two_who_take_at_once()
    {
        var texts = Enumerable.Range(0, 50).Select(number => $"{number}").ToArray();
        await Task.WhenAll(texts.Select(text => PutAsync(text)));

        var taken = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(() => TakeAsync(), Token)));

        Assert.Equal(texts.Order(), taken.Where(message => message is not null).Select(message => message!.Text).Order());
    }

    [Theory]
    [InlineData(0, "A message has 1 to 512 characters; this one has 0.")]
    [InlineData(513, "A message has 1 to 512 characters; this one has 513.")]
    public async Task Refuses_a_text_that_is_empty_or_too_long(int length, string sentence) =>
        await RefusesAsync(sentence, () => PutAsync(new string('x', length)));

    [Fact]
    public async Task Takes_the_longest_text()
    {
        var text = new string('語', QueueLimits.MaxTextCharacters);

        await PutAsync(text);

        Assert.Equal(text, (await TakeAsync())!.Text);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(7 * 24 * 60 * 60 + 1)]
    public async Task Refuses_times_that_not_every_engine_takes(int seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        var sentence = $"A message is delayed or hidden for 0 to 7 days; not for {time}.";
        await PutAsync("held");
        var held = await TakeAsync(Minute);

        await RefusesAsync(sentence, () => PutAsync("text", delay: time));
        await RefusesAsync(sentence, () => TakeAsync(time));
        await RefusesAsync(sentence, () => Queue.HideAsync(held!, time, Token));
    }

    [Fact]
    public async Task Refuses_to_give_a_message_for_no_time() =>
        await RefusesAsync("A message is taken for longer than no time.", () => TakeAsync(TimeSpan.Zero));

    [Fact]
    public async Task Does_nothing_for_who_has_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.PutAsync("text", urgent: false, TimeSpan.Zero, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.TakeAsync(Minute, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.WaitAsync(cancelled));

        Assert.Null(await TakeAsync());
    }

    private static async Task RefusesAsync(string sentence, Func<Task> use) =>
        Assert.StartsWith(sentence, (await Assert.ThrowsAsync<ArgumentException>(use)).Message, StringComparison.Ordinal);

    private Task PutAsync(string text, bool urgent = false, TimeSpan delay = default) => Queue.PutAsync(text, urgent, delay, Token);

    private Task<QueueMessage?> TakeAsync(TimeSpan? hidden = null) => Queue.TakeAsync(hidden ?? Minute, Token);

    private async Task<List<string>> TakeAllAsync()
    {
        var texts = new List<string>();

        while (await TakeAsync() is { } message)
        {
            texts.Add(message.Text);
        }

        return texts;
    }
}
