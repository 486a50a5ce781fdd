using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix triage</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class TriageScenarios
{
    [Fact]
    public async Task Reads_an_issue_that_a_bot_filed()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.GitHub.State.User("reporter[bot]", "Bot");
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "", "reporter[bot]");
        await hotfix.HearAsync(opened);
        Assert.Empty(issue.Cards());

        (await hotfix.TellAsync(issue, "/hotfix triage")).IsDone();

        Assert.Equal(["severity: P3", "impact: cosmetic", "triage: batch"], issue.LabelNames());
        Assert.Contains("### P3", issue.Card(), StringComparison.Ordinal);

        // From then on it is one of ours.
        await hotfix.HearAsync(issue.Label("severity: P1"));
        Assert.Contains("### P1", issue.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_labelled_before_counts()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.GitHub.State.User("reporter[bot]", "Bot");
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "", "reporter[bot]", "severity: P1");
        await hotfix.HearAsync(opened);

        (await hotfix.TellAsync(issue, "/hotfix triage")).IsDone();

        Assert.Equal(["severity: P1"], issue.LabelNames().Where(name => name.StartsWith("severity", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Twice_changes_nothing_and_there_is_nothing_to_take_back()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        var card = issue.Card();

        (await hotfix.TellAsync(issue, "/hotfix triage")).IsDone();
        (await hotfix.TellAsync(issue, "/hotfix triage")).IsDone();

        Assert.Equal(card.Split("- **Respond")[0], issue.Card().Split("- **Respond")[0]);
        (await hotfix.TellAsync(issue, "/hotfix undo")).IsRefused("You have given no command here that could be taken back.");
    }

    [Fact]
    public async Task Is_refused_with_an_argument_and_to_those_who_may_not()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        (await hotfix.TellAsync(issue, "/hotfix triage now")).IsRefused("`/hotfix triage` takes nothing more, and `now` is too much; a remark goes after `--`. Usage: `/hotfix triage`.");
        (await hotfix.TellAsync(issue, "/hotfix triage", "beta-user")).IsRefused("You have the role `read` in this repository, and `triage` needs `triage`.");
    }
}
