using System.Diagnostics;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Handlers;

/// <summary>One switch from event to decision.</summary>
internal sealed class Router(IssueDecision issues)
{
    public Plan Decide(GitHubEvent happened, Domain.Hotfix? current) => happened switch
    {
        IssueEvent issue => issues.Decide(issue, current),
        RepositoryEvent => new(current, [], "not handled yet"),
        InstallationChanged changed => new(current, [new ForgetInstallation(changed.Installation)], $"installation {changed.Change}"),
        Pinged => new(current, [], "hello"),
        _ => throw new UnreachableException($"No arm for {happened.GetType().Name}."),
    };

    /// <summary>A P0 overtakes the backlog. Read before anything is known but the text, and only for the order: the decision comes later.</summary>
    public bool IsUrgent(GitHubEvent? happened) => happened is IssueOpened opened && issues.LooksCritical(opened.Issue);
}
