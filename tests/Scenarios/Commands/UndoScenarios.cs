using Hotfix.Domain;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix undo</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class UndoScenarios
{
    [Fact]
    public async Task Each_undo_takes_back_the_command_before()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        var labels = issue.LabelNames();
        await hotfix.TellAsync(issue, "/hotfix severity P1");
        await hotfix.TellAsync(issue, "/hotfix severity P0\n/hotfix role scribe @sam");

        Assert.Empty((await hotfix.TellAsync(issue, "/hotfix undo")).Hotfix!.Roles);
        Assert.Equal(Severity.P1, (await hotfix.TellAsync(issue, "/hotfix undo")).Hotfix!.Assessment!.Severity);
        Assert.Equal(Severity.P3, (await hotfix.TellAsync(issue, "/hotfix undo")).Hotfix!.Assessment!.Severity);
        Assert.Equal(labels.Order(), issue.LabelNames().Order());
        (await hotfix.TellAsync(issue, "/hotfix undo")).IsRefused("You have given no command here that could be taken back.");
    }

    [Fact]
    public async Task Only_ones_own_commands_are_taken_back_and_others_stay()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Roles["sam"] = "triage";
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        await hotfix.TellAsync(issue, "/hotfix role commander @dana\n/hotfix timeline add mine");
        await hotfix.TellAsync(issue, "/hotfix role scribe @eve\n/hotfix timeline add hers", "sam");

        await hotfix.TellAsync(issue, "/hotfix undo");
        var undone = await hotfix.TellAsync(issue, "/hotfix undo");

        Assert.Equal([new(IncidentRole.Scribe, "eve")], undone.Hotfix!.Roles);
        Assert.Equal(["hers"], undone.Hotfix.Notes.Select(note => note.Text));
        (await hotfix.TellAsync(issue, "/hotfix undo")).IsRefused("You have given no command here that could be taken back.");
    }

    [Fact]
    public async Task Who_was_found_with_the_first_severity_is_free_again()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", ".github/hotfix.yml", "team:\n  people:\n    alice: {}\nrules:\n  prepend:\n    - { name: later, severities: [P3], decision: batch }\n    - { name: now, severities: [P0], decision: hotfix_now, assign: next_available }\n");
        hotfix.Repository.Team.Add("alice");
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        Assert.Null(issue.CardLine("Owner"));

        await hotfix.TellAsync(issue, "/hotfix severity P0");
        Assert.Equal(["alice"], issue.Assignees.Select(user => user.Login));
        var undone = await hotfix.TellAsync(issue, "/hotfix undo");

        Assert.Empty(issue.Assignees);
        Assert.Null(undone.Hotfix!.Owner);
        Assert.Null(issue.CardLine("Owner"));
        await hotfix.TellAsync(issue, "/hotfix severity P0");
        Assert.Equal(["alice"], issue.Assignees.Select(user => user.Login));
    }

    [Fact]
    public async Task Of_start_says_what_stays_and_only_of_start()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();
        await hotfix.TellAsync(issue, "/hotfix role scribe @sam");
        await hotfix.TellAsync(issue, "/hotfix start");

        var undone = await hotfix.TellAsync(issue, "/hotfix undo");
        Assert.Equal("`/hotfix start` was taken back. What stays:\n\n- The version 1.0.1 stays taken, so that no two releases ever have the same.", undone.Answer);
        Assert.Equal(HotfixState.Triaged, undone.Hotfix!.State);
        Assert.False(hotfix.Fix().IsOpen);

        var second = await hotfix.TellAsync(issue, "/hotfix undo");
        second.IsDone();
        Assert.Empty(second.Hotfix!.Roles);
    }

    [Fact]
    public async Task Is_refused_when_it_went_on_with_an_argument_and_to_those_who_may_not()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();
        await hotfix.TellAsync(issue, "/hotfix next-release");
        hotfix.Repository.Roles["writer"] = "write";
        await hotfix.TellAsync(issue, "/hotfix start", "writer");

        (await hotfix.TellAsync(issue, "/hotfix undo")).IsRefused("Your last command here, `/hotfix next-release`, made the issue put off to the next release; by now it is started, so it is too late to take it back.");
        Assert.Contains("`/hotfix undo` takes nothing more", (await hotfix.TellAsync(issue, "/hotfix undo all")).Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, "/hotfix undo", "beta-user")).IsRefused("You have the role `read` in this repository, and `undo` needs `triage`.");
    }

    [Fact]
    public async Task A_rehearsal_takes_nothing_back()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        await hotfix.TellAsync(issue, "/hotfix severity P1");

        var told = await hotfix.TellAsync(issue, "/hotfix undo --dry-run");

        Assert.Equal("`undo` would:\n\n- let the report say how severe it is\n\nNone of this was done.", told.Answer);
        Assert.Contains("severity: P1", issue.LabelNames());
    }
}
