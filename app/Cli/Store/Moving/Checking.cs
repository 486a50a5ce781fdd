using Hotfix.Ports;

namespace Hotfix.Cli.Store.Moving;

/// <summary>A document as a comparison sees it.</summary>
internal readonly record struct Print(DocumentPlace Place, byte[] Sha256);

/// <summary>How a partition differs: documents that only one side has, and those that are not the same.</summary>
internal sealed record PartitionDifference(string Partition, long OnlyFirst, long OnlySecond, long Changed);

/// <summary>Compares two sides that come in the order of places, and tells of each partition that differs; nothing of them is kept.</summary>
internal static class Checking
{
    public static async Task<(long First, long Second)> CompareAsync(IAsyncEnumerable<Print> first, IAsyncEnumerable<Print> second, Action<PartitionDifference> differs, CancellationToken cancellationToken)
    {
        await using var one = first.GetAsyncEnumerator(cancellationToken);
        await using var two = second.GetAsyncEnumerator(cancellationToken);
        var (hasOne, hasTwo) = (await one.MoveNextAsync(), await two.MoveNextAsync());
        var (ofOne, ofTwo) = (0L, 0L);
        var now = new PartitionDifference("", 0, 0, 0);

        while (hasOne || hasTwo)
        {
            var order = (hasOne, hasTwo) switch
            {
                (true, false) => -1,
                (false, true) => 1,
                _ => one.Current.Place.CompareTo(two.Current.Place),
            };
            var partition = (order <= 0 ? one : two).Current.Place.Partition;

            if (partition != now.Partition)
            {
                Tell(now, differs);
                now = new(partition, 0, 0, 0);
            }

            now = order switch
            {
                < 0 => now with { OnlyFirst = now.OnlyFirst + 1 },
                > 0 => now with { OnlySecond = now.OnlySecond + 1 },
                _ when !one.Current.Sha256.AsSpan().SequenceEqual(two.Current.Sha256) => now with { Changed = now.Changed + 1 },
                _ => now,
            };

            if (order <= 0)
            {
                ofOne++;
                hasOne = await one.MoveNextAsync();
            }

            if (order >= 0)
            {
                ofTwo++;
                hasTwo = await two.MoveNextAsync();
            }
        }

        Tell(now, differs);

        return (ofOne, ofTwo);
    }

    public static IAsyncEnumerable<Print> Of(ExportFile export, Action<long> read, CancellationToken cancellationToken) =>
        export.EntriesAsync(read, cancellationToken).Select(entry => new Print(entry.Placed.Place, entry.Sha256));

    public static IAsyncEnumerable<Print> Of(IDocuments documents, CancellationToken cancellationToken) =>
        Travelling.OfAsync(documents, DocumentPlace.Start, cancellationToken).Select(found => new Print(found.Place, ExportLine.Digest(found)));

    private static void Tell(PartitionDifference now, Action<PartitionDifference> differs)
    {
        if (now is not { OnlyFirst: 0, OnlySecond: 0, Changed: 0 })
        {
            differs(now);
        }
    }
}
