using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix pause</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class PauseScenarios
{
    private const string Config = "severities:\n  P0: { respond_within: 2h, fix_within: 3h, release_within: 4h }\n";

    [Theory]
    [InlineData("reporter", "needs-info", "waiting for the reporter")]
    [InlineData("store", "waiting: store", "waiting for the store")]
    [InlineData("blocked #1", "blocked", "waiting for #1")]
    public async Task Stops_the_clocks_until_it_is_taken_back(string reason, string label, string says)
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", ".github/hotfix.yml", Config);
        await hotfix.FileAsync("The color is wrong");
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        await hotfix.HearAsync(issue.Comment("Looking.", "maintainer").Delivery);
        var card = issue.Card();

        (await hotfix.TellAsync(issue, $"/hotfix pause {reason}")).IsDone();
        Assert.Contains(label, issue.LabelNames());
        Assert.Contains($"the clock stands still, {says}; ", issue.CardLine("Fix by"), StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, $"/hotfix pause {reason}")).IsRefused("The clocks already stand still for that reason. `/hotfix resume` lets them run again.");

        (await hotfix.TellAsync(issue, "/hotfix undo")).IsDone();
        Assert.DoesNotContain(label, issue.LabelNames());
        Assert.Equal(card, issue.Card());
    }

    [Fact]
    public async Task Is_refused_for_no_reason_for_itself_and_to_those_who_may_not()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        (await hotfix.TellAsync(issue, "/hotfix pause blocked #1")).IsRefused("An issue cannot wait for itself. Name the other one: `/hotfix pause blocked #n`.");
        (await hotfix.TellAsync(issue, "/hotfix pause blocked #7")).IsRefused("There is no issue `#7` in this repository.");
        Assert.Contains("did you mean `reporter`?", (await hotfix.TellAsync(issue, "/hotfix pause reportr")).Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, "/hotfix pause store", "beta-user")).IsRefused("You have the role `read` in this repository, and `pause` needs `triage`.");
        Assert.DoesNotContain("stands still", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_where_the_config_has_no_label_for_it()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", ".github/hotfix.yml", "clocks:\n  pauses: []\n");
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        (await hotfix.TellAsync(issue, "/hotfix pause store")).IsRefused("The config has no label for waiting for the store, so the clocks would not stand still. Add one under `clocks.pauses`.");
    }
}
