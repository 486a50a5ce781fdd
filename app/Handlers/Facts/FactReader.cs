using Hotfix.Domain;

namespace Hotfix.Handlers.Facts;

/// <summary>Reads what the decision about an event looks at, before it is made. Errors: those of the ports.</summary>
internal sealed class FactReader(IssueFactReader issues, ConfigFactReader configs)
{
    public async Task<Fact> ReadAsync(GitHubEvent happened, Domain.Hotfix? hotfix, DeliveryHead head, CancellationToken cancellationToken) => happened switch
    {
        IssueEvent issue => new Fact.OfIssue(await issues.ReadAsync(issue.Issue.Id.Repository, hotfix, head, cancellationToken)),
        ClocksRecounted recounted => new Fact.OfIssue(await issues.ReadAsync(recounted.Issue.Repository, hotfix, head, cancellationToken)),
        RepositoryEvent repository => new Fact.OfConfig(await configs.ReadAsync(repository, head.Id, cancellationToken)),
        _ => new Fact.None(),
    };

    /// <summary>The same for the second step of a delivery about an issue.</summary>
    public Task<Triage.IssueFacts> ReadAgainAsync(Domain.Hotfix hotfix, DeliveryHead head, CancellationToken cancellationToken) => issues.ReadAsync(hotfix.Issue.Repository, hotfix, head, cancellationToken);
}
