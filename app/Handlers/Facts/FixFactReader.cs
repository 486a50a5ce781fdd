using Hotfix.Commands;
using Hotfix.Domain;
using Hotfix.Ports;

namespace Hotfix.Handlers.Facts;

/// <summary>Branch, tag and pull request of a fix as they are now: three calls, cheap where nothing changed. Errors: those of the ports.</summary>
internal sealed class FixFactReader(IssueFactReader issues, IGit git, IPullRequests pulls)
{
    public async Task<FixFacts> ReadAsync(RepositoryEvent happened, Domain.Hotfix hotfix, DeliveryHead head, CancellationToken cancellationToken)
    {
        var (repository, fix) = (hotfix.Issue.Repository, hotfix.Fix!);
        var pull = fix.Pull is { } known ? await pulls.ReadAsync(repository, known.Number, cancellationToken) : null;

        // A pull request that somebody opens from the branch takes the place of one that was closed.
        if (pull is null or { State: PullState.Closed } && happened is PullRequestChanged { Number: var number } && number != fix.Pull?.Number
            && await pulls.ReadAsync(repository, number, cancellationToken) is { IsFromFork: false, State: not PullState.Closed } other && other.HeadBranch == fix.Branch)
        {
            pull = other;
        }

        return new(
            await issues.ReadAsync(repository, hotfix, head, cancellationToken),
            pull is null ? null : new(pull.Number, pull.State, pull.Head, pull.Base, pull.MergeCommit),
            await git.CommitOfAsync(repository, $"heads/{fix.Branch}", cancellationToken),
            await git.CommitOfAsync(repository, $"tags/{fix.Tag}", cancellationToken) is not null);
    }
}
