using Hotfix.Builds;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Facts;

/// <summary>
/// The pull request by now, where a report is of a commit that is not known: the push may be told later than the run that it set off; and then of the tag's run where the tag is: the release may be of a commit above the merge.
/// At most three calls. Errors: those of the ports.
/// </summary>
internal sealed class BuildFactReader(IssueFactReader issues, IPullRequests pulls, IGit git)
{
    public async Task<BuildFacts> ReadAsync(BuildReported reported, Domain.Hotfix? hotfix, DeliveryHead head, CancellationToken cancellationToken) => new(
        await issues.ReadAsync(reported.Issue.Repository, hotfix, head, cancellationToken),
        hotfix?.Fix is { Pull: { } known } fix && !fix.Is(reported.Build.Commit) && await pulls.ReadAsync(reported.Issue.Repository, known.Number, cancellationToken) is { } pull
            ? new(pull.Number, pull.State, pull.Head, pull.Base, pull.MergeCommit)
            : null,
        await TaggedAsync(reported.Issue.Repository, hotfix, reported.Build.Ref, reported.Build.Commit, cancellationToken));

    /// <param name="happened">Of a run it is not said whether it was on a branch or on a tag of the name.</param>
    public async Task<BuildFacts> ReadAsync(WorkflowRunChanged happened, Domain.Hotfix hotfix, DeliveryHead head, CancellationToken cancellationToken) => new(
        await issues.ReadAsync(happened.Repository, hotfix, head, cancellationToken),
        null,
        await TaggedAsync(happened.Repository, hotfix, $"tags/{happened.Branch}", happened.Run.Commit, cancellationToken));

    private async Task<string?> TaggedAsync(Repository repository, Domain.Hotfix? hotfix, string name, string commit, CancellationToken cancellationToken) =>
        hotfix?.Fix is { } fix && name == $"tags/{fix.Tag}" && !fix.Is(commit) ? await git.CommitOfAsync(repository, name, cancellationToken) : null;
}
