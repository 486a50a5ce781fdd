using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Handlers.Missed;
using Hotfix.Ports;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Scenarios;

/// <summary>When GitHub shows what we missed, but does not hand it out.</summary>
public sealed class MissedFaultScenarios
{
    private static readonly DateTimeOffset At = DateTimeOffset.UtcNow.AddMinutes(-5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_three_tries_a_delivery_is_named_and_left_and_the_others_are_not_held_up()
    {
        var record = new FakeRecord { Refusal = new RefusedException(404, "GitHub does not have it.") };
        await using var hotfix = await StartAsync(record);
        var other = record.Add(At.AddMinutes(1), hotfix.Repository.File("It crashes", "").Delivery.Payload);
        var broken = record.Add(At, null);

        var swept = new List<DateTimeOffset?>();

        for (var round = 0; round < 4; round++)
        {
            await SweepAsync(hotfix);
            swept.Add((await ReadAsync(hotfix))!.SweptTo);
        }

        Assert.Equal([At, At, At.AddMinutes(1), At.AddMinutes(1)], swept);
        Assert.Equal([broken.Id, other.Id, broken.Id, broken.Id], record.Asked);
        Assert.Equal((1, 1), ((await ReadAsync(hotfix))!.Recovered, (await ReadAsync(hotfix))!.GivenUp));
        Assert.Single(hotfix.Log.All, line => line.StartsWith($"Error: Delivery {broken.Delivery} (issues) of ", StringComparison.Ordinal) && line.Contains("is left: GitHub does not have it.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_webhook_is_left_at_once()
    {
        var record = new FakeRecord();
        await using var hotfix = await StartAsync(record);
        record.Add(At, "[]"u8.ToArray());

        await SweepAsync(hotfix);
        await SweepAsync(hotfix);

        Assert.Single(record.Asked);
        Assert.Equal((1, At), ((await ReadAsync(hotfix))!.GivenUp, (await ReadAsync(hotfix))!.SweptTo));
    }

    [Theory]
    [InlineData(true, "1 1 1 1")]
    [InlineData(false, "1 1 1 2 2")]
    public async Task A_limit_counts_as_no_try_and_an_outage_as_one_and_either_ends_the_sweep(bool limited, string asked)
    {
        var record = new FakeRecord { Refusal = limited ? new PostponedException(At, "GitHub asked for a pause.") : new UnavailableException("GitHub did not answer.") };
        await using var hotfix = await StartAsync(record);
        record.Add(At, null);
        record.Add(At.AddMinutes(1), null);

        for (var round = 0; round < 4; round++)
        {
            await SweepAsync(hotfix);
        }

        Assert.Equal(asked, string.Join(' ', record.Asked));
        Assert.Equal(limited ? At : At.AddMinutes(1), (await ReadAsync(hotfix))!.SweptTo);
    }

    [Fact]
    public async Task The_record_is_read_no_further_than_the_last_sweep_came()
    {
        var record = new FakeRecord();
        await using var hotfix = await StartAsync(record);
        record.Add(At, "{}"u8.ToArray(), status: 202);
        record.Add(At.AddHours(-1), "{}"u8.ToArray(), status: 202);
        record.Add(At.AddHours(-2), "{}"u8.ToArray(), status: 202);

        await SweepAsync(hotfix);
        Assert.Equal(3, record.Read);
        await SweepAsync(hotfix);

        Assert.Equal(5, record.Read); // the one at the end, and the first beyond it
    }

    [Fact]
    public async Task What_a_process_stored_that_ended_before_the_doorbell_and_the_list_rings_now_and_is_listed()
    {
        var record = new FakeRecord();
        await using var hotfix = await StartAsync(record);
        var (issue, delivery) = hotfix.Repository.File("It crashes", "");
        var stored = record.Add(At, delivery.Payload);
        var cut = new Inbox(hotfix.Services.GetRequiredService<IDocuments>(), hotfix.Services.GetRequiredService<IStore>().Queue("heard by nobody"), hotfix.Services.GetRequiredService<DeliveryIndex>(), TimeProvider.System);
        await cut.ReceiveAsync(new(stored.Delivery, "issues", OrderingKeys.OfIssue(hotfix.Repository.Id, issue.Number), "acme/extension", false, delivery.Payload), Cancellation);

        var list = hotfix.Services.GetRequiredService<DeliveryList>();
        var head = (await list.FindAsync(stored.Delivery, Cancellation))!.Head;
        await hotfix.Services.GetRequiredService<IDocuments>().WriteAsync(DeliveryIndex.Day(head.ReceivedAt), [new DocumentWrite.Delete(DeliveryIndex.Row(head), null)], Cancellation);

        await SweepAsync(hotfix);
        await hotfix.GitHub.WaitUntilAsync(state => state.CommentCount >= 1, Cancellation);

        Assert.Empty(record.Asked);
        Assert.Contains(stored.Delivery, await list.NewestAsync(Cancellation).Select(delivery => delivery.Head.Id).ToListAsync(Cancellation));
    }

    private static Task<HotfixTester> StartAsync(FakeRecord record) => HotfixTester.StartAsync(change: services => services.AddSingleton<IHookDeliveries>(record));

    private static async Task SweepAsync(HotfixTester hotfix) => Assert.True(await hotfix.Services.GetRequiredService<MissedDeliveries>().SweepAsync(Cancellation));

    private static Task<Sweep?> ReadAsync(HotfixTester hotfix) => hotfix.Services.GetRequiredService<SweepLedger>().ReadAsync(Cancellation);
}
