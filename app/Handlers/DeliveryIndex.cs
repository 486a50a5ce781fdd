using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Hotfix.Ports;
using static Hotfix.Ports.DocumentWrite;

namespace Hotfix.Handlers;

/// <summary>
/// Where a delivery is to be found, for people who ask: by its id, by the day it came, and among those that failed. Heads stay the truth, and whoever reads the index verifies against them;
/// a row too many does no harm, and a failed delivery always has its row, because that is written before its head says so.
/// <para>Shapes: a row's body is the ordering key in UTF-8. <c>deliveries-YYYYMMDD</c> (UTC) and <c>failed</c> hold <c>TICKS-ID</c>, where TICKS counts down, so that a range begins with
/// the newest; <c>delivery-XX</c> holds <c>ID</c>, where XX are the id's first two characters.</para>
/// </summary>
internal sealed class DeliveryIndex(IDocuments documents)
{
    /// <summary>What the partition of a day begins with.</summary>
    public const string Days = "deliveries-";

    private const string FailedOnes = "failed";

    /// <summary>Written beside the delivery itself, at the same moment: both rows share its sync of the disk.</summary>
    public Task AddAsync(string key, DeliveryHead head, CancellationToken cancellationToken) =>
        Task.WhenAll(AddToDayAsync(key, head, cancellationToken), AddIdAsync(key, head.Id, cancellationToken));

    /// <summary>A delivery that was here already came again: it stays listed when it first came.</summary>
    public async Task KeepFirstAsync(string key, DeliveryHead first, DeliveryHead again, CancellationToken cancellationToken)
    {
        if (Row(first) != Row(again))
        {
            await AddToDayAsync(key, first, cancellationToken);
            await documents.WriteAsync(Day(again.ReceivedAt), [new Delete(Row(again), null)], cancellationToken);
        }
    }

    /// <summary>To be written before the head says "failed". Whatever a receive that was cut short left out is made good.</summary>
    public Task AddFailedAsync(string key, DeliveryHead head, CancellationToken cancellationToken) =>
        Task.WhenAll(documents.WriteAsync(FailedOnes, [new Set(Row(head), Body(key))], cancellationToken), AddAsync(key, head, cancellationToken));

    /// <summary>The row among the failed, or null. Read before the head changes, and removed after: a row written anew in between stays.</summary>
    public async Task<IndexRow?> FindFailedAsync(DeliveryHead head, CancellationToken cancellationToken) =>
        await documents.FindAsync(FailedOnes, Row(head), cancellationToken) is { } found ? Read(found) : null;

    public Task RemoveFailedAsync(IndexRow row, CancellationToken cancellationToken) => documents.WriteAsync(FailedOnes, [new Delete(row.Row, row.ETag)], cancellationToken);

    public async Task<string?> KeyOfAsync(string id, CancellationToken cancellationToken) =>
        await documents.FindAsync(Ids(id), id, cancellationToken) is { } found ? Key(found) : null;

    /// <summary>The ids that begin like this, which takes two characters or more.</summary>
    public async Task<IReadOnlyList<string>> StartingWithAsync(string prefix, int limit, CancellationToken cancellationToken) =>
        [.. (await documents.QueryAsync(Ids(prefix), RowRange.Prefix(prefix), limit, cancellationToken)).Select(found => found.Row)];

    /// <summary>Those of so many days, today the first, newest first.</summary>
    public async IAsyncEnumerable<IndexRow> DaysAsync(DateTimeOffset now, int days, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var back = 0; back < days; back++)
        {
            await foreach (var row in AllAsync(Day(now.AddDays(-back)), cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <summary>Those that failed, newest first.</summary>
    public IAsyncEnumerable<IndexRow> FailedAsync(CancellationToken cancellationToken) => AllAsync(FailedOnes, cancellationToken);

    /// <summary>Those of a day after a row of it, newest first.</summary>
    public IAsyncEnumerable<IndexRow> DayAsync(string day, string after, CancellationToken cancellationToken) =>
        documents.AllAsync(day, RowRange.Prefix("") with { From = after.Length > 0 ? after + ' ' : "" }, cancellationToken).Select(Read);

    /// <summary>Forgets a delivery that is not there any more.</summary>
    public async Task RemoveAsync(IndexRow row, string day, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(Ids(row.Id), row.Id, cancellationToken) is { } id && Key(id) == row.Key)
        {
            await documents.WriteAsync(Ids(row.Id), [new Delete(row.Id, id.ETag)], cancellationToken);
        }

        await documents.WriteAsync(day, [new Delete(row.Row, row.ETag)], cancellationToken);
    }

    public static string Row(DeliveryHead head) => string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - head.ReceivedAt.UtcTicks:D19}-{head.Id}");

    private IAsyncEnumerable<IndexRow> AllAsync(string partition, CancellationToken cancellationToken) => documents.AllAsync(partition, cancellationToken).Select(Read);

    private Task<BatchOutcome> AddToDayAsync(string key, DeliveryHead head, CancellationToken cancellationToken) =>
        documents.WriteAsync(Day(head.ReceivedAt), [new Set(Row(head), Body(key))], cancellationToken);

    private Task<BatchOutcome> AddIdAsync(string key, string id, CancellationToken cancellationToken) => documents.WriteAsync(Ids(id), [new Set(id, Body(key))], cancellationToken);

    public static string Day(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{Days}{at.UtcDateTime:yyyyMMdd}");

    private static string Ids(string id) => $"delivery-{id[..2]}";

    private static byte[] Body(string key) => Encoding.UTF8.GetBytes(key);

    private static string Key(Document found) => Encoding.UTF8.GetString(found.Body.Span);

    private static IndexRow Read(Document found) => new(found.Row, found.Row[20..], Key(found), found.ETag);
}

/// <summary>One row of the index: which delivery, and in which partition it is.</summary>
internal sealed record IndexRow(string Row, string Id, string Key, string ETag);
