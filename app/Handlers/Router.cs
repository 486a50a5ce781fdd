using System.Diagnostics;
using Hotfix.Configuration;
using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Facts;
using Hotfix.Triage;

namespace Hotfix.Handlers;

/// <summary>One switch from event to decision.</summary>
internal sealed class Router(Processes processes)
{
    public static Plan Decide(GitHubEvent happened, Domain.Hotfix? current, Fact fact) => (happened, fact) switch
    {
        (IssueEvent issue, Fact.OfIssue { Facts: var facts }) => new IssueDecision(facts).Decide(issue, current),
        (ClocksRecounted, Fact.OfIssue { Facts: var facts }) => current is null ? new(null, [], "no such issue") : new IssueDecision(facts).Recount(current),
        (RepositoryEvent repository, Fact.OfConfig { Facts: var facts }) => RepositoryDecision.Decide(repository, facts),
        (RecountAsked asked, _) => new(current, [new RecountClocks(asked.Repository, asked.Cause, asked.OfAccount, asked.After)], "clocks recounted"),
        (InstallationChanged changed, _) => new(current, [new ForgetInstallation(changed.Installation)], $"installation {changed.Change}"),
        (Pinged, _) => new(current, [], "hello"),
        _ => throw new UnreachableException($"No arm for {happened.GetType().Name}."),
    };

    /// <summary>The second step of a delivery, when the first is done.</summary>
    public static Values<Effect> Then(NextStep step, Domain.Hotfix? current, IssueFacts facts) => step == NextStep.None || current?.Assessment is null
        ? []
        : [new WriteCard(current.Issue, CardText.Of(current, facts.Process), step == NextStep.FirstCard)];

    /// <summary>A P0 overtakes the backlog. Read before anything is known but the text, and only for the order: the decision comes later.</summary>
    public bool IsUrgent(GitHubEvent? happened) => happened is IssueOpened { Issue: var issue }
        && processes.LastOf(issue.Id.Repository) is { Profile: var profile, Assessor: var assessor }
        && assessor.Assess(issue.Report, LabelRules.SeverityAmong(issue.Labels, profile)).Severity == Severity.P0;
}
