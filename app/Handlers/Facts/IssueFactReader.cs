using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Triage;

namespace Hotfix.Handlers.Facts;

/// <summary>The repository's process, and where that has people or past hotfixes to offer, those too. With a warm cache nothing is read from GitHub.</summary>
internal sealed class IssueFactReader(Processes processes, CodeOwnersCache codeOwners, Roster roster, EffortLedger efforts)
{
    private static readonly IReadOnlyDictionary<string, int> Nobody = new Dictionary<string, int>();

    public async Task<IssueFacts> ReadAsync(Repository repository, Domain.Hotfix? hotfix, DeliveryHead head, CancellationToken cancellationToken)
    {
        var process = await processes.OfAsync(repository, cancellationToken);
        var routes = process.Profile.Team.People.Count > 0 && hotfix?.Owner is null;

        return new(
            process,
            head.Id,
            head.ReceivedAt,
            routes ? await roster.LoadAsync(repository.Installation, cancellationToken) : Nobody,
            routes && process.Profile.Team.CodeOwners ? await codeOwners.OfAsync(repository, cancellationToken) : null,
            await efforts.PastAsync(repository, cancellationToken));
    }
}
