using Hotfix.Domain;
using Hotfix.Tests.Support;
using Hotfix.Triage;

namespace Hotfix.Tests.Triage;

/// <summary>When somebody is looked for, and what people's changes mean; who it is is in OwnerRoutingTests.</summary>
public sealed class OwnershipTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Maintainer = new("maintainer", false);

    private static readonly Profile Routed = Reports.Profile with
    {
        Rules = [new("ours", Decision.Batch, [Severity.P3], null, null, null, null, AssignBy.BestMatch, null, false)],
        Team = Reports.Profile.Team with { People = new Dictionary<string, PersonRule> { ["dana"] = new(["ui"], null, []) } },
    };

    private readonly IssueDecision decision = new(Reports.Facts(Routed));

    [Fact]
    public void Somebody_is_looked_for_when_the_rule_says_so()
    {
        var opened = new IssueOpened(Issue());

        Assert.Equal(new AssignOwner(opened.Issue.Id, [new("dana", OwnerReason.BestMatch, ["ui"], 0, 5)], false), decision.Decide(opened, null).Effects[^1]);
    }

    [Fact]
    public void Nobody_is_looked_for_where_no_rule_decided() => Assert.DoesNotContain(decision.Decide(new IssueOpened(Issue("The extension crashes")), null).Effects, effect => effect is AssignOwner);

    [Fact]
    public void Whom_the_author_named_has_it_and_nobody_else_is_looked_for()
    {
        var opened = new IssueOpened(Issue() with { Assignees = ["kim"] });
        var plan = decision.Decide(opened, null);

        Assert.Equal((new Ownership("kim", null, []), new MoveLoad(opened.Issue.Id, null, "kim")), (plan.Next!.Owner, plan.Effects[^1]));
    }

    [Fact]
    public void An_owner_is_looked_for_once()
    {
        var before = decision.Decide(new IssueOpened(Issue()), null).Next! with { Owner = new(null, null, ["dana"]) };

        Assert.DoesNotContain(decision.Decide(new IssueEdited(Issue("The color is very wrong", 1)), before).Effects, effect => effect is AssignOwner);
    }

    [Fact]
    public void Assigned_by_a_person_the_load_moves()
    {
        var assigned = new IssueAssigned(Issue(minutes: 1), "kim", Maintainer);
        var plan = decision.Decide(assigned, Owned("dana"));

        Assert.Equal((new Ownership("kim", null, []), [new MoveLoad(assigned.Issue.Id, "dana", "kim")], NextStep.Card), (plan.Next!.Owner, plan.Effects, plan.Then));
    }

    [Fact]
    public void Our_own_assignment_coming_back_changes_nothing() => Assert.Empty(decision.Decide(new IssueAssigned(Issue(minutes: 1), "Dana", Maintainer), Owned("dana")).Effects);

    [Fact]
    public void Taken_off_it_goes_to_whoever_else_is_on_it()
    {
        var unassigned = new IssueUnassigned(Issue(minutes: 1) with { Assignees = ["kim"] }, "dana", Maintainer);
        var plan = decision.Decide(unassigned, Owned("dana"));

        Assert.Equal((new Ownership("kim", null, []), [new MoveLoad(unassigned.Issue.Id, "dana", "kim")]), (plan.Next!.Owner, plan.Effects));
    }

    [Fact]
    public void Closed_it_is_nobodys_load_and_open_again_it_is_the_owners()
    {
        var closed = new IssueClosed(Issue(minutes: 1, isOpen: false), Maintainer);
        var plan = decision.Decide(closed, Owned("dana"));
        Assert.Equal([new MoveLoad(closed.Issue.Id, "dana", null), new LearnEffort(closed.Issue.Id, Impact.UiCosmetic, TimeSpan.FromMinutes(1))], plan.Effects);

        Assert.Contains(new MoveLoad(closed.Issue.Id, null, "dana"), decision.Decide(new IssueReopened(Issue(minutes: 2)), plan.Next).Effects);
    }

    [Fact]
    public void Gone_it_is_nobodys_load() => Assert.Equal([new MoveLoad(Issue().Id, "dana", null)], decision.Decide(new IssueGone(Issue(minutes: 1)), Owned("dana")).Effects);

    private Hotfix.Domain.Hotfix Owned(string login) => decision.Decide(new IssueOpened(Issue()), null).Next! with { Owner = new(login, null, []), Labels = ["severity: P3", "impact: cosmetic", "triage: batch"] };

    private static IssueSnapshot Issue(string title = "The color is wrong", int minutes = 0, bool isOpen = true) =>
        new(new(Reports.Repository, 1), new("beta-user", false), new(title, ""), [], isOpen, Noon.AddMinutes(minutes), [], Noon);
}
