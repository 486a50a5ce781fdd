using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;

namespace Hotfix.Profiles.Checks;

/// <summary>What a list knows by a name is in it once: two rules, signals or pauses of one name could not be told apart.</summary>
internal static class TwinCheck
{
    public static IEnumerable<Fault> Find(MapNode root) => Find(root, ProfileShape.Root, "");

    private static IEnumerable<Fault> Find(Node node, Shape shape, string path) => (node, shape) switch
    {
        (MapNode map, RecordShape record) => map.Entries.SelectMany(entry => Find(entry.Value, record.Find(entry.Key)!.Shape, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}")),
        (MapNode map, TableShape table) => map.Entries.SelectMany(entry => Find(entry.Value, table.Value, $"{path}[{entry.Key}]")),
        (ListNode list, ListShape { Item: RecordShape item }) => Twins(list, path).Concat(list.Items.SelectMany((below, at) => Find(below, item, $"{path}[#{at}]"))),
        _ => [],
    };

    private static IEnumerable<Fault> Twins(ListNode list, string path) => list.Items
        .Select((item, at) => (Name: item is MapNode map ? Alike.NameOf(map)?.Text : null, Path: $"{path}[#{at}]"))
        .Where(item => item.Name is not null)
        .GroupBy(item => item.Name!, StringComparer.OrdinalIgnoreCase)
        .SelectMany(same => same.Skip(1).Select(item => new Fault($"`{path}` has two items of the name `{Wording.Short(same.Key)}`; each needs one of its own.", item.Path, same.First().Path)));
}
