using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Handlers.Configs;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Issues;

/// <summary>The versions given out in each repository: one document, so that a version is given out once, whoever asks at the same moment. Errors: <see cref="StoreUnavailableException"/>.</summary>
internal sealed class VersionLedger(IDocuments documents)
{
    /// <summary>Far more than a repository has hotfixes, far less than a document holds; of older ones the tags tell.</summary>
    private const int Kept = 3000;

    public async Task<VersionRegistry> ReadAsync(Repository repository, CancellationToken cancellationToken) => (await FindAsync(repository, cancellationToken)).Registry;

    /// <summary>Gives a version out, if nothing was given out since; giving the same to the same issue again changes nothing.</summary>
    public async Task<bool> ClaimAsync(Repository repository, ClaimedVersion version, int revision, CancellationToken cancellationToken)
    {
        var (registry, etag) = await FindAsync(repository, cancellationToken);

        if (registry.Claims.Contains(version))
        {
            return true;
        }

        if (registry.Revision != revision)
        {
            return false;
        }

        var body = StateJson.Write(new(revision + 1, [.. registry.Claims.Append(version).TakeLast(Kept)]), StateJson.Default.VersionRegistry);
        DocumentWrite write = etag is null ? new Insert(ConfigRows.Versions, body) : new Put(ConfigRows.Versions, body, etag);

        return await documents.WriteAsync(ConfigRows.Of(repository), [write], cancellationToken) is BatchOutcome.Written;
    }

    private async Task<(VersionRegistry Registry, string? ETag)> FindAsync(Repository repository, CancellationToken cancellationToken) =>
        await documents.FindAsync(ConfigRows.Of(repository), ConfigRows.Versions, cancellationToken) is { } found
            ? (StateJson.Read(found.Body, StateJson.Default.VersionRegistry), found.ETag)
            : (VersionRegistry.Empty, null);
}
