using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate;

public sealed class GateReportTests
{
    [Fact]
    public void Item_by_item_the_worst_first()
    {
        var verdict = new Verdict(
            Head,
            [
                Item("tried", ItemStanding.Closed, "It is ticked.", isTicked: true),
                Item("reviewed", ItemStanding.Open, "Nobody's approval counts yet."),
                Item("tests_pass", ItemStanding.Failing, "Red: `build`.", new Annotation("a.js", 1, 1, AnnotationLevel.Failure, "t", "m")),
            ],
            null,
            null);
        var run = GateReport.Of(verdict, Facts with { State = new(Ticks: [new("tried", "ana", Now)]) });

        Assert.Equal(("hotfix/gate", Head, CheckConclusion.Failure, "2 of 3 open: tests pass, reviewed"), (run.Name, run.Commit, run.Conclusion, run.Title));
        Assert.Equal("What is open, and what would close it, the worst first. A ticked box counts only where there is nothing better to look at.", run.Summary);
        Assert.Equal(
            """
            ### Something speaks against it

            - **`Text of tests_pass`** Red: `build`.

            ### Open

            - **`Text of reviewed`** Nobody's approval counts yet.

            ### Closed

            - **`Text of tried`** It is ticked. Ticked by `ana` on 2026-11-21 12:00 UTC.
            """.ReplaceLineEndings("\n"),
            run.Text);
        Assert.Equal("a.js", Assert.Single(run.Annotations).Path);
        Assert.Equal(run, GateReport.Of(verdict, Facts with { State = new(Ticks: [new("tried", "ana", Now)]), Now = Now.AddHours(1) }));
    }

    [Fact]
    public void The_title_counts()
    {
        Assert.Equal("All 2 closed", Title([Item("a", ItemStanding.Closed), Item("b", ItemStanding.NotAsked)]));
        Assert.Equal("7 of 7 open: i1, i2, i3, i4, i5 and 2 more", Title([.. Enumerable.Range(1, 7).Select(at => Item($"i{at}", ItemStanding.Open))]));
        Assert.Equal("All 1 closed, but held by dana and frozen", GateReport.Of(new(Head, [Item("a", ItemStanding.Closed)], new("dana", Now, null), new("dana", Now, "audit", null)), Facts).Title);
        Assert.Equal("Frozen; 1 of 1 open: root cause", GateReport.Of(new(Head, [Item("root_cause", ItemStanding.Open)], null, new("dana", Now, "audit", null)), Facts).Title);
        Assert.Equal("Not as it was started", GateReport.Of(new(Head, [Item("a", ItemStanding.Closed)], null, null, ["It is gone."]), Facts).Title);
        Assert.InRange(Title([.. Enumerable.Range(1, 9).Select(at => Item(new string('x', 300), ItemStanding.Open))]).Length, 1, 255);
    }

    [Fact]
    public void What_keeps_it_shut_as_a_whole_comes_first_with_its_reason()
    {
        var summary = GateReport.Of(new(Head, [Item("a", ItemStanding.Closed)], new("dana", Now, "wait for @ops"), new("eve", Now, "audit", Now.AddHours(1)), ["It is gone."]), Facts).Summary.Split("\n\n");

        Assert.Equal("**Held** by `dana` on 2026-11-21 12:00 UTC, because `wait for @ops`. `/hotfix unhold` opens it again.", summary[0]);
        Assert.Equal("**Frozen**, the whole repository, by `eve` on 2026-11-21 12:00 UTC until 2026-11-21 13:00 UTC, because `audit`. `/hotfix thaw` ends it; a P0 may pass by `/hotfix override freeze --reason <why>`.", summary[1]);
        Assert.Equal("**Not as it was started.** It is gone.", summary[2]);
    }

    [Fact]
    public void An_override_is_shown_with_who_when_and_why()
    {
        var item = Item("reviewed", ItemStanding.Overridden, "Nobody's approval counts yet.") with { Override = new("reviewed", Head, "dana", Now, "all asleep", 31) };
        var run = GateReport.Of(new(Head, [item], null, null), Facts);

        Assert.Equal((CheckConclusion.Success, "All 1 closed, 1 by override", "Everything that was asked for is so."), (run.Conclusion, run.Title, run.Summary));
        Assert.EndsWith("Nobody's approval counts yet. `dana` lets it pass on `2222222`, since 2026-11-21 12:00 UTC, because `all asleep`; #31 looks at it afterwards. The next push ends that.", run.Text, StringComparison.Ordinal);
    }

    /// <summary>A check run's text is shown to everybody, and an item that somebody added is in a stranger's words.</summary>
    [Fact]
    public void Nobody_s_words_ping_or_render()
    {
        var added = new JudgedItem(new("", "@everyone ``` <img src=x> [a](http://a.example)", "manual"), false, Finding.Open("Tick its box once it is true."));
        var run = GateReport.Of(new(Head, [added], null, null), Facts);

        Assert.Equal("### Open\n\n- **`@everyone ''' <img src=x> [a](http://a.example)`** Tick its box once it is true.", run.Text);
    }

    private static string Title(Values<JudgedItem> items) => GateReport.Of(new(Head, items, null, null), Facts).Title;

    private static JudgedItem Item(string id, ItemStanding standing, string says = "So.", Annotation? note = null, bool isTicked = false) =>
        new(new(id, $"Text of {id}", "manual"), isTicked, new(standing, says, note is null ? [] : [note]));
}
