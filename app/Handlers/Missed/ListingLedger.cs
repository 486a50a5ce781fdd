using System.Globalization;
using Hotfix.Domain;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers.Missed;

/// <summary>
/// Where it is written down how far the listing is, which repositories are left, and who lists at this moment. Errors: <see cref="StoreUnavailableException"/>.
/// <para>Shapes: <c>listing</c> holds <c>asked</c> (<see cref="ListingAsked"/>), <c>state</c> (<see cref="Listing"/>), <c>left-INSTALLATION-REPOSITORY</c> (<see cref="ListedRepository"/>; numbers of 19 digits), <c>lease</c>.</para>
/// </summary>
internal sealed class ListingLedger(IDocuments documents)
{
    private const string Partition = "listing";
    private const string AskedRow = "asked";
    private const string StateRow = "state";
    private const string Left = "left-";

    /// <summary>Whoever lists hears of it in their next round. What nobody heard yet is asked for, too.</summary>
    public async Task AskAsync(ListingAsked asked, CancellationToken cancellationToken)
    {
        var all = await AskedAsync(cancellationToken) is var (before, _) ? before.With(asked) : asked;
        await documents.WriteAsync(Partition, [new Set(AskedRow, StateJson.Write(all, StateJson.Default.ListingAsked))], cancellationToken);
    }

    public async Task<(ListingAsked Asked, DocumentWrite Heard)?> AskedAsync(CancellationToken cancellationToken) =>
        await documents.FindAsync(Partition, AskedRow, cancellationToken) is { } found ? (StateJson.Read(found.Body, StateJson.Default.ListingAsked), new Delete(AskedRow, found.ETag)) : null;

    /// <summary>Null while nothing was ever listed.</summary>
    public async Task<Listing?> ReadAsync(CancellationToken cancellationToken) =>
        await documents.FindAsync(Partition, StateRow, cancellationToken) is { } found ? StateJson.Read(found.Body, StateJson.Default.Listing) : null;

    /// <summary>The first repository that is left, or null.</summary>
    public async Task<ListedRepository?> FirstLeftAsync(CancellationToken cancellationToken) =>
        await documents.QueryAsync(Partition, RowRange.Prefix(Left), 1, cancellationToken) is [var first] ? StateJson.Read(first.Body, StateJson.Default.ListedRepository) : null;

    /// <summary>The right to list, which one process has at a time; null when another has it.</summary>
    public Task<Lease?> TakeAsync(TimeSpan length, DateTimeOffset now, CancellationToken cancellationToken) =>
        Lease.TakeAsync(documents, Partition, new($"{Guid.NewGuid():N}", now + length), now, cancellationToken);

    public static Set Write(Listing listing) => new(StateRow, StateJson.Write(listing, StateJson.Default.Listing));

    public static Set Write(ListedRepository left) => new(Row(left.Repository), StateJson.Write(left, StateJson.Default.ListedRepository));

    public static Delete Remove(ListedRepository done) => new(Row(done.Repository), null);

    private static string Row(Repository repository) => string.Create(CultureInfo.InvariantCulture, $"{Left}{repository.Installation:D19}-{repository.Id:D19}");
}
