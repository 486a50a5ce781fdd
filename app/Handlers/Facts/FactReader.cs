using Hotfix.Commands.Reading;
using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Facts;

/// <summary>Reads what the decision about an event looks at, before it is made. Errors: those of the ports.</summary>
internal sealed class FactReader(IssueFactReader issues, ConfigFactReader configs, CommandFactReader commands, FixFactReader fixes, BuildFactReader builds, GateFactReader gates, IPullRequests pulls, IEvidence evidence, IChecks checks, IssueIndex index, WorkOptions options)
{
    public async Task<Fact> ReadAsync(GitHubEvent happened, Domain.Hotfix? hotfix, DeliveryHead head, CancellationToken cancellationToken) => happened switch
    {
        IssueEvent issue => new Fact.OfIssue(await issues.ReadAsync(issue.Issue.Id.Repository, hotfix, head, cancellationToken)),
        ClocksRecounted recounted => new Fact.OfIssue(await issues.ReadAsync(recounted.Issue.Repository, hotfix, head, cancellationToken)),
        CommandAsked asked => new Fact.OfCommand(await commands.ReadAsync(asked, hotfix, head, cancellationToken)),
        BuildReported reported => new Fact.OfBuild(await builds.ReadAsync(reported, hotfix, head, cancellationToken), Heard(head)),
        WorkflowRunChanged run when hotfix?.Fix is not null => new Fact.OfBuild(await builds.ReadAsync(run, hotfix, head, cancellationToken), Heard(head)),
        WorkflowRunChanged => new Fact.None(),
        VerdictAsked asked => await ToldAsync(asked.Issue.Repository, hotfix?.Fix?.Pull?.Head, null, () => gates.ReadAsync(hotfix, head, cancellationToken)),
        MergeGroupFormed group => await ToldAsync(group.Repository, group.Commit, group, () => gates.ReadAsync(group, head, cancellationToken)),
        PullCommented { By.IsBot: false } on when CommandLines.Of(on.Body).Lines.Count > 0 => new Fact.OfPullComment((await pulls.ReadAsync(on.Pull.Repository, on.Pull.Number, cancellationToken))?.Head, Heard(head)),
        PullCommented => new Fact.OfPullComment(null, Heard(head)),
        PullReviewed or CheckReported or PullRequestChanged { Change: PullChange.Text } => new Fact.OfNews(Heard(head), null),
        CheckRequested again when hotfix?.Fix is not null => new Fact.OfNews(Heard(head), await configs.ReadAsync(again, head.Id, cancellationToken)),
        CheckRequested { Name: null or GateReport.CheckName } again => await AgainAsync(again, head, cancellationToken),
        RepositoryEvent repository when hotfix?.Fix is not null => new Fact.OfFix(
            await fixes.ReadAsync(repository, hotfix, head, cancellationToken), Heard(head), await configs.ReadAsync(repository, head.Id, cancellationToken)),
        PullRequestChanged { Change: PullChange.Content } pull => new Fact.OfStranger(
            pull.Base.Length > 0 && await IsRequiredAsync(pull, cancellationToken), await configs.ReadAsync(pull, head.Id, cancellationToken)),
        RepositoryEvent repository => new Fact.OfConfig(await configs.ReadAsync(repository, head.Id, cancellationToken)),
        _ => new Fact.None(),
    };

    /// <summary>A run of ours on a commit that is no hotfix's head: it says itself what it was made for.</summary>
    private async Task<Fact> AgainAsync(CheckRequested again, DeliveryHead head, CancellationToken cancellationToken) => await checks.FindAsync(again.Repository, again.Commit, GateReport.CheckName, cancellationToken) switch
    {
        { About: { } about } when OtherReports.GroupOf(again, about) is { } group => await ToldAsync(again.Repository, again.Commit, group, () => gates.ReadAsync(group, head, cancellationToken)),
        var found => new Fact.OfStranger(OtherReports.IsOfStranger(found?.About), await configs.ReadAsync(again, head.Id, cancellationToken)),
    };

    private static async Task<Fact> ToldAsync(Repository repository, string? commit, MergeGroupFormed? group, Func<Task<Fact>> read)
    {
        try
        {
            return await read();
        }
        catch (RefusedException refused) when (commit is not null)
        {
            return new Fact.OfSilence(repository, commit, refused.Message, group);
        }
    }

    /// <summary>Where GitHub will not say, as it does not before the permission is accepted, what else the event means must not fail for it.</summary>
    private async Task<bool> IsRequiredAsync(PullRequestChanged pull, CancellationToken cancellationToken)
    {
        try
        {
            return (await evidence.RequiredAsync(pull.Repository, pull.Base, cancellationToken)).Contains(GateReport.CheckName)
                && await index.OfRefsAsync(pull.Repository.Id, [$"commits/{pull.Commit}"], cancellationToken) is null; // or a second pull request would pass a hotfix's head
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private Hearing Heard(DeliveryHead head) => new(head.ReceivedAt, options.Settle);

    /// <summary>The same for a later step of a delivery about an issue.</summary>
    /// <param name="happened">Null where the step needs to know nothing of it.</param>
    public async Task<Fact> ReadAgainAsync(GitHubEvent? happened, Domain.Hotfix hotfix, DeliveryHead head, CancellationToken cancellationToken) => happened is CommandAsked asked
        ? new Fact.OfCommand(await commands.ReadAsync(asked, hotfix, head, cancellationToken))
        : new Fact.OfIssue(await issues.ReadAsync(hotfix.Issue.Repository, hotfix, head, cancellationToken));
}
