using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Missed;

/// <summary>Where it is written down how far the last sweep came, and who sweeps at this moment. Errors: <see cref="StoreUnavailableException"/>.</summary>
internal sealed class SweepLedger(IDocuments documents)
{
    private const string Partition = "missed";
    private const string Row = "sweep";

    /// <summary>Null while nobody has swept.</summary>
    public async Task<Sweep?> ReadAsync(CancellationToken cancellationToken) =>
        await documents.FindAsync(Partition, Row, cancellationToken) is { } found ? StateJson.Read(found.Body, StateJson.Default.Sweep) : null;

    /// <summary>The right to sweep, which one process has at a time; null when another has it.</summary>
    public Task<Lease?> TakeAsync(TimeSpan length, DateTimeOffset now, CancellationToken cancellationToken) =>
        Lease.TakeAsync(documents, Partition, new($"{Guid.NewGuid():N}", now + length), now, cancellationToken);

    public static Set Write(Sweep sweep) => new(Row, StateJson.Write(sweep, StateJson.Default.Sweep));
}
