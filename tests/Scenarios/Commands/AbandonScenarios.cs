using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix abandon</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class AbandonScenarios
{
    [Fact]
    public async Task Closes_issue_and_pull_request_and_undo_opens_both()
    {
        await using var hotfix = await Released.StartAsync(time: new FastTime(600));
        var issue = await hotfix.ReportAsync();
        await hotfix.TellAsync(issue, "/hotfix start");

        var told = await hotfix.TellAsync(issue, "/hotfix abandon --reason the feature goes away");
        told.IsDone();
        Assert.Equal((HotfixState.Abandoned, "not_planned"), (told.Hotfix!.State, issue.StateReason));
        Assert.False(hotfix.Fix().IsOpen);
        Assert.NotNull(hotfix.Repository.Branches.Branch(hotfix.Fix().HeadBranch));
        Assert.Equal("- **Next step** Nothing: it was given up. Reopen the issue to take it up again.", issue.CardLine("Next step"));
        (await hotfix.TellAsync(issue, "/hotfix abandon")).IsRefused("This issue is closed, and `abandon` works on open issues only. Reopen it first.");

        var undone = await hotfix.TellAsync(issue, "/hotfix undo");
        undone.IsDone();
        Assert.True(hotfix.Fix().IsOpen);
        Assert.Null(issue.Closed);
        Assert.Equal(HotfixState.Started, undone.Hotfix!.State);
        var status = await hotfix.TellAsync(issue, "/hotfix status");
        Assert.Contains("- **State** started.", status.Answer, StringComparison.Ordinal);
        Assert.Null(status.Hotfix!.Fix!.Oddity);
    }

    [Fact]
    public async Task Is_refused_with_an_argument_and_to_those_who_may_not()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        hotfix.Repository.Roles["triager"] = "triage";

        Assert.Contains("`/hotfix abandon` takes nothing more, and `it` is too much", (await hotfix.TellAsync(issue, "/hotfix abandon it")).Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, "/hotfix abandon", "triager")).IsRefused("You have the role `triage` in this repository, and `abandon` needs `write`.");
        Assert.Null(issue.Closed);
    }
}
