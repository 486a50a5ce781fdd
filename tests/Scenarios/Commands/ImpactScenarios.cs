using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix impact</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class ImpactScenarios
{
    [Fact]
    public async Task Counts_into_the_score_until_it_is_taken_back()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        var (card, labels) = (issue.Card(), issue.LabelNames());

        (await hotfix.TellAsync(issue, "/hotfix impact data_loss")).IsDone();
        Assert.EndsWith(": `/hotfix impact data_loss` by command.", issue.CardLine("Impact"), StringComparison.Ordinal);
        Assert.NotEqual(card.Split('\n').Single(line => line.StartsWith("- **Score**", StringComparison.Ordinal)), issue.CardLine("Score"));

        (await hotfix.TellAsync(issue, "/hotfix impact data_loss")).IsDone();
        (await hotfix.TellAsync(issue, "/hotfix undo")).IsDone();
        Assert.Equal(labels.Order(), issue.LabelNames().Order());
        Assert.Equal(card.Split('\n').Single(line => line.StartsWith("- **Score**", StringComparison.Ordinal)), issue.CardLine("Score"));
    }

    [Fact]
    public async Task Is_refused_with_another_word_where_there_is_no_bug_and_to_those_who_may_not()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        var (wish, _) = await hotfix.FileAsync("Feature request: please add a dark mode");

        var wrong = await hotfix.TellAsync(issue, "/hotfix impact data_lost");
        Assert.Contains("did you mean `data_loss`?", wrong.Answer, StringComparison.Ordinal);
        Assert.Equal(Heard.Refused, wrong.Signs);
        (await hotfix.TellAsync(wish, "/hotfix impact data_loss")).IsRefused("Hotfix does not take this for a bug, so it has no score. Say how bad it is first: `/hotfix severity P1`.");
        (await hotfix.TellAsync(issue, "/hotfix impact data_loss", "beta-user")).IsRefused("You have the role `read` in this repository, and `impact` needs `triage`.");
    }
}
