using System.Runtime.CompilerServices;
using Hotfix.Handlers;
using Hotfix.Http;
using Hotfix.Ports;

namespace Hotfix.Cli.Store.Moving;

/// <summary>
/// What of a store goes to another one: all documents, but for those that only say who is at work at this moment. Doorbells do not travel either: who is waiting stands in the documents, and at the destination each of those rings anew.
/// </summary>
internal static class Travelling
{
    public static async IAsyncEnumerable<PlacedDocument> OfAsync(IDocuments documents, DocumentPlace after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var found in documents.ScanAsync(after, cancellationToken))
        {
            if (Travels(found.Place))
            {
                yield return found;
            }
        }
    }

    public static bool Travels(DocumentPlace place) => place.Row != Rows.Lease && place.Partition != StoreProbe.Partition;

    /// <summary>Until when somebody holds what this document is a lease of; null for what is no lease.</summary>
    public static DateTimeOffset? HeldUntil(PlacedDocument found) => found.Document.Row == Rows.Lease ? StateJson.Read(found.Document.Body, StateJson.Default.LeaseHolder).Until : null;

    /// <summary>Whether a delivery of the partition waits to be handled, and whether a person waits for it.</summary>
    public static (bool Waits, bool IsUrgent) Waiting(string row) => row.StartsWith(Rows.Waiting, StringComparison.Ordinal)
        ? (true, Rows.IdOfWaiting(row).StartsWith("command-", StringComparison.Ordinal))
        : default;
}
