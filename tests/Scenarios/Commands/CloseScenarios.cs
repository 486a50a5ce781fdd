using Hotfix.Domain;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix close</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class CloseScenarios
{
    [Fact]
    public async Task Closes_it_and_undo_opens_it_with_everything_as_it_was()
    {
        await using var hotfix = await HotfixTester.StartAsync(new FastTime(600));
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        await hotfix.HearAsync(issue.Comment("Looking.", "maintainer").Delivery);
        var (card, labels) = (issue.Card(), issue.LabelNames());

        var told = await hotfix.TellAsync(issue, "/hotfix close --reason an update of the browser mends it");
        told.IsDone();
        Assert.Equal((HotfixState.Closed, "completed"), (told.Hotfix!.State, issue.StateReason));
        Assert.Equal("- **Next step** Nothing: it is closed. Reopen it if it is still there.", issue.CardLine("Next step"));
        (await hotfix.TellAsync(issue, "/hotfix close")).IsRefused("This issue is closed, and `close` works on open issues only. Reopen it first.");

        var undone = await hotfix.TellAsync(issue, "/hotfix undo");
        undone.IsDone();
        Assert.Null(issue.Closed);
        Assert.Empty(undone.Hotfix!.Notes);
        Assert.Equal(labels, issue.LabelNames());
        Assert.Equal(card, issue.Card());
    }

    [Fact]
    public async Task What_was_reopened_since_is_not_taken_back()
    {
        await using var hotfix = await HotfixTester.StartAsync(new FastTime(600));
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        await hotfix.TellAsync(issue, "/hotfix close");
        await hotfix.HearAsync(issue.Reopen("maintainer"));
        await hotfix.HearAsync(issue.Close());

        (await hotfix.TellAsync(issue, "/hotfix undo")).IsRefused("Your last command here, `/hotfix close`, closed the issue; it was reopened since then, so there is nothing left to take back.");
        Assert.NotNull(issue.Closed);
    }

    [Fact]
    public async Task A_rehearsal_closes_nothing()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        var told = await hotfix.TellAsync(issue, "/hotfix close --dry-run");

        Assert.Equal("`close` would:\n\n- close the issue as completed\n\nNone of this was done.", told.Answer);
        Assert.Null(issue.Closed);
    }

    [Fact]
    public async Task Is_refused_with_an_argument_and_to_those_who_may_not()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        Assert.Contains("`/hotfix close` takes nothing more, and `done` is too much", (await hotfix.TellAsync(issue, "/hotfix close done")).Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, "/hotfix close", "beta-user")).IsRefused("You have the role `read` in this repository, and `close` needs `triage`.");
        Assert.Null(issue.Closed);
    }
}
