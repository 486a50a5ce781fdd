using Hotfix.Domain;
using Hotfix.Tests.Support;
using Hotfix.Triage;

namespace Hotfix.Tests.Triage;

public sealed class IssueDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Actor Maintainer = new("maintainer", false);
    private static readonly Actor Author = new("beta-user", false);

    private readonly IssueDecision decision = new(Reports.Facts());

    [Fact]
    public void An_opened_issue_gets_its_labels_and_its_card()
    {
        var opened = new IssueOpened(Issue("The color is wrong"));

        var plan = decision.Decide(opened, null);

        Assert.Equal(
            [
                new ChangeLabels(opened.Issue.Id, [Reports.Profile.Severities[Severity.P3].Label, Reports.Profile.Impacts[Impact.UiCosmetic].Label!, Reports.Profile.Decisions[Decision.Batch].Label!], [], ["severity: P3", "impact: cosmetic", "triage: batch"]),
            ],
            plan.Effects);
        Assert.Equal((HotfixState.Triaged, "P3 batch", NextStep.FirstCard), (plan.Next!.State, plan.Outcome, plan.Then));
    }

    [Fact]
    public void An_edit_changes_only_what_differs()
    {
        var before = Done(decision.Decide(new IssueOpened(Issue("The color is wrong")), null));
        var edited = new IssueEdited(Issue("The color is wrong for all users", labels: [.. before!.Labels], minutes: 1));

        var plan = decision.Decide(edited, before);

        Assert.Equal(([], NextStep.Card), (plan.Effects, plan.Then));
    }

    [Fact]
    public void An_edit_that_changes_the_severity_swaps_the_labels()
    {
        var before = Done(decision.Decide(new IssueOpened(Issue("The color is wrong")), null));
        var edited = new IssueEdited(Issue("It crashes and the color is wrong", labels: [.. before!.Labels, "docs"], minutes: 1));

        Assert.Equal(
            new ChangeLabels(
                edited.Issue.Id,
                [Reports.Profile.Severities[Severity.P0].Label, Reports.Profile.Impacts[Impact.FeatureFailure].Label!, Reports.Profile.Decisions[Decision.Review].Label!],
                [Reports.Profile.Severities[Severity.P3].Label, Reports.Profile.Impacts[Impact.UiCosmetic].Label!, Reports.Profile.Decisions[Decision.Batch].Label!],
                ["severity: P0", "impact: feature failure", "triage: review"]),
            decision.Decide(edited, before).Effects[0]);
    }

    [Fact]
    public void A_label_of_ours_that_a_person_takes_off_stays_off_and_the_card_says_so()
    {
        var before = Done(decision.Decide(new IssueOpened(Issue("The color is wrong")), null));

        var taken = decision.Decide(new IssueUnlabeled(Issue("The color is wrong", ["severity: P3", "impact: cosmetic"], 1), "triage: batch", Maintainer), before);
        Assert.Equal(["triage: batch"], taken.Next!.TakenOff);
        Assert.Contains("- **Labels** A person took `triage: batch` off; it stays off until somebody puts it back.", CardText.Of(taken.Next!, Reports.Process), StringComparison.Ordinal);

        var crash = decision.Decide(new IssueEdited(Issue("The extension crashes", ["severity: P3", "impact: cosmetic"], 2)), Done(taken));
        var back = decision.Decide(new IssueEdited(Issue("The color is wrong", [.. Done(crash)!.Labels], 3)), Done(crash));
        Assert.DoesNotContain(back.Effects.OfType<ChangeLabels>(), change => change.Add.Any(label => label.Name == "triage: batch"));

        Assert.Empty(decision.Decide(new IssueLabeled(Issue("The color is wrong", [], 4), "triage: batch", Maintainer), Done(back)).Next!.TakenOff);
    }

    [Fact]
    public void The_authors_answer_is_read_and_nobody_elses()
    {
        var asked = decision.Decide(new IssueOpened(Issue("Help")), null);
        Assert.Equal("needs-info", Assert.Single(((ChangeLabels)asked.Effects[0]).Add).Name);

        Assert.Empty(decision.Decide(new CommentPosted(Issue("Help", ["needs-info"], 1), new("somebody-else", false), "The extension crashes", false, Noon), Done(asked)).Effects);

        var answered = decision.Decide(new CommentPosted(Issue("Help", ["needs-info"], 1), Author, "The extension crashes on start", false, Noon), Done(asked));
        Assert.Equal((Severity.P0, "P0 a person decides"), (answered.Next!.Assessment!.Severity, answered.Outcome));
        Assert.Equal(asked.Next!.UpdatedAt, decision.Decide(new CommentPosted(Issue("Help", ["needs-info"], -1), Author, "It crashes", false, Noon), Done(asked)).Next!.UpdatedAt);
        Assert.Equal(["needs-info"], ((ChangeLabels)answered.Effects[0]).Remove.Select(label => label.Name));

        Assert.Equal(Severity.P0, decision.Decide(new IssueEdited(Issue("Help!", [.. Done(answered)!.Labels], 2)), Done(answered)).Next!.Assessment!.Severity);
    }

    [Fact]
    public void An_issue_by_a_bot_is_left_alone_unless_the_profile_names_it()
    {
        var byBot = new IssueOpened(Issue("The extension crashes") with { Author = new("crash-reporter[bot]", true) });

        Assert.Equal(new Plan(null, [], "filed by a bot"), decision.Decide(byBot, null));
        Assert.Equal(Severity.P0, new IssueDecision(Reports.Facts(Reports.Profile with { Bots = ["crash-reporter[bot]"] })).Decide(byBot, null).Next!.Assessment!.Severity);
    }

    [Fact]
    public void Version_and_platform_become_labels_where_the_profile_says_so()
    {
        var labelling = new IssueDecision(Reports.Facts(Reports.Profile with { FormLabels = new("version: {0}", "on: {0}") }));
        var opened = Issue("The extension crashes") with { Report = new("The extension crashes", "### Version\n\n1.1.0-`beta`\n\n### Platform\n\n_No response_") };

        Assert.Equal("version: 1.1.0-'beta'", ((ChangeLabels)labelling.Decide(new IssueOpened(opened), null).Effects[0]).Add[^1].Name);
        Assert.DoesNotContain(((ChangeLabels)decision.Decide(new IssueOpened(opened), null).Effects[0]).Add, label => label.Name.StartsWith("version", StringComparison.Ordinal));
    }

    [Fact]
    public void A_severity_label_set_by_a_person_wins_until_it_is_taken_off()
    {
        var opened = Done(decision.Decide(new IssueOpened(Issue("The color is wrong")), null));

        var labeled = decision.Decide(new IssueLabeled(Issue("The color is wrong", [.. opened!.Labels, "Severity: P0"], 1), "Severity: P0", Maintainer), opened);
        Assert.Equal(Severity.P0, labeled.Next!.Assessment!.Severity);
        Assert.Equal(["severity: P3", "triage: batch"], ((ChangeLabels)labeled.Effects[0]).Remove.Select(label => label.Name));

        var edited = decision.Decide(new IssueEdited(Issue("The color is very wrong", [.. Done(labeled)!.Labels], 2)), Done(labeled));
        Assert.Equal(SeveritySource.Person, edited.Next!.Assessment!.Source);

        var unlabeled = decision.Decide(new IssueUnlabeled(Issue("The color is very wrong", [], 3), "severity: P0", Maintainer), Done(edited));
        Assert.Equal((Severity.P3, SeveritySource.Claims), (unlabeled.Next!.Assessment!.Severity, unlabeled.Next.Assessment.Source));
    }

    [Fact]
    public void A_label_by_a_bot_is_no_instruction()
    {
        var before = Done(decision.Decide(new IssueOpened(Issue("The color is wrong")), null));

        Assert.Empty(decision.Decide(new IssueLabeled(Issue("The color is wrong", ["severity: P0"], 1), "severity: P0", new("labeler[bot]", true)), before).Effects);
    }

    [Fact]
    public void A_severity_label_whose_own_delivery_is_late_counts_with_the_next_event()
    {
        var before = Done(decision.Decide(new IssueOpened(Issue("The color is wrong")), null));

        Assert.Equal(Severity.P0, decision.Decide(new IssueEdited(Issue("The color is very wrong", [.. before!.Labels, "severity: P0"], 2)), before).Next!.Assessment!.Severity);
    }

    [Fact]
    public void What_is_taken_off_is_put_back_as_it_looked_by_the_inverse()
    {
        var before = Done(decision.Decide(new IssueOpened(Issue("The color is wrong")), null));
        var change = (ChangeLabels)decision.Decide(new IssueEdited(Issue("The extension crashes", [.. before!.Labels], 1)), before).Effects[0];

        Assert.Contains(Reports.Profile.Severities[Severity.P3].Label, change.Remove);
    }

    [Fact]
    public void A_severity_label_that_was_on_from_the_start_counts() =>
        Assert.Equal(Severity.P1, decision.Decide(new IssueOpened(Issue("Hello", ["severity: P1"])), null).Next!.Assessment!.Severity);

    [Fact]
    public void A_label_of_somebody_else_changes_nothing() =>
        Assert.Empty(decision.Decide(new IssueLabeled(Issue("Hello", ["docs"], 1), "docs", Maintainer), decision.Decide(new IssueOpened(Issue("Hello")), null).Next).Effects);

    [Fact]
    public void A_delivery_that_comes_late_decides_nothing()
    {
        var edited = Done(decision.Decide(new IssueEdited(Issue("It crashes", minutes: 5)), null));

        Assert.Equal(new Plan(edited, [], "older than what was decided"), decision.Decide(new IssueOpened(Issue("Hello")), edited));
    }

    [Fact]
    public void A_closed_issue_is_left_alone_until_it_is_reopened()
    {
        var closed = Done(decision.Decide(new IssueClosed(Issue("It crashes", isOpen: false), Maintainer), null));
        Assert.Equal(HotfixState.Closed, closed!.State);

        var edited = decision.Decide(new IssueEdited(Issue("It really crashes", minutes: 1, isOpen: false)), closed);
        Assert.Equal((HotfixState.Closed, []), (edited.Next!.State, edited.Effects));

        Assert.Equal(HotfixState.Triaged, decision.Decide(new IssueReopened(Issue("It crashes", minutes: 2)), Done(edited)).Next!.State);
    }

    [Fact]
    public void A_gone_issue_stays_gone()
    {
        var gone = Done(decision.Decide(new IssueGone(Issue("Hello")), null));

        Assert.Equal(new Plan(gone, [], "the issue is gone"), decision.Decide(new IssueEdited(Issue("Hello again", minutes: 1)), gone));
    }

    /// <summary>The aggregate once the plan was performed.</summary>
    private static Hotfix.Domain.Hotfix? Done(Plan plan) =>
        plan.Next is { } next && plan.Effects.OfType<ChangeLabels>().FirstOrDefault() is { } change ? next with { Labels = change.Ours } : plan.Next;

    private static IssueSnapshot Issue(string title, Values<string> labels = default, int minutes = 0, bool isOpen = true) =>
        new(new(Reports.Repository, 1), Author, new(title, ""), labels, isOpen, Noon.AddMinutes(minutes), [], Noon);
}
