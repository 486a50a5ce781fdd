using Hotfix.Domain;
using Hotfix.Handlers.Issues;
using Hotfix.Ports;

namespace Hotfix.Handlers.Performing;

/// <summary>Who is on an issue, and what that means for their load. All of it can be done twice. Errors: those of <see cref="IIssues"/> and of the store.</summary>
internal sealed class OwnerEffects(IIssues issues, Roster roster, EffortLedger efforts)
{
    /// <summary>The first of the candidates who has room and whom GitHub takes; where nobody has room any more, the first whom GitHub takes.</summary>
    /// <param name="look">An earlier try may have assigned somebody: whoever holds the place comes first.</param>
    public async Task<Performed> AssignAsync(AssignOwner assign, Domain.Hotfix hotfix, bool look, CancellationToken cancellationToken)
    {
        var holder = look ? await roster.HolderAsync(assign.Issue, assign.Candidates.Select(candidate => candidate.Login), cancellationToken) : null;
        Values<Candidate> candidates = [.. assign.Candidates.OrderBy(candidate => candidate.Login == holder ? 0 : 1)];
        List<string> leftOut = [.. hotfix.Owner?.LeftOut ?? []];

        foreach (var inRoomOnly in assign.WhateverTheLoad ? new[] { false } : [true, false])
        {
            foreach (var candidate in candidates.Where(candidate => !leftOut.Contains(candidate.Login)))
            {
                if (!await roster.ClaimAsync(assign.Issue, candidate.Login, inRoomOnly ? candidate.Capacity : null, cancellationToken))
                {
                    continue;
                }

                if (await TryAsync(assign.Issue, candidate.Login, cancellationToken))
                {
                    return new($"assigned to {candidate.Login}", new UnassignOwner(assign.Issue, candidate.Login), hotfix with { Owner = new(candidate.Login, candidate, [.. leftOut]) });
                }

                await roster.ReleaseAsync(assign.Issue, candidate.Login, cancellationToken);
                leftOut.Add(candidate.Login);
            }
        }

        return new("nobody could be assigned", null, hotfix with { Owner = new(null, null, [.. leftOut]) });
    }

    /// <summary>A refusal for good gives the place back; an outcome that is unknown keeps it for the next try.</summary>
    private async Task<bool> TryAsync(IssueId issue, string login, CancellationToken cancellationToken)
    {
        try
        {
            return await issues.AssignAsync(issue, login, cancellationToken);
        }
        catch (RefusedException)
        {
            await roster.ReleaseAsync(issue, login, cancellationToken);
            throw;
        }
    }

    public async Task<Performed> UnassignAsync(UnassignOwner unassign, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        await issues.UnassignAsync(unassign.Issue, unassign.Login, cancellationToken);
        await roster.ReleaseAsync(unassign.Issue, unassign.Login, cancellationToken);

        // As if nobody had been looked for yet; unless it is somebody else's by now.
        return new($"{unassign.Login} taken off", null, hotfix?.Owner?.Login == unassign.Login ? hotfix with { Owner = null } : hotfix);
    }

    public async Task<Performed> MoveAsync(MoveLoad move, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        if (move.From is { } from)
        {
            await roster.ReleaseAsync(move.Issue, from, cancellationToken);
        }

        if (move.To is { } to)
        {
            await roster.ClaimAsync(move.Issue, to, null, cancellationToken);
        }

        return new("load counted", new MoveLoad(move.Issue, move.To, move.From), hotfix);
    }

    public async Task<Performed> LearnAsync(LearnEffort learn, Domain.Hotfix? hotfix, CancellationToken cancellationToken)
    {
        await efforts.AddAsync(learn.Issue.Repository, new(learn.Issue.Number, learn.Impact, learn.Took), cancellationToken);

        return new("effort remembered", null, hotfix);
    }
}
