using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Issues;

/// <summary>One closed hotfix and the working time it took, without pauses.</summary>
internal sealed record EffortEntry(int Number, Impact Impact, TimeSpan Took);

/// <summary>What the closed hotfixes of a repository took. Each issue counts once, with its last time; the newest are kept. Errors: <see cref="StoreUnavailableException"/>.</summary>
internal sealed class EffortLedger(IDocuments documents)
{
    /// <summary>Per impact: enough for a median, few enough that the estimate follows a team that gets faster.</summary>
    private const int Kept = 50;

    public async Task<IReadOnlyDictionary<Impact, Values<TimeSpan>>> PastAsync(Repository repository, CancellationToken cancellationToken) =>
        Read(await FindAsync(repository, cancellationToken)).GroupBy(entry => entry.Impact).ToDictionary(group => group.Key, group => (Values<TimeSpan>)[.. group.Select(entry => entry.Took)]);

    public async Task AddAsync(Repository repository, EffortEntry entry, CancellationToken cancellationToken)
    {
        BatchOutcome outcome;

        do
        {
            var found = await FindAsync(repository, cancellationToken);
            var body = StateJson.Write([.. Read(found).Where(other => other.Number != entry.Number).Append(entry).GroupBy(other => other.Impact).SelectMany(group => group.TakeLast(Kept))], StateJson.Default.EffortEntryArray);
            DocumentWrite write = found is null ? new Insert(ConfigRows.Effort, body) : new Put(ConfigRows.Effort, body, found.ETag);
            outcome = await documents.WriteAsync(ConfigRows.Of(repository), [write], cancellationToken);
        }
        while (outcome is BatchOutcome.Conflict);
    }

    private Task<Document?> FindAsync(Repository repository, CancellationToken cancellationToken) => documents.FindAsync(ConfigRows.Of(repository), ConfigRows.Effort, cancellationToken);

    private static EffortEntry[] Read(Document? found) => found is null ? [] : StateJson.Read(found.Body, StateJson.Default.EffortEntryArray);
}
