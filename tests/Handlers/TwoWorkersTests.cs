using Hotfix.Handlers;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Handlers;

/// <summary>Two workers on two machines share an account; one sleeps past its lease.</summary>
[Collection(Azurite.Clock)]
public sealed class TwoWorkersTests(Azurite azurite)
{
    private const string Id = "11111111-1111-1111-1111-111111111111";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_holder_that_slept_past_its_lease_cannot_write_any_more()
    {
        var time = new ManualTime(DateTimeOffset.UtcNow);
        var account = await azurite.AccountAsync();
        using var here = Azurite.StoreOf(account, time);
        using var there = Azurite.StoreOf(account, time);
        var other = new SlowDrain(there, time, _ => Task.CompletedTask);
        var written = "";
        var sleeper = new SlowDrain(here, time, async _ =>
        {
            await azurite.MoveAsync(Drain.Hidden(WorkOptions.Default));
            time.Advance(Drain.Hidden(WorkOptions.Default));
            await other.AnswerAsync(Cancellation);
            written = (await other.Inbox.HeadAsync("app", Id, Cancellation)).ETag;
        });
        await sleeper.ReceiveAsync(Id, Cancellation);

        await Assert.ThrowsAsync<LeaseLostException>(() => sleeper.AnswerAsync(Cancellation));

        var (head, etag) = await sleeper.Inbox.HeadAsync("app", Id, Cancellation);
        Assert.Equal((DeliveryStatus.Done, written), (head.Status, etag));
        Assert.Equal((1, 1), (sleeper.Calls, other.Calls));
        Assert.Equal(0, (await other.Doorbells.StateAsync(Cancellation)).Count);
    }
}
