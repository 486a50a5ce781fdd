using Hotfix.Domain.Storefront;
using Hotfix.Ports;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>The traps of an item's status (reference page "extension-publishing", §1.6).</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task An_answer_about_another_item_is_not_believed()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.ForeignId = new('b', 32);

        Assert.Equal(
            $"The store's answer cannot be believed: it is about the item {tester.Item.ForeignId}. Nothing was done.", (await Assert.ThrowsAsync<RefusedException>(() => tester.PublishAsync("1.2.4"))).Message);
        Assert.Equal("fetchStatus", tester.Calls);
    }

    [Fact]
    public async Task Nor_is_one_with_another_items_key()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.ForeignKey = StoreTester.GoldenKey();

        Assert.Equal("The store's answer cannot be believed: its public key is another item's. Nothing was done.", (await Assert.ThrowsAsync<RefusedException>(() => tester.RollBackAsync(new("1.2.2")))).Message);
        Assert.Equal("fetchStatus", tester.Calls);
    }

    [Fact]
    public async Task What_is_published_to_testers_is_published()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.PublishedState = "PUBLISHED_TO_TESTERS";

        var before = await tester.PublishAsync("1.2.3");
        Assert.Equal(("skipped", ItemState.PublishedToTesters, "1.2.3 is published to testers already, for 100 % of the users."), (before.Result, before.State, before.Sentence));

        await tester.PublishAsync("1.2.4", order: new(Staged: true));
        tester.Item.Approve();
        var live = await tester.PublishAsync("1.2.4", wish => wish with { PublishStaged = true });
        Assert.Equal(("published", ItemState.PublishedToTesters, "1.2.4 is published to testers."), (live.Result, live.State, live.Sentence));
    }

    [Fact]
    public async Task What_testers_have_of_a_submission_is_left_and_in_nobodys_way()
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4");
        tester.Item.ApproveForTesters();

        var again = await tester.PublishAsync("1.2.4");

        Assert.Equal(("skipped", ItemState.PublishedToTesters, "1.2.4 is published to testers."), (again.Result, again.State, again.Sentence));
        Assert.Equal("submitted", (await tester.PublishAsync("1.2.5")).Result);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Channels_are_found_in_any_order(bool isReversed)
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.WithPublished("1.2.4", 5).IsReversed = isReversed;

        Assert.Equal("1.2.4 goes from 5 % of the users to 25 %.", (await tester.RaiseAsync(25)).Sentence);
        Assert.Contains("1.2.4 is taken back: the package of 1.2.3 is published as 1.2.4.1.", (await tester.RollBackAsync(new())).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warned_item_is_published_and_the_warning_passed_on()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.Warned = true;

        Assert.Equal(["The store has warned this item of a policy violation, and takes it down if that is not mended: the dashboard says which."], (await tester.PublishAsync("1.2.4")).Warnings);
    }
}
