using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix resume</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class ResumeScenarios
{
    private const string Config = "severities:\n  P0: { respond_within: 2h, fix_within: 3h, release_within: 4h }\n";

    [Fact]
    public async Task Lets_the_clocks_run_until_it_is_taken_back()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", ".github/hotfix.yml", Config);
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        await hotfix.TellAsync(issue, "/hotfix pause store");

        (await hotfix.TellAsync(issue, "/hotfix resume")).IsDone();
        Assert.DoesNotContain("waiting: store", issue.LabelNames());
        Assert.DoesNotContain("stands still", issue.Card(), StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, "/hotfix resume")).IsRefused("The clocks are not paused. `/hotfix pause reporter`, `/hotfix pause store` or `/hotfix pause blocked #n` stops them.");

        (await hotfix.TellAsync(issue, "/hotfix undo")).IsDone();
        Assert.Contains("waiting: store", issue.LabelNames());
        Assert.Contains("the clock stands still, waiting for the store; ", issue.CardLine("Fix by"), StringComparison.Ordinal);

        // And once more: the pause is taken back.
        (await hotfix.TellAsync(issue, "/hotfix undo")).IsDone();
        Assert.DoesNotContain("waiting: store", issue.LabelNames());
        Assert.DoesNotContain("stands still", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_with_an_argument_and_to_those_who_may_not()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        (await hotfix.TellAsync(issue, "/hotfix resume all")).IsRefused("`/hotfix resume` takes nothing more, and `all` is too much; a remark goes after `--`. Usage: `/hotfix resume`.");
        (await hotfix.TellAsync(issue, "/hotfix resume", "beta-user")).IsRefused("You have the role `read` in this repository, and `resume` needs `triage`.");
    }
}
