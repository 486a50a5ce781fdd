using Hotfix.Builds;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Facts;

/// <summary>The pull request by now, where a report is of a commit that is not known: the push may be told later than the run that it set off. At most one call. Errors: those of the ports.</summary>
internal sealed class BuildFactReader(IssueFactReader issues, IPullRequests pulls)
{
    public async Task<BuildFacts> ReadAsync(BuildReported reported, Domain.Hotfix? hotfix, DeliveryHead head, CancellationToken cancellationToken) => new(
        await issues.ReadAsync(reported.Issue.Repository, hotfix, head, cancellationToken),
        hotfix?.Fix is { Pull: { } known } fix && !fix.Is(reported.Build.Commit) && await pulls.ReadAsync(reported.Issue.Repository, known.Number, cancellationToken) is { } pull
            ? new(pull.Number, pull.State, pull.Head, pull.Base, pull.MergeCommit)
            : null);
}
