using System.Diagnostics;
using Hotfix.Builds;
using Hotfix.Commands;
using Hotfix.Configuration;
using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Facts;
using Hotfix.Triage;

namespace Hotfix.Handlers;

/// <summary>One switch from event to decision.</summary>
internal sealed class Router(Processes processes)
{
    /// <param name="delivery">The delivery's id.</param>
    public static Plan Decide(GitHubEvent happened, Domain.Hotfix? current, Fact fact, string delivery) => (happened, fact) switch
    {
        (CommentPosted or CommentEdited, Fact.OfIssue { Facts: var facts }) => Commanding((IssueEvent)happened, new IssueDecision(facts).Decide((IssueEvent)happened, current), delivery),
        (IssueEvent issue, Fact.OfIssue { Facts: var facts }) => Rated(new IssueDecision(facts).Decide(issue, current), current, facts.ReceivedAt),
        (ClocksRecounted, Fact.OfIssue { Facts: var facts }) => current is null ? new(null, [], "no such issue") : new IssueDecision(facts).Recount(current),
        (CommandAsked asked, Fact.OfCommand { Facts: var facts }) => CommandDecision.Decide(asked, current, facts),
        (CommandFailed failed, _) => new(current, CommentDecision.Failed(failed), "a command failed"),
        (BuildReported reported, Fact.OfBuild { Facts: var facts, Hearing: var heard }) => Built(BuildDecision.Decide(reported, current, facts), heard),
        (WorkflowRunChanged run, Fact.OfBuild { Facts: var facts, Hearing: var heard }) => Ran(RunDecision.Decide(run, current, facts), current, heard),
        (WorkflowRunChanged, _) => new(current, [], "no hotfix's run"),
        (VerdictAsked, Fact.OfGate { Facts: var facts } gate) => GateDecision.Decide(current!, facts, gate.ReadAt, gate.AwaySince),
        (VerdictAsked or MergeGroupFormed, Fact.OfSilence silence) => GateDecision.Unread(current, silence.Repository, silence.Commit, silence.Why, silence.Group),
        (VerdictAsked, _) => new(current, [], "nothing to judge"),
        (RepositoryEvent, Fact.OfQueue { Group: var group, Gates: var gates, Unread: var unread }) => GateDecision.Decide(group, gates, unread) with { Next = current },
        (PullCommented on, Fact.OfPullComment { Head: var head, Hearing: var heard }) => GateDecision.Hearing(new(current, CommentDecision.Decide(on, current?.Issue ?? on.Pull, delivery, head), "comment on a pull request"), heard.At, heard.Settle),
        (RepositoryEvent repository, Fact.OfNews { Hearing: var heard, Config: var config }) => GateDecision.Hearing(Both(GateDecision.News(repository, current, heard.At), RepositoryDecision.Decide(repository, config)), heard.At, heard.Settle),
        (RepositoryEvent repository, Fact.OfFix { Facts: var facts, Hearing: var heard, Config: var config }) => GateDecision.Hearing(Both(FixDecision.Decide(repository, current!, facts), RepositoryDecision.Decide(repository, config)), heard.At, heard.Settle),
        (RepositoryEvent repository, Fact.OfStranger { IsRequired: true, Config: var config }) => Both(GateDecision.Skip(repository, current), RepositoryDecision.Decide(repository, config)),
        (RepositoryEvent repository, Fact.OfStranger { Config: var config }) => RepositoryDecision.Decide(repository, config) with { Next = current },
        (RepositoryEvent repository, Fact.OfConfig { Facts: var facts }) => RepositoryDecision.Decide(repository, facts) with { Next = current },
        (RecountAsked asked, _) => new(current, [new RecountClocks(asked.Repository, asked.Cause, asked.OfAccount, asked.After)], "clocks recounted"),
        (InstallationChanged changed, _) => new(current, [new ForgetInstallation(changed.Installation)], $"installation {changed.Change}"),
        (Pinged, _) => new(current, [], "hello"),
        _ => throw new UnreachableException($"No arm for {happened.GetType().Name}."),
    };

    /// <summary>A later step of a delivery, when those before are done.</summary>
    /// <param name="happened">Null where the step needs to know nothing of it.</param>
    public static Follow Then(NextStep step, GitHubEvent? happened, Domain.Hotfix current, Fact fact, DateTimeOffset now) => (step, happened, fact) switch
    {
        (NextStep.Card or NextStep.FirstCard, _, Fact.OfIssue { Facts: var facts }) when current.Assessment is not null =>
            new([new WriteCard(current.Issue, CardText.Of(current, facts.Process), step == NextStep.FirstCard)]),
        (NextStep.Judged, _, _) => GateDecision.Then(current, now),
        (_, CommandAsked asked, Fact.OfCommand { Facts: var facts }) => CommandDecision.Then(step, asked, current, facts),
        _ => new([]),
    };

    private static Plan Commanding(IssueEvent happened, Plan plan, string delivery) =>
        plan.Next?.State == HotfixState.Deleted ? plan : plan with { Effects = [.. CommentDecision.Decide(happened, happened.Issue.Id, delivery, null), .. plan.Effects] };

    /// <summary>A freeze lets a P0 pass and nothing else.</summary>
    private static Plan Rated(Plan plan, Domain.Hotfix? before, DateTimeOffset heard) =>
        plan.Next?.Assessment?.Severity == before?.Assessment?.Severity ? plan : GateDecision.Hearing(plan, heard, TimeSpan.Zero);

    private static Plan Built(Plan plan, Hearing heard) => BuildDecision.Counts(plan) ? GateDecision.Hearing(plan, heard.At, heard.Settle) : plan;

    private static Plan Ran(Plan plan, Domain.Hotfix? before, Hearing heard) => RunDecision.Counts(plan, before) ? GateDecision.Hearing(plan, heard.At, heard.Settle) : plan;

    private static Plan Both(Plan fix, Plan config) => config.Effects.Count == 0 ? fix : fix with { Effects = [.. fix.Effects, .. config.Effects], Outcome = $"{fix.Outcome}, {config.Outcome}" };

    /// <summary>A P0 overtakes the backlog. Read before anything is known but the text, and only for the order: the decision comes later.</summary>
    public bool IsUrgent(GitHubEvent? happened) => happened is IssueOpened { Issue: var issue }
        && processes.LastOf(issue.Id.Repository) is { Profile: var profile, Assessor: var assessor }
        && assessor.Assess(issue.Report, LabelRules.SeverityAmong(issue.Labels, profile)).Severity == Severity.P0;
}
