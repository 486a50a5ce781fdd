using Hotfix.Profiles.Nodes;

namespace Hotfix.Profiles;

/// <summary>A process as it counts, as YAML.</summary>
internal static class ConfigYaml
{
    /// <param name="isBrief">Without the words of the language, which all profiles share.</param>
    /// <param name="origins">With a comment after each value that says where it comes from.</param>
    public static string Of(ConfigReading reading, bool isBrief, bool origins) =>
        NodeYaml.Of(isBrief ? (MapNode)(Own(reading.Origins.Root) ?? new MapNode(reading.Origins.Root.Place, [])) : reading.Origins.Root, origins);

    /// <summary>Null when nothing is left.</summary>
    private static Node? Own(Node node) => node switch
    {
        MapNode { Entries.Count: > 0 } map => Kept(map) is { Count: > 0 } kept ? new MapNode(map.Place, kept) : null,
        ListNode { Items: [ScalarNode, ..] items } => items.All(IsShared) ? null : node,
        ListNode { Items.Count: > 0 } list => list.Items.All(item => Own(item) is null) ? null : list,
        _ => IsShared(node) ? null : node,
    };

    private static List<Entry> Kept(MapNode map) => [.. map.Entries.Select(entry => Own(entry.Value) is { } value ? entry with { Value = value } : null).OfType<Entry>()];

    private static bool IsShared(Node node) => node.Place.Source == BuiltIns.Language;
}
