using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix next-release</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class NextReleaseScenarios
{
    [Fact]
    public async Task Puts_it_off_and_undo_lets_the_rules_decide_again()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        var (card, labels) = (issue.Card(), issue.LabelNames());

        var told = await hotfix.TellAsync(issue, "/hotfix next-release");

        told.IsDone();
        Assert.Equal(HotfixState.NextRelease, told.Hotfix!.State);
        Assert.Equal("- **Next step** It goes into the next release. `/hotfix start` makes a hotfix of it after all.", issue.CardLine("Next step"));
        (await hotfix.TellAsync(issue, "/hotfix next-release")).IsRefused("`next-release` is not possible now: this issue is put off to the next release. `/hotfix status` says more.");

        var undone = await hotfix.TellAsync(issue, "/hotfix undo");
        undone.IsDone();
        Assert.Equal(HotfixState.Triaged, undone.Hotfix!.State);
        Assert.Equal(labels.Order(), issue.LabelNames().Order());
        Assert.Equal(card.Split("- **Respon")[0], issue.Card().Split("- **Respon")[0]);
    }

    [Fact]
    public async Task Is_refused_once_it_is_started_with_an_argument_and_to_those_who_may_not()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();

        (await hotfix.TellAsync(issue, "/hotfix next-release 1.2")).IsRefused("`/hotfix next-release` takes nothing more, and `1.2` is too much; a remark goes after `--`. Usage: `/hotfix next-release`.");
        (await hotfix.TellAsync(issue, "/hotfix next-release", "beta-user")).IsRefused("You have the role `read` in this repository, and `next-release` needs `triage`.");
        await hotfix.TellAsync(issue, "/hotfix start");
        (await hotfix.TellAsync(issue, "/hotfix next-release")).IsRefused($"`next-release` is not possible now: this issue is started. Its pull request is #{hotfix.Fix().Number}.");
    }
}
