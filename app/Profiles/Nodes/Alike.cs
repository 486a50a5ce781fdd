using Hotfix.Profiles.Shapes;

namespace Hotfix.Profiles.Nodes;

/// <summary>Whether two nodes say the same, wherever they stand.</summary>
internal static class Alike
{
    /// <summary>Whether an item of a list is meant by what a <c>remove</c> says: the same, or for a map its name, label or id, alone or as a map.</summary>
    public static bool IsNamed(Node item, Node name) => Are(item, name) || (item is MapNode map && NameOf(map) is { } own && (name is MapNode { Entries.Count: 1 } other ? NameOf(other) : name) is { } given && Are(own, given));

    public static bool Are(Node left, Node right) => (left, right) switch
    {
        (ScalarNode { What: ScalarKind.Number } one, ScalarNode { What: ScalarKind.Number } other) => one.Number == other.Number,
        (ScalarNode one, ScalarNode other) => one.What == other.What && one.Text == other.Text,
        (ListNode one, ListNode other) => one.Items.Count == other.Items.Count && one.Items.Zip(other.Items).All(pair => Are(pair.First, pair.Second)),
        (MapNode one, MapNode other) => one.Entries.Count == other.Entries.Count && one.Entries.All(entry => other.Find(entry.Key) is { } same && Are(entry.Value, same.Value)),
        _ => false,
    };

    /// <summary>What an item that is a map is known by.</summary>
    public static ScalarNode? NameOf(MapNode map) => ListShape.Names.Select(key => map.Find(key)?.Value).OfType<ScalarNode>().FirstOrDefault();
}
