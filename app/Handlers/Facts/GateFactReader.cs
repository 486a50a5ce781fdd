using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Facts;

/// <summary>
/// Reads what a verdict is made from: one call for the pull request, and where the checklist asks for it one for each approver and team, and what <see cref="PortReader"/> needs once for each pair of commits.
/// Errors: those of the ports.
/// </summary>
internal sealed class GateFactReader(IEvidence evidence, IPeople people, PortReader ports, FreezeLedger freezes, IssueIndex index, IDocuments documents, Processes processes, TimeProvider time)
{
    /// <summary>How often GitHub is asked again for a merge group that it does not list.</summary>
    private const int MaxTries = 3;

    public async Task<Fact> ReadAsync(Domain.Hotfix? hotfix, DeliveryHead head, CancellationToken cancellationToken)
    {
        var readAt = time.GetUtcNow();

        return hotfix is { Fix.Pull.State: PullState.Draft or PullState.Open } && await ReadAsync(hotfix, inQueue: false, cancellationToken) is { } facts
            ? new Fact.OfGate(facts, readAt, head.Tries > 0 ? head.ReceivedAt : null)
            : new Fact.None();
    }

    /// <summary>The hotfixes among the pull requests that the queue put into a commit: from the one whose commit it is down to the first that stands on the group's base.</summary>
    public async Task<Fact> ReadAsync(MergeGroupFormed group, DeliveryHead head, CancellationToken cancellationToken)
    {
        var queue = await evidence.QueueAsync(group.Repository, group.Branch, cancellationToken);
        var last = queue.ToList().FindIndex(queued => queued.Head == group.Commit);
        var first = last < 0 ? -1 : queue.Take(last + 1).ToList().FindLastIndex(queued => queued.Base == group.Base);

        if (first < 0)
        {
            // GitHub may tell of the commit before it lists it.
            return head.Tries < MaxTries ? throw new UnavailableException($"GitHub does not list the merge group {group.Commit} of {group.Repository} yet.") : new Fact.OfQueue(group, null);
        }

        var (gates, unread) = (new List<GateFacts>(), new List<int>());

        foreach (var queued in queue.Take(last + 1).Skip(first))
        {
            if (await index.OfRefsAsync(group.Repository.Id, [$"pull/{queued.Number}"], cancellationToken) is { } issue
                && await documents.FindAsync(OrderingKeys.OfIssue(group.Repository.Id, issue.Number), Rows.Hotfix, cancellationToken) is { } stored
                && StateJson.Read(stored.Body, StateJson.Default.Hotfix) is { Fix.Pull: { } pull } hotfix && pull.Number == queued.Number
)
            {
                if (await ReadAsync(hotfix, inQueue: true, cancellationToken) is { } facts)
                {
                    gates.Add(facts);
                }
                else
                {
                    unread.Add(queued.Number);
                }
            }
        }

        return new Fact.OfQueue(group, [.. gates], [.. unread]);
    }

    private async Task<GateFacts?> ReadAsync(Domain.Hotfix hotfix, bool inQueue, CancellationToken cancellationToken)
    {
        var (repository, fix, now) = (hotfix.Issue.Repository, hotfix.Fix!, time.GetUtcNow());
        var profile = (await processes.OfAsync(repository, cancellationToken)).Profile;
        var needs = GateNeeds.Of(fix, profile);

        if (await evidence.ReadAsync(repository, fix.Pull!.Number, fix.Branch, needs.Files, cancellationToken) is not { } seen)
        {
            return null;
        }

        return new(
            seen.Pull,
            fix,
            hotfix.Issue,
            hotfix.Assessment?.Severity,
            hotfix.Gate ?? new(),
            profile,
            seen.Files,
            await TeamsAsync(repository, needs, seen.Pull, cancellationToken),
            await ports.ReadAsync(repository, fix, needs, seen.Pull, hotfix.Gate?.Ports ?? [], profile.Branches, cancellationToken),
            await freezes.ReadAsync(repository, now, cancellationToken),
            inQueue,
            now);
    }

    /// <summary>A team that GitHub does not let us ask about has nobody in it, as far as we know.</summary>
    private async Task<Values<TeamMember>> TeamsAsync(Repository repository, GateNeeds needs, PullEvidence pull, CancellationToken cancellationToken)
    {
        var members = new List<TeamMember>();

        foreach (var login in pull.Reviews.Where(review => review is { State: ReviewState.Approved, IsBot: false, CanWrite: true }).Select(review => review.By).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            foreach (var team in needs.Teams)
            {
                try
                {
                    if (await people.IsInTeamAsync(repository, team, login, cancellationToken))
                    {
                        members.Add(new(team, login));
                    }
                }
                catch (RefusedException)
                {
                    // See the summary: the item stays open.
                }
            }
        }

        return [.. members];
    }
}
