using Hotfix.Domain;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix severity</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class SeverityScenarios
{
    [Fact]
    public async Task Sets_labels_card_and_clock_and_undo_takes_all_of_it_back()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        await hotfix.TellAsync((await hotfix.FileAsync("The color is wrong")).Issue, "/hotfix severity P0"); // its labels are made once
        var (issue, filed) = await hotfix.FileAsync("The color is wrong");
        await hotfix.HearAsync(issue.Comment("Looking.", "maintainer").Delivery);
        var card = issue.Card();
        hotfix.GitHub.Calls.Clear();

        var told = await hotfix.TellAsync(issue, "/hotfix severity P0");

        told.IsDone();
        Assert.Equal((Severity.P0, Severity.P0), (told.Hotfix!.SeverityByHand, told.Hotfix.Assessment!.Severity));
        Assert.Equal(["severity: P0"], issue.LabelNames().Where(name => name.StartsWith("severity", StringComparison.Ordinal)));
        Assert.Equal("- **Severity** P0: a person set it, and that stands until the label is taken off.", issue.CardLine("Severity"));
        Assert.Equal(
            ["POST reactions", "GET permission", "POST labels", "DELETE severity%3A%20P3", "DELETE triage%3A%20batch", "POST reactions", "PATCH"],
            hotfix.GitHub.Calls.All.Select(call => call.Method == "PATCH" ? call.Method : $"{call.Method} {call.Path.Split('/')[^1]}"));

        var undone = await hotfix.TellAsync(issue, "/hotfix undo");

        undone.IsDone();
        Assert.Equal(["impact: cosmetic", "severity: P3", "triage: batch"], issue.LabelNames().Order());
        Assert.Equal(card, issue.Card());
        Assert.Null(undone.Hotfix!.SeverityByHand);
        Assert.Equal(filed.Hotfix!.Deadlines.Select(deadline => deadline.Due), undone.Hotfix.Deadlines.Select(deadline => deadline.Due));
    }

    [Fact]
    public async Task The_reason_goes_into_the_timeline_in_code()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        (await hotfix.TellAsync(issue, "/hotfix severity P1 --reason **only** `old` versions, ask @everyone")).IsDone();

        Assert.Contains("`maintainer`: `P1: **only** 'old' versions, ask @everyone`", (await hotfix.TellAsync(issue, "/hotfix timeline")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_is_once()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        (await hotfix.TellAsync(issue, "/hotfix severity P1")).IsDone();
        var labels = issue.LabelNames();
        (await hotfix.TellAsync(issue, "/hotfix severity p1")).IsDone();
        Assert.Equal(labels, issue.LabelNames());

        // The second told nothing new, so undo takes back the first.
        (await hotfix.TellAsync(issue, "/hotfix undo")).IsDone();
        Assert.Contains("severity: P3", issue.LabelNames());
    }

    [Fact]
    public async Task A_label_that_a_person_took_off_is_off_again_after_undo()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        await hotfix.HearAsync(issue.Unlabel("severity: P3"));

        Assert.Empty((await hotfix.TellAsync(issue, "/hotfix severity P3")).Hotfix!.TakenOff);
        Assert.Contains("severity: P3", issue.LabelNames());
        var undone = await hotfix.TellAsync(issue, "/hotfix undo");

        Assert.Equal(["severity: P3"], undone.Hotfix!.TakenOff);
        Assert.DoesNotContain("severity: P3", issue.LabelNames());
    }

    [Fact]
    public async Task Is_refused_with_another_word_and_to_those_who_may_not()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        var wrong = await hotfix.TellAsync(issue, "/hotfix severity P9");
        Assert.Contains("`/hotfix severity` takes `P0`, `P1`, `P2` or `P3`, not `P9`.", wrong.Answer, StringComparison.Ordinal);
        Assert.Equal(Heard.Refused, wrong.Signs);
        (await hotfix.TellAsync(issue, "/hotfix severity P0", "beta-user")).IsRefused("You have the role `read` in this repository, and `severity` needs `triage`.");
        Assert.Contains("severity: P3", issue.LabelNames());
    }
}
