using Hotfix.Ports;

namespace Hotfix.Cli.Store.Moving;

/// <summary>
/// What a store holds, read beside an export in the same order: a store that an import was interrupted in holds nothing else, and all of it unchanged.
/// <para>Errors: <see cref="InputException"/> that names the first document which is something else.</para>
/// </summary>
internal sealed class Beside(IDocuments documents, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<PlacedDocument> found = Travelling.OfAsync(documents, DocumentPlace.Start, cancellationToken).GetAsyncEnumerator(cancellationToken);
    private bool? more;

    /// <summary>Whether the store holds this one; entries come in order.</summary>
    public async Task<bool> HoldsAsync(ExportLine.Entry entry)
    {
        more ??= await found.MoveNextAsync();

        if (more is false || found.Current.Place.CompareTo(entry.Placed.Place) is not (<= 0 and var order))
        {
            return false;
        }

        if (order < 0 || !ExportLine.Digest(found.Current).AsSpan().SequenceEqual(entry.Sha256))
        {
            throw Other();
        }

        more = null;

        return true;
    }

    /// <summary>After the last entry: nothing may be left.</summary>
    public async Task EndAsync()
    {
        more ??= await found.MoveNextAsync();

        if (more is true)
        {
            throw Other();
        }
    }

    public ValueTask DisposeAsync() => found.DisposeAsync();

    private InputException Other() => new($"The store is not empty: it holds {found.Current.Place} otherwise than the export. An import goes into an empty store, or goes on in one where an import of the same export was interrupted. Nothing was written.");
}
