using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Tests.Commands.Verbs;

/// <summary>The verbs whose decisions are short.</summary>
public sealed class OtherVerbTests
{
    private static readonly Domain.Hotfix Triaged = CommandTester.Triaged;

    [Fact]
    public void Assign_hands_over_and_remembers_who_had_it()
    {
        var before = Triaged with { Owner = new("alice", null, []) };
        var next = Triaged with { Owner = new("bob", null, []) };

        Assert.Equal(
            new Ruling.Done(next, [CommandTester.Remember(before, next), new HandOver(CommandTester.Issue, "alice", "bob")], "assigned to bob", null, NextStep.Card),
            CommandTester.Rule("/hotfix assign @bob", before));
    }

    [Fact]
    public void Duplicate_closes_as_one_and_tells_no_load_where_nobody_has_it()
    {
        var ruling = Assert.IsType<Ruling.Done>(CommandTester.Rule("/hotfix duplicate #2", other: new(77, 2, false)));

        Assert.Equal([CommandTester.Remember(Triaged, ruling.Next!), new CloseIssue(CommandTester.Issue, CloseReason.Duplicate, 77)], ruling.Effects);
        Assert.Equal((HotfixState.Closed, "duplicate of #2"), (ruling.Next!.State, ruling.Outcome));
    }

    [Fact]
    public void Pause_puts_its_label_on_and_says_what_is_waited_for()
    {
        var ruling = Assert.IsType<Ruling.Done>(CommandTester.Rule("/hotfix pause blocked #2", other: new(77, 2, true)));

        Assert.Equal([new(ClockEventKind.Paused, CommandTester.Noon, "delivery", Reason: PauseReason.Issue, Label: "blocked", By: "maintainer", On: 2)], ruling.Next!.Events);
        Assert.Equal([CommandTester.Remember(Triaged, Triaged), new ChangeLabels(CommandTester.Issue, [new("blocked", "ededed", "The clocks stand still")], [], Triaged.Labels)], ruling.Effects);
    }

    [Fact]
    public void Help_only_answers() => Assert.Equal(
        new Ruling.Done(Triaged, [], "help", HelpText.All(Support.Reports.Profile)),
        CommandTester.Rule("/hotfix help"));

    [Theory]
    [InlineData("/hotfix timeline add x --at 25:00")]
    [InlineData("/hotfix timeline add x --at tomorrow")]
    [InlineData("/hotfix timeline add x --at 2026-11-20T12:01Z")]
    [InlineData("/hotfix timeline add x --at 2026-11-20T13:00+00:30")]
    public void A_time_that_is_none_or_to_come_is_refused(string line) => Assert.Contains("is not a time in the past", Assert.IsType<Ruling.Refused>(CommandTester.Rule(line)).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("11:59", "2026-11-20T11:59:00Z")]
    [InlineData("12:01", "2026-11-19T12:01:00Z")]
    [InlineData("9:05", "2026-11-20T09:05:00Z")]
    [InlineData("2026-11-20T13:00+02:00", "2026-11-20T11:00:00Z")]
    [InlineData("\"2026-11-20 11:00\"", "2026-11-20T11:00:00Z")]
    public void A_time_is_read_as_the_last_that_was_so(string at, string means) => Assert.Equal(
        [new(DateTimeOffset.Parse(means, System.Globalization.CultureInfo.InvariantCulture), "maintainer", "x")],
        Assert.IsType<Ruling.Done>(CommandTester.Rule($"/hotfix timeline add x --at {at}")).Next!.Notes);
}
