using Hotfix.Domain;
using Hotfix.Handlers.Configs;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Issues;

/// <summary>Whether a repository's gates are frozen: one document, there as long as they are. Errors: <see cref="StoreUnavailableException"/>.</summary>
internal sealed class FreezeLedger(IDocuments documents)
{
    public async Task<GateFreeze?> ReadAsync(Repository repository, DateTimeOffset now, CancellationToken cancellationToken) =>
        await documents.FindAsync(ConfigRows.Of(repository), ConfigRows.Freeze, cancellationToken) is { } found && StateJson.Read(found.Body, StateJson.Default.GateFreeze) is var freeze && !(freeze.Until <= now)
            ? freeze
            : null;

    public Task SetAsync(Repository repository, GateFreeze? freeze, CancellationToken cancellationToken) => documents.WriteAsync(
        ConfigRows.Of(repository),
        [freeze is null ? new Delete(ConfigRows.Freeze, null) : new Set(ConfigRows.Freeze, StateJson.Write(freeze, StateJson.Default.GateFreeze))],
        cancellationToken);
}
