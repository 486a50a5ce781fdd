using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Tests.Support;
using Hotfix.Triage;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate;

/// <summary>When the gate is judged, and what a verdict leads to.</summary>
public sealed class GateDecisionTests
{
    private const string Text = "<!-- hotfix:checklist:start -->\n- [x] Tried by hand. <!-- hotfix:tried -->\n<!-- hotfix:checklist:end -->";

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    private static readonly IssueId Issue = Facts.Issue;

    private static readonly GateFacts Green = Fact(Text);

    private static readonly GateFacts Red = Fact(Text.Replace("[x]", "[ ]", StringComparison.Ordinal));

    [Fact]
    public void What_happens_is_judged_once_it_has_settled()
    {
        var plan = GateDecision.Hearing(Heard(Current()), Now, Settle);

        Assert.Equal(Now + Settle, plan.Next?.Gate?.DueAt);
        Assert.Equal([new AskVerdict(Issue, Now + Settle)], plan.Effects);
    }

    [Fact]
    public void A_burst_is_judged_once()
    {
        var first = GateDecision.Hearing(Heard(Current()), Now, Settle);

        Assert.Equal([], GateDecision.Hearing(Heard(first.Next), Now + (Settle / 2), Settle).Effects);
        Assert.Equal([new AskVerdict(Issue, Now + (3 * Settle))], GateDecision.Hearing(Heard(first.Next), Now + (2 * Settle), Settle).Effects);
    }

    [Fact]
    public void What_was_heard_before_the_last_verdict_was_read_is_in_it()
    {
        var judged = Current(new(ReadAt: Now));

        Assert.Equal([], GateDecision.Hearing(Heard(judged), Now.AddSeconds(-3), Settle).Effects);
        Assert.Single(GateDecision.Hearing(Heard(judged), Now.AddSeconds(-1), Settle).Effects); // GitHub may not have had it everywhere
        Assert.Single(GateDecision.Hearing(Heard(judged), Now, Settle).Effects);
    }

    [Fact]
    public void Without_an_open_pull_request_there_is_nothing_to_judge()
    {
        Assert.Equal([], GateDecision.Hearing(Heard(null), Now, Settle).Effects);
        Assert.Equal([], GateDecision.Hearing(Heard(Current(state: PullState.Merged)), Now, Settle).Effects);
        Assert.Equal([], GateDecision.Decide(Current(), Green with { Pull = Green.Pull with { State = PullState.Closed } }, Now, null).Effects);
    }

    [Fact]
    public void A_new_verdict_gets_a_run_of_its_own()
    {
        var plan = GateDecision.Decide(Current(), Red, Now, null);
        var publish = Assert.IsType<PublishVerdict>(Assert.Single(plan.Effects));

        Assert.Equal((Head, CheckConclusion.Failure, "1 of 1 open: tried", null), (publish.Run.Commit, publish.Run.Conclusion, publish.Run.Title, publish.Known));
        Assert.Equal((Head, false, Now, 0), (plan.Next!.Gate!.Head, plan.Next.Gate.IsGreen, plan.Next.Gate.ReadAt, plan.Next.Gate.Run));
    }

    [Fact]
    public void The_same_verdict_is_not_said_twice()
    {
        var judged = Said(Red);

        Assert.Equal(([], "as before"), GateDecision.Decide(judged, Red, Now.AddMinutes(1), null) is var plan ? (plan.Effects, plan.Outcome) : default);
        Assert.Equal(99, Published(GateDecision.Decide(judged, Green, Now, null)).Known);
        Assert.Null(Published(GateDecision.Decide(judged, Red with { Pull = Red.Pull with { Head = Pushed } }, Now, null)).Known);
    }

    [Fact]
    public void Somebody_who_wants_it_again_gets_a_new_run()
    {
        var again = GateDecision.News(new CheckRequested(Reports.Repository, Head, GateReport.CheckName), Said(Red), Now);
        Assert.Single(GateDecision.Hearing(again, Now.AddSeconds(-1), Settle).Effects);
        Assert.Null(Published(GateDecision.Decide(again.Next!, Red, Now, null)).Known);

        var other = GateDecision.News(new CheckRequested(Reports.Repository, Head, "hotfix/config"), Said(Red), Now);
        Assert.Equal([], GateDecision.Decide(other.Next!, Red, Now, null).Effects);
    }

    [Fact]
    public void That_GitHub_was_away_is_said_once_it_is_back()
    {
        var summary = Published(GateDecision.Decide(Said(Red), Red, Now, Now.AddMinutes(-1))).Run.Summary;

        Assert.EndsWith("\n\nGitHub did not answer from 2026-11-21 11:59 UTC on; until this verdict the gate stood as it was.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Green_makes_the_draft_ready_and_is_told_once()
    {
        var draft = Green with { Pull = Green.Pull with { State = PullState.Draft, AskedToReview = ["bo"] } };
        var plan = GateDecision.Decide(Current(), draft, Now, null);

        Assert.Equal(new MakeReady(Issue, 7, "PR_7"), plan.Effects[0]);
        Assert.IsType<PublishVerdict>(plan.Effects[1]);
        Assert.Equal("@bo: every item of the gate is closed. It can be merged into `release/v1.0.0`.", Assert.IsType<GiveAnswer>(plan.Effects[2]).Body);
        Assert.Equal(3, plan.Effects.Count);
        Assert.DoesNotContain(GateDecision.Decide(plan.Next!, draft with { State = plan.Next!.Gate! }, Now, null).Effects, effect => effect is GiveAnswer);
        Assert.DoesNotContain(GateDecision.Decide(Current(), Green, Now, null).Effects, effect => effect is MakeReady);
    }

    [Fact]
    public void Merging_by_itself_is_asked_for_once_a_commit()
    {
        var rules = Green with { Profile = Green.Profile with { Gate = Green.Profile.Gate with { AutoMerge = MergeMethod.Squash } } };
        var plan = GateDecision.Decide(Current(), rules, Now, null);

        Assert.Contains(new MergeLater(Issue, 7, "PR_7", Head, MergeMethod.Squash, Now), plan.Effects);
        Assert.DoesNotContain(GateDecision.Decide(plan.Next!, rules with { State = plan.Next!.Gate! }, Now, null).Effects, effect => effect is MergeLater);
    }

    [Fact]
    public void A_freeze_with_an_end_is_judged_when_it_ends() => Assert.Contains(
        new AskVerdict(Issue, Now.AddHours(1)),
        GateDecision.Decide(Current(), Green with { Freeze = new("dana", Now, "audit", Now.AddHours(1)) }, Now, null).Effects);

    [Fact]
    public void Who_ticked_is_remembered()
    {
        var edit = new PullRequestChanged(Reports.Repository, 7, Head, PullChange.Text, "hotfix/v1.0.1-crash", new("rita", false), Now, "release/v1.0.0", new(Text.Replace("[x]", "[ ]", StringComparison.Ordinal), Text));

        Assert.Equal([new Tick("tried", "rita", Now)], GateDecision.News(edit, Current(), Now).Next?.Gate?.Ticks ?? []);
        Assert.Null(GateDecision.News(edit with { Body = new(Text, Text) }, Current(), Now).Next?.Gate);
    }

    [Fact]
    public void A_strangers_pull_request_is_skipped()
    {
        var pull = new PullRequestChanged(Reports.Repository, 9, Pushed, PullChange.Content, "docs", new("bo", false), Now);

        Assert.Equal([new PublishCheck(Reports.Repository, OtherReports.Skipped(Pushed))], GateDecision.Skip(pull, null).Effects);
    }

    [Fact]
    public void In_a_merge_group_each_is_judged_by_its_own_evidence()
    {
        var plan = GateDecision.Decide(new MergeGroupFormed(Reports.Repository, Pushed, Fixed, "main"), [Green, Red with { Pull = Red.Pull with { Number = 8 } }]);

        Assert.Equal("- #7: `All 1 closed`\n- #8: `1 of 1 open: tried`", Assert.IsType<PublishCheck>(Assert.Single(plan.Effects)).Run.Summary);
    }

    private static Plan Heard(Domain.Hotfix? current) => new(current, [], "heard");

    private static Domain.Hotfix Current(GateState? gate = null, PullState state = PullState.Open) => new(
        Issue, HotfixState.InReview, Now, null, null, [], [], [], null, Fix: Facts.Fix with { Pull = new(7, state, Head, "release/v1.0.0") }, Gate: gate);

    /// <summary>As it is after the verdict was published as run 99.</summary>
    private static Domain.Hotfix Said(GateFacts facts)
    {
        var plan = GateDecision.Decide(Current(), facts, Now, null);
        var publish = Published(plan);

        return plan.Next! with { Gate = plan.Next.Gate! with { Run = 99, Digest = publish.Digest, Notes = publish.Notes } };
    }

    private static PublishVerdict Published(Plan plan) => Assert.Single(plan.Effects.OfType<PublishVerdict>());

    private static GateFacts Fact(string text) =>
        (Facts with { Fix = Facts.Fix with { Template = PinnedTemplate.Of("hotfix-p1", "") with { Items = [new("tried", "Tried by hand.", "manual")] } } }).WithBody(text);
}
