using Hotfix.Domain;
using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;

namespace Hotfix.Profiles.Checks;

/// <summary>A label says one thing. GitHub compares names without regard to case.</summary>
internal static class LabelCheck
{
    public static IEnumerable<Fault> Find(MapNode root) => Labels(root, ProfileShape.Root, "")
        .GroupBy(label => label.Name, StringComparer.OrdinalIgnoreCase)
        .SelectMany(same => same.Skip(1).Select(label => new Fault(
            $"`{same.First().Path}` and `{label.Path}` are both named `{Wording.Short(label.Name)}`; a label says one thing, so each needs a name of its own.", $"{label.Path}.name", $"{same.First().Path}.name")));

    private static IEnumerable<(string Name, string Path)> Labels(Node node, Shape shape, string path) => (node, shape) switch
    {
        (MapNode map, RecordShape { Type: var type }) when type == typeof(Label) => [(((ScalarNode)map.Find("name")!.Value).Text, path)],
        (MapNode map, RecordShape record) => map.Entries.SelectMany(entry => Labels(entry.Value, record.Find(entry.Key)!.Shape, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}")),
        (MapNode map, TableShape table) => map.Entries.SelectMany(entry => Labels(entry.Value, table.Value, $"{path}.{entry.Key}")),
        (ListNode list, ListShape { Item: var item }) => list.Items.SelectMany((below, at) => Labels(below, item, $"{path}[#{at}]")),
        _ => [],
    };
}
