namespace Hotfix.Tests.ChromeWebStore;

/// <summary>Where no percentage is sent, the store takes the one that it has (reference page "extension-publishing", §1.5).</summary>
public sealed class SavedPercentageTests
{
    private const string Saved = "The store gives 1.2.4 to 5 % of the users, as saved in the dashboard: give --percentage to say it yourself; `hotfix store percentage` raises it once it is published.";

    [Fact]
    public async Task The_dashboards_counts_and_is_told_of()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.SavedPercentage = 5;

        var outcome = await tester.PublishAsync("1.2.4");

        Assert.Equal(("submitted", 5), (outcome.Result, outcome.Percentage));
        Assert.Equal([Saved], outcome.Warnings);
        tester.Item.Approve();
        Assert.Equal([("1.2.3", 100), ("1.2.4", 5)], tester.Item.Published);
    }

    [Fact]
    public async Task So_it_is_without_a_package()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.SavedPercentage = 5;
        await tester.PublishAsync("1.2.4", wish => wish with { Submit = false });

        Assert.Equal([Saved], (await tester.SubmitAsync()).Warnings);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(100)]
    public async Task One_that_is_wished_goes_before_it(int percentage)
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.SavedPercentage = 5;

        var outcome = await tester.PublishAsync("1.2.4", wish => wish with { Percentage = percentage });

        Assert.Equal(percentage, outcome.Percentage);
        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_staged_keeps_what_it_was_submitted_with_and_that_is_told_of(bool hasPackage)
    {
        await using var tester = await StoreTester.StartAsync();
        await tester.PublishAsync("1.2.4", wish => wish with { Percentage = 5 }, new(Staged: true));
        tester.Item.Approve();

        var live = hasPackage ? await tester.PublishAsync("1.2.4", wish => wish with { PublishStaged = true }) : await tester.SubmitAsync();

        Assert.Equal(("published", 5), (live.Result, live.Percentage));
        Assert.StartsWith("The store gives 1.2.4 to 5 % of the users, as it was submitted: ", Assert.Single(live.Warnings), StringComparison.Ordinal);
    }
}
