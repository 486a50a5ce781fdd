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
        Assert.Equal([new MoveLoad(closed.Issue.Id, "dana", null)], plan.Effects);

        Assert.Contains(new MoveLoad(closed.Issue.Id, null, "dana"), decision.Decide(new IssueReopened(Issue(minutes: 2)), plan.Next).Effects);
    }

    [Fact]
    public void What_the_team_closed_as_a_hotfix_tells_what_such_a_thing_takes_and_what_its_author_closed_does_not()
    {
        var hotfix = new IssueDecision(Reports.Facts());
        var open = hotfix.Decide(new IssueOpened(Issue("The extension crashes for all users")), null).Next!;

        Assert.Equal([new LearnEffort(open.Issue, Impact.FeatureFailure, TimeSpan.FromMinutes(90))], hotfix.Decide(new IssueClosed(Issue("The extension crashes for all users", 90, isOpen: false), Maintainer), open).Effects);
        Assert.Empty(hotfix.Decide(new IssueClosed(Issue("The extension crashes for all users", 90, isOpen: false), new("beta-user", false)), open).Effects);
    }

    [Fact]
    public void Assigned_while_closed_it_is_nobodys_load()
    {
        var closed = decision.Decide(new IssueClosed(Issue(minutes: 1, isOpen: false), Maintainer), Owned("dana")).Next;
        var plan = decision.Decide(new IssueAssigned(Issue(minutes: 2, isOpen: false), "kim", Maintainer), closed);

        Assert.Equal(("kim", []), (plan.Next!.Owner!.Login, plan.Effects));
    }

    [Fact]
    public void Closed_without_our_hearing_of_it_the_next_event_tells()
    {
        var plan = decision.Decide(new IssueLabeled(Issue(minutes: 2, isOpen: false), "docs", Maintainer), Owned("dana"));

        Assert.Equal((HotfixState.Closed, [new MoveLoad(Issue().Id, "dana", null)]), (plan.Next!.State, plan.Effects));
    }

    [Fact]
    public void Opened_is_decided_also_when_something_else_was_heard_of_first()
    {
        var comment = decision.Decide(new CommentPosted(Issue(minutes: 3), Maintainer, "Looking.", true, Noon.AddMinutes(3)), null);

        Assert.Equal(HotfixState.Triaged, decision.Decide(new IssueOpened(Issue()), comment.Next).Next!.State);
    }

    [Fact]
    public void A_high_score_goes_to_the_best_match_whatever_the_rule_says()
    {
        var profile = Routed with { Rules = [Routed.Rules[0] with { Severities = [Severity.P0], Assign = AssignBy.NextAvailable }] };
        var assign = (AssignOwner)new IssueDecision(Reports.Facts(profile)).Decide(new IssueOpened(Issue("The extension crashes for all users")), null).Effects[^1];

        Assert.True(assign.WhateverTheLoad);
    }

    [Fact]
    public void Gone_it_is_nobodys_load() => Assert.Equal([new MoveLoad(Issue().Id, "dana", null)], decision.Decide(new IssueGone(Issue(minutes: 1)), Owned("dana")).Effects);

    private Hotfix.Domain.Hotfix Owned(string login) => decision.Decide(new IssueOpened(Issue()), null).Next! with { Owner = new(login, null, []), Labels = ["severity: P3", "impact: cosmetic", "triage: batch"] };

    private static IssueSnapshot Issue(string title = "The color is wrong", int minutes = 0, bool isOpen = true) =>
        new(new(Reports.Repository, 1), new("beta-user", false), new(title, ""), [], isOpen, Noon.AddMinutes(minutes), [], Noon);
}
