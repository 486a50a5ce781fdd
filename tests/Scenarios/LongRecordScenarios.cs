using Hotfix.Handlers.Missed;
using Hotfix.Ports;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Scenarios;

/// <summary>More was missed than one round has time for: each round comes further, and what it did is done.</summary>
public sealed class LongRecordScenarios
{
    private readonly ManualTime time = new(DateTimeOffset.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_takes_too_long_to_fetch_is_gone_on_with_by_the_next_rounds()
    {
        var record = new FakeRecord { Passing = () => time.Advance(TimeSpan.FromSeconds(4)) };
        await using var hotfix = await StartAsync(record, 20);
        var asked = new List<int>();

        do
        {
            await SweepAsync(hotfix);
            asked.Add(record.Asked.Count);
            time.Advance(TimeSpan.FromMinutes(5));
        }
        while (asked.Count < 10 && asked[^1] < 20);

        Assert.Equal([7, 14, 20], asked);
        Assert.Equal(Enumerable.Range(1, 20).Select(at => (long)at), record.Asked); // each once, the oldest first
    }

    [Fact]
    public async Task A_record_that_takes_too_long_to_read_is_read_on_by_the_next_rounds_and_the_oldest_is_dealt_with_first()
    {
        var record = new FakeRecord { PageSize = 5, Passing = () => time.Advance(TimeSpan.FromSeconds(4)) };
        await using var hotfix = await StartAsync(record, 100);
        var (rounds, ends) = (0, new List<DateTimeOffset>());

        do
        {
            await SweepAsync(hotfix);
            ends.Add((await ReadAsync(hotfix))!.EndedAt);
            time.Advance(TimeSpan.FromMinutes(5));
            rounds++;
        }
        while (rounds < 60 && (record.Asked.Count < 100 || (await ReadAsync(hotfix))!.Page is not null));

        Assert.Equal(Enumerable.Range(1, 100).Select(at => (long)at), record.Asked);
        Assert.InRange(rounds, 10, 40);
        Assert.Equal(ends.Order(), ends);
        Assert.NotEqual(ends[^2], ends[^1]); // the sweep is over with the part that begins where the record does
    }

    [Fact]
    public async Task Thousands_that_nobody_needs_are_fetched_once_each_and_are_known_from_then_on()
    {
        var record = new FakeRecord();
        await using var hotfix = await StartAsync(record, 0);
        var useless = hotfix.Repository.Push("some-branch", "a.txt", "one").Delivery;
        var missed = Enumerable.Range(0, 2000).Select(at => record.Add(time.GetUtcNow() + TimeSpan.FromMilliseconds(100 * (at - 2000)), at % 4 == 3 ? "[]"u8.ToArray() : useless.Payload, name: useless.Event)).ToList();

        await SweepAsync(hotfix);
        await SweepAsync(hotfix);

        var sweep = (await ReadAsync(hotfix))!;
        Assert.Equal(missed.Select(attempt => attempt.Id), record.Asked);
        Assert.Equal(missed.Select((attempt, at) => at % 4 == 3 ? new MissedDelivery(attempt.Delivery, Sweep.Tries, attempt.DeliveredAt) : new(attempt.Delivery, 0, attempt.DeliveredAt, IsUseless: true)), sweep.Outside);
        Assert.Equal((500, missed[^1].DeliveredAt), (sweep.GivenUp, sweep.SweptTo));
    }

    [Fact]
    public async Task A_page_that_GitHub_does_not_know_any_more_is_forgotten()
    {
        var record = new FakeRecord { PageSize = 5, Passing = () => time.Advance(TimeSpan.FromSeconds(4)) };
        await using var hotfix = await StartAsync(record, 100);
        await SweepAsync(hotfix);
        Assert.NotNull((await ReadAsync(hotfix))!.Page);

        record.Unlisted = page => page is null ? null : new RefusedException(422, "There is no such cursor.");
        await Assert.ThrowsAsync<RefusedException>(() => SweepAsync(hotfix));

        Assert.Null((await ReadAsync(hotfix))!.Page);
        time.Advance(TimeSpan.FromMinutes(5));
        await SweepAsync(hotfix);
        Assert.NotNull((await ReadAsync(hotfix))!.Page);
    }

    [Fact]
    public async Task Sweeps_that_come_to_no_end_do_not_keep_what_changed_from_being_listed()
    {
        var record = new FakeRecord();
        await using var hotfix = await StartAsync(record, 1);
        var ledger = hotfix.Services.GetRequiredService<ListingLedger>();
        await SweepAsync(hotfix);
        time.Advance(TimeSpan.FromDays(7));
        record.Unlisted = _ => new UnavailableException("GitHub did not answer.");

        await Assert.ThrowsAsync<UnavailableException>(() => SweepAsync(hotfix));
        var (asked, _) = (await ledger.AskedAsync(Cancellation))!.Value;
        var listing = Listing.Of(null, asked, time.GetUtcNow());
        var lease = await ledger.TakeAsync(TimeSpan.FromMinutes(1), time.GetUtcNow(), Cancellation);
        await lease!.ReleaseAsync([ListingLedger.Write(listing), (await ledger.AskedAsync(Cancellation))!.Value.Heard], Cancellation); // it is under way

        for (var round = 0; round < 3; round++)
        {
            time.Advance(TimeSpan.FromMinutes(4));
            await Assert.ThrowsAsync<UnavailableException>(() => SweepAsync(hotfix));
            Assert.Null(await ledger.AskedAsync(Cancellation)); // it is known to be asked for
        }

        time.Advance(TimeSpan.FromMinutes(10));
        await Assert.ThrowsAsync<UnavailableException>(() => SweepAsync(hotfix));
        var (more, _) = (await ledger.AskedAsync(Cancellation))!.Value;

        Assert.Equal((asked.Until - Sweep.Overlap, true), (more.Since, more.Until > asked.Until)); // only what GitHub forgot meanwhile
        Assert.True(listing.Delays(more));
    }

    [Fact]
    public async Task Of_several_processes_one_sweeps_in_each_interval_and_one_that_starts_sweeps_at_once()
    {
        var record = new FakeRecord();
        await using var hotfix = await StartAsync(record, 1);
        var processes = Enumerable.Range(0, 3).Select(_ => ActivatorUtilities.CreateInstance<MissedDeliveries>(hotfix.Services)).ToList();
        await Task.WhenAll(processes.Select(process => process.DoAsync(Cancellation)));

        foreach (var process in processes)
        {
            Assert.True(await process.DoAsync(Cancellation)); // whoever found it taken
        }

        Assert.Equal(3, record.Begun);

        for (var minute = 1; minute <= 50; minute++)
        {
            time.Advance(TimeSpan.FromMinutes(1));

            if (minute % 5 < 3)
            {
                Assert.True(await processes[minute % 5].DoAsync(Cancellation)); // each every five minutes, at its own time
            }
        }

        Assert.InRange(record.Begun - 3, 9, 11);
    }

    private async Task<HotfixTester> StartAsync(FakeRecord record, int missed)
    {
        var hotfix = await HotfixTester.StartAsync(time, change: services => services.AddSingleton<IHookDeliveries>(record));
        var useless = hotfix.Repository.Push("some-branch", "a.txt", "one").Delivery; // to everybody, so that nothing is handled while the clock jumps

        for (var at = 0; at < missed; at++)
        {
            record.Add(time.GetUtcNow() + TimeSpan.FromMinutes(20 * (at - missed)), useless.Payload, name: useless.Event);
        }

        return hotfix;
    }

    private static async Task SweepAsync(HotfixTester hotfix) => Assert.True(await hotfix.Services.GetRequiredService<MissedDeliveries>().SweepAsync(Cancellation));

    private static Task<Sweep?> ReadAsync(HotfixTester hotfix) => hotfix.Services.GetRequiredService<SweepLedger>().ReadAsync(Cancellation);
}
