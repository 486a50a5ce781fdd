using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate;

public sealed class JudgingTests
{
    private const string Start = "<!-- hotfix:checklist:start -->";
    private const string End = "<!-- hotfix:checklist:end -->";
    private const string Tried = "- [x] Tried by hand. <!-- hotfix:tried -->";
    private const string Reviewed = "- [ ] Reviewed. <!-- hotfix:reviewed -->";

    /// <summary>Two items, both closed.</summary>
    private static readonly GateFacts Green = (Facts with
    {
        Fix = Facts.Fix with { Template = PinnedTemplate.Of("hotfix-p1", "") with { Items = [new("tried", "Tried by hand.", "manual"), new("reviewed", "Reviewed.", "approval(1)")] } },
    }).With(Review("bo")).WithBody(Body(Tried, Reviewed));

    [Fact]
    public void A_box_counts_only_where_there_is_nothing_better_to_look_at()
    {
        Assert.True(Judging.Judge(Green).IsGreen);

        var verdict = Judging.Judge(Green.With(Array.Empty<PullReview>()).WithBody(Body("- [x] Tried by hand. <!-- hotfix:tried -->", "- [x] Reviewed. <!-- hotfix:reviewed -->")));

        Assert.False(verdict.IsGreen);
        Assert.Equal([("tried", true, ItemStanding.Closed), ("reviewed", true, ItemStanding.Open)], verdict.Items.Select(item => (item.Pinned.Id, item.IsTicked, item.Finding.Standing)));
    }

    [Theory]
    [InlineData("", "Its line is gone from the checklist. Put it back: `- [ ] Tried by hand. <!-- hotfix:tried -->`.")]
    [InlineData("- [x] Tried. <!-- hotfix:tried -->", "It says something else now, in line 2: `Tried.`. It was: `Tried by hand.`.")]
    [InlineData("- [x] ~~Tried by hand.~~ <!-- hotfix:tried -->", "It is struck out in line 2, and an item is not done by that. Take the strokes away; if it is not needed here, `/hotfix override tried --reason <why>` says so.")]
    [InlineData("- [ ] Tried by hand. <!-- hotfix:tried -->\n- [x] Tried by hand. <!-- hotfix:tried -->", "It is in the checklist more than once, in lines 2 and 3. Keep one of them.")]
    [InlineData("- [ ] Tried by hand.\n- [x] Tried by hand. <!-- hotfix:tried -->", "It is in the checklist more than once, in lines 2 and 3. Keep one of them.")]
    public void An_item_that_is_not_as_it_was_pinned_says_so(string line, string says)
    {
        var verdict = Judging.Judge(Green.WithBody(Body(line, Reviewed)));

        Assert.False(verdict.IsGreen);
        Assert.Equal(new Finding(ItemStanding.Broken, says), verdict.Items[0].Finding);
        Assert.Equal(ItemStanding.Closed, verdict.Items[1].Finding.Standing);
    }

    [Theory]
    [InlineData("- [X]  Tried   by hand.   <!-- a note --> <!-- hotfix:tried -->")]
    [InlineData("1. [x] Tried by hand. <!--hotfix:tried-->")]
    [InlineData("- [x] Tried by hand.")]
    public void Blanks_marks_and_comments_make_no_difference(string line) => Assert.True(Judging.Judge(Green.WithBody(Body(line, Reviewed))).IsGreen);

    [Fact]
    public void The_text_never_says_what_an_item_asks_for() =>
        Assert.False(Judging.Judge(Green.With(Array.Empty<PullReview>()).WithBody(Body(Tried, "- [x] Reviewed. <!-- hotfix:reviewed manual -->"))).IsGreen);

    [Fact]
    public void What_somebody_adds_asks_for_a_tick()
    {
        Assert.False(Judging.Judge(Green.WithBody(Body(Tried, Reviewed, "- [ ] Ask legal"))).IsGreen);
        Assert.True(Judging.Judge(Green.WithBody(Body(Tried, Reviewed, "- [x] Ask legal"))).IsGreen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- [x] Tried by hand. <!-- hotfix:tried -->")]
    public void Without_a_checklist_nothing_passes(string body)
    {
        var verdict = Judging.Judge(Green.WithBody(body));

        Assert.False(verdict.IsGreen);
        Assert.StartsWith("The checklist was removed", Assert.Single(verdict.Problems), StringComparison.Ordinal);
        Assert.All(verdict.Items, item => Assert.Equal(ItemStanding.Broken, item.Finding.Standing));
    }

    [Fact]
    public void A_checklist_of_nothing_is_no_checklist()
    {
        var verdict = Judging.Judge(Facts.WithBody(Body()));

        Assert.False(verdict.IsGreen);
        Assert.StartsWith("The checklist has no item", Assert.Single(verdict.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_nearly_an_item_keeps_it_shut() => Assert.False(Judging.Judge(Green.WithBody(Body(Tried, Reviewed, "- [x]almost"))).IsGreen);

    [Fact]
    public void Evidence_that_cannot_be_read_fails_closed()
    {
        var facts = Green with { Fix = Green.Fix with { Template = Green.Fix.Template! with { Items = [new("tried", "Tried by hand.", "hope(1)")] } } };

        Assert.Equal(ItemStanding.Broken, Judging.Judge(facts).Items[0].Finding.Standing);
    }

    [Fact]
    public void An_override_lets_an_item_pass_until_the_next_push()
    {
        var open = Green.With(Array.Empty<PullReview>());
        var passed = open with { State = new(Overrides: [new("reviewed", Fixed, "dana", Now, "asleep")]) };

        Assert.True(Judging.Judge(passed).IsGreen);
        Assert.Equal((ItemStanding.Overridden, "dana"), (Judging.Judge(passed).Items[1].Finding.Standing, Judging.Judge(passed).Items[1].Override!.By));
        Assert.False(Judging.Judge(passed.WithPush()).IsGreen);
        Assert.False(Judging.Judge(open with { State = new(Overrides: [new("tried", Head, "dana", Now, "asleep")]) }).IsGreen);
        Assert.Null(Judging.Judge(Green with { State = passed.State }).Items[1].Override); // closed by itself
    }

    [Fact]
    public void A_hold_shuts_it_whatever_the_items_say() => Assert.False(Judging.Judge(Green with { State = new(Hold: new("dana", Now, null)) }).IsGreen);

    [Fact]
    public void A_freeze_ends_by_itself_and_a_P0_may_pass_it()
    {
        var frozen = Green with { Freeze = new("dana", Now, "audit", Now.AddHours(1)) };
        var passing = frozen with { State = new(Overrides: [new("freeze", Head, "dana", Now, "all users")]) };

        Assert.False(Judging.Judge(frozen).IsGreen);
        Assert.True(Judging.Judge(frozen with { Now = Now.AddHours(1) }).IsGreen);
        Assert.False(Judging.Judge(passing).IsGreen);
        Assert.True(Judging.Judge(passing with { Severity = Severity.P0 }).IsGreen);
        Assert.False(Judging.Judge(frozen with { Severity = Severity.P0 }).IsGreen);
        Assert.False(Judging.Judge((passing with { Severity = Severity.P0 }).WithPush()).IsGreen);
    }

    private static string Body(params string[] lines) => string.Join('\n', [Start, .. lines.Where(line => line.Length > 0), End]);
}
