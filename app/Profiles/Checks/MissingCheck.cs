using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;

namespace Hotfix.Profiles.Checks;

/// <summary>Keys that must be there in the end and are in no file: in what a team adds, since what ships is whole.</summary>
internal static class MissingCheck
{
    public static IEnumerable<ConfigError> Find(Node node, Shape shape, Place place) => (node, shape) switch
    {
        (MapNode map, RecordShape record) =>
        [
            .. record.Keys.Where(key => key.Required && map.Find(key.Name) is null).Select(key => ConfigError.At(place, $"The key `{key.Name}` is missing here; it must be {key.Shape.Wanted}.")),
            .. map.Entries.SelectMany(entry => Find(entry.Value, record.Find(entry.Key)!.Shape, entry.Place)),
        ],
        (MapNode map, TableShape table) => map.Entries.SelectMany(entry => Find(entry.Value, table.Value, entry.Place)),
        (ListNode list, ListShape { Item: var item }) => list.Items.SelectMany(below => Find(below, item, below.Place)),
        _ => [],
    };
}
