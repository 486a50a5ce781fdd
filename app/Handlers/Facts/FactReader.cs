using Hotfix.Commands.Reading;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Facts;

/// <summary>Reads what the decision about an event looks at, before it is made. Errors: those of the ports.</summary>
internal sealed class FactReader(IssueFactReader issues, ConfigFactReader configs, CommandFactReader commands, FixFactReader fixes, IPullRequests pulls)
{
    public async Task<Fact> ReadAsync(GitHubEvent happened, Domain.Hotfix? hotfix, DeliveryHead head, CancellationToken cancellationToken) => happened switch
    {
        IssueEvent issue => new Fact.OfIssue(await issues.ReadAsync(issue.Issue.Id.Repository, hotfix, head, cancellationToken)),
        ClocksRecounted recounted => new Fact.OfIssue(await issues.ReadAsync(recounted.Issue.Repository, hotfix, head, cancellationToken)),
        CommandAsked asked => new Fact.OfCommand(await commands.ReadAsync(asked, hotfix, head, cancellationToken)),
        PullCommented { By.IsBot: false } on when CommandLines.Of(on.Body).Lines.Count > 0 => new Fact.OfPullComment((await pulls.ReadAsync(on.Pull.Repository, on.Pull.Number, cancellationToken))?.Head),
        PullCommented => new Fact.OfPullComment(null),
        RepositoryEvent repository when hotfix?.Fix is not null => new Fact.OfFix(
            await fixes.ReadAsync(repository, hotfix, head, cancellationToken), await configs.ReadAsync(repository, head.Id, cancellationToken)),
        RepositoryEvent repository => new Fact.OfConfig(await configs.ReadAsync(repository, head.Id, cancellationToken)),
        _ => new Fact.None(),
    };

    /// <summary>The same for a later step of a delivery about an issue.</summary>
    /// <param name="happened">Null where the step needs to know nothing of it.</param>
    public async Task<Fact> ReadAgainAsync(GitHubEvent? happened, Domain.Hotfix hotfix, DeliveryHead head, CancellationToken cancellationToken) => happened is CommandAsked asked
        ? new Fact.OfCommand(await commands.ReadAsync(asked, hotfix, head, cancellationToken))
        : new Fact.OfIssue(await issues.ReadAsync(hotfix.Issue.Repository, hotfix, head, cancellationToken));
}
