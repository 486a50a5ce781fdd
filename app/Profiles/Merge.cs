using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;

namespace Hotfix.Profiles;

/// <summary>
/// A file laid over the one it extends: maps merge key by key, anything else replaces. A list is changed instead of replaced by <c>{ prepend: […], add: […], remove: […] }</c> in its place;
/// <c>null</c> takes a key away. Each node keeps its place.
/// </summary>
/// <param name="bad">Nodes that stand where they cannot: what is below them stays.</param>
internal sealed class Merge(IReadOnlySet<Node> bad)
{
    /// <summary>A node that cannot stand there is in the result all the same, because nothing is below it.</summary>
    public bool IsSpoilt { get; private set; }

    /// <summary>Null when nothing is left.</summary>
    public Node? Over(Node? lower, Node? upper, Shape shape)
    {
        if (upper is null || (bad.Contains(upper) && lower is not null))
        {
            return lower;
        }

        if (bad.Contains(upper))
        {
            IsSpoilt = true;

            return upper;
        }

        return (shape, upper) switch
        {
            (_, ScalarNode { What: ScalarKind.Nothing }) => null,
            (RecordShape record, MapNode map) => InOrder(Maps(lower as MapNode, map, key => record.Find(key)?.Shape), record),
            (TableShape table, MapNode map) => Maps(lower as MapNode, map, key => table.Names?.Contains(key) == false ? null : table.Value),
            (ListShape list, ListNode items) => new ListNode(upper.Place, Items(items, list)),
            (ListShape list, MapNode change) => Changed(lower as ListNode, change, list),
            _ => upper,
        };
    }

    /// <param name="shapes">Null for a key that is unknown.</param>
    private MapNode Maps(MapNode? lower, MapNode upper, Func<string, Shape?> shapes)
    {
        var entries = new List<Entry>();

        foreach (var entry in (lower?.Entries ?? []).Concat(upper.Entries.Where(entry => lower?.Find(entry.Key) is null)))
        {
            var over = upper.Find(entry.Key);

            if (shapes(entry.Key) is { } shape && Over(lower?.Find(entry.Key)?.Value, over?.Value, shape) is { } value)
            {
                entries.Add(new(entry.Key, (over ?? entry).Place, value));
            }
        }

        return new(upper.Place, entries);
    }

    /// <summary>As the record has its keys, whichever file each is from.</summary>
    private static MapNode InOrder(MapNode map, RecordShape record) => new(map.Place, [.. record.Keys.Select(key => map.Find(key.Name)).OfType<Entry>()]);

    private ListNode Changed(ListNode? lower, MapNode change, ListShape list)
    {
        var gone = Part("remove").ToList();

        return new(change.Place, [.. Part("prepend").SelectMany(Item), .. (lower?.Items ?? []).Where(item => !gone.Exists(name => Alike.IsNamed(item, name))), .. Part("add").SelectMany(Item)]);

        IEnumerable<Node> Part(string key) => change.Find(key)?.Value is ListNode part && !bad.Contains(part) ? part.Items : [];

        IEnumerable<Node> Item(Node item) => Over(null, item, list.Item) is { } whole ? [whole] : [];
    }

    private IReadOnlyList<Node> Items(ListNode items, ListShape list) => [.. items.Items.Select(item => Over(null, item, list.Item)).OfType<Node>()];
}
