using Hotfix.Domain;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix duplicate</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class DuplicateScenarios
{
    [Fact]
    public async Task Closes_it_as_a_duplicate_and_undo_opens_it_again()
    {
        await using var hotfix = await HotfixTester.StartAsync(new FastTime(600));
        var (first, _) = await hotfix.FileAsync("The color is wrong");
        var (issue, _) = await hotfix.FileAsync("The color is wrong, too");

        var told = await hotfix.TellAsync(issue, $"/hotfix duplicate #{first.Number}");

        told.IsDone();
        Assert.Equal(HotfixState.Closed, told.Hotfix!.State);
        Assert.NotNull(issue.Closed);
        Assert.Equal("duplicate", issue.StateReason);
        Assert.Null(first.Closed);

        var undone = await hotfix.TellAsync(issue, "/hotfix undo");
        undone.IsDone();
        Assert.Equal((HotfixState.Triaged, null), (undone.Hotfix!.State, issue.Closed));
    }

    [Fact]
    public async Task Is_refused_of_itself_of_what_is_none_and_twice()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();
        var other = await hotfix.ReportAsync("The extension crashes, too");
        await hotfix.TellAsync(other, "/hotfix start");

        (await hotfix.TellAsync(issue, $"/hotfix duplicate #{issue.Number}")).IsRefused("An issue cannot be a duplicate of itself. Name the other one: `/hotfix duplicate #n`.");
        (await hotfix.TellAsync(issue, "/hotfix duplicate #99")).IsRefused("There is no issue `#99` in this repository.");
        (await hotfix.TellAsync(issue, $"/hotfix duplicate {hotfix.Fix().Number}")).IsRefused($"#{hotfix.Fix().Number} is a pull request, and an issue can only be a duplicate of another issue.");
        Assert.Contains("an issue like `#12`", (await hotfix.TellAsync(issue, "/hotfix duplicate that")).Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, $"/hotfix duplicate #{other.Number}", "beta-user")).IsRefused("You have the role `read` in this repository, and `duplicate` needs `triage`.");
        Assert.Null(issue.Closed);

        (await hotfix.TellAsync(issue, $"/hotfix duplicate #{other.Number}")).IsDone();
        (await hotfix.TellAsync(issue, $"/hotfix duplicate #{other.Number}")).IsRefused("This issue is closed, and `duplicate` works on open issues only. Reopen it first.");
    }
}
