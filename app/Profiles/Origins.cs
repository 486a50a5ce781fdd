using System.Globalization;
using Hotfix.Profiles.Nodes;

namespace Hotfix.Profiles;

/// <summary>
/// Where each value of a profile comes from: a team's file, or one that ships. A path goes from key to key: <c>severities.P0.weight</c>; what holds dots stands in brackets: <c>spellings[can not]</c>; an item
/// of a list is known by its name, label or id, or as itself where it is text (<c>rules[critical_auto_escalation].score_at_least</c>), or by its number from 0: <c>rules[#2]</c>.
/// </summary>
internal sealed class Origins(MapNode root)
{
    public MapNode Root => root;

    /// <summary>The place of a value, or of the nearest thing around it that is there. Of a map or a list it is the place of its key.</summary>
    public Place Of(string path)
    {
        Node node = root;
        var place = root.Place;

        foreach (var step in Steps(path))
        {
            if (Below(node, step) is not { } below)
            {
                break;
            }

            (node, place) = below;
        }

        return place;
    }

    /// <summary>The first of these places that is in this file; else the first of them.</summary>
    public Place In(string source, IEnumerable<string> paths)
    {
        var places = paths.Select(Of).ToList();

        return places.Find(place => place.Source == source) ?? places[0];
    }

    /// <summary>The keys of a path.</summary>
    public static IEnumerable<string> Steps(string path)
    {
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '[')
            {
                var close = at + 1;

                while (close < path.Length && (path[close] != ']' || (close + 1 < path.Length && path[close + 1] is not ('.' or '['))))
                {
                    close++;
                }

                yield return path[(at + 1)..close];
                at = close + 1;
            }
            else
            {
                at += path[at] == '.' ? 1 : 0;
                var end = path.IndexOfAny(['.', '['], at) is var next and >= 0 ? next : path.Length;

                yield return path[at..end];
                at = end;
            }
        }
    }

    private static (Node, Place)? Below(Node node, string step) => node switch
    {
        MapNode map when map.Find(step) is { } entry => (entry.Value, entry.Value is ScalarNode scalar ? scalar.Place : entry.Place),
        ListNode list when Item(list, step) is { } item => (item, item.Place),
        _ => null,
    };

    private static Node? Item(ListNode list, string step) =>
        step.StartsWith('#') && int.TryParse(step.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < list.Items.Count
            ? list.Items[number]
            : list.Items.FirstOrDefault(item => (item is MapNode map ? Alike.NameOf(map) : item as ScalarNode)?.Text == step);
}
