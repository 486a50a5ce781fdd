using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hotfix.Profiles.Nodes;

/// <summary>Nodes as YAML that reads back as the same. Lists of words stand on one line, broken where it gets long.</summary>
/// <param name="origins">Whether each value is followed by a comment that says where it comes from.</param>
internal sealed partial class NodeYaml(bool origins)
{
    private const int Width = 160;

    private readonly StringBuilder text = new();
    private int lineStart;

    public static string Of(MapNode map, bool origins)
    {
        var yaml = new NodeYaml(origins);
        yaml.Entries(map, 0);

        return yaml.text.ToString();
    }

    private void Entries(MapNode map, int indent, bool isFirstHere = false)
    {
        foreach (var entry in map.Entries)
        {
            text.Append(' ', isFirstHere ? 0 : indent).Append(Word(entry.Key)).Append(':');
            isFirstHere = false;
            Value(entry.Value, indent);
        }
    }

    /// <summary>After a key and its colon.</summary>
    private void Value(Node node, int indent)
    {
        switch (node)
        {
            case MapNode { Entries.Count: > 0 } map:
                NewLine();
                Entries(map, indent + 2);
                break;
            case ListNode { Items: [ScalarNode, ..] items } when !IsMixed(items):
                Words([.. items.Cast<ScalarNode>()], indent + 2);
                break;
            case ListNode { Items.Count: > 0 } list:
                NewLine();
                list.Items.ToList().ForEach(item => Item(item, indent + 2));
                break;
            default:
                text.Append(' ').Append(Scalar(node));
                End(node.Place);
                break;
        }
    }

    private void Item(Node item, int indent)
    {
        text.Append(' ', indent).Append("- ");

        if (item is MapNode { Entries.Count: > 0 } map)
        {
            Entries(map, indent + 2, isFirstHere: true);
        }
        else
        {
            text.Append(Scalar(item));
            End(item.Place);
        }
    }

    private void Words(IReadOnlyList<ScalarNode> items, int indent)
    {
        text.Append(" [");

        foreach (var (item, at) in items.Select((item, at) => (Scalar(item), at)))
        {
            var isLast = at == items.Count - 1;

            if (at > 0 && text.Length - lineStart + item.Length + 2 > Width)
            {
                NewLine();
                text.Append(' ', indent);
            }
            else if (at > 0)
            {
                text.Append(' ');
            }

            text.Append(item).Append(isLast ? "]" : ",");
        }

        End(items[0].Place);
    }

    /// <summary>With origins, words from two files need a line each to say so.</summary>
    private bool IsMixed(IReadOnlyList<Node> items) => items.Any(item => item is not ScalarNode || (origins && (item.Place.Source, item.Place.Line) != (items[0].Place.Source, items[0].Place.Line) && item.Place.Source != items[0].Place.Source));

    private void End(Place place)
    {
        if (origins)
        {
            text.Append(CultureInfo.InvariantCulture, $" # {place.Source}:{place.Line}");
        }

        NewLine();
    }

    private void NewLine()
    {
        text.Append('\n');
        lineStart = text.Length;
    }

    private static string Scalar(Node node) => node switch
    {
        ScalarNode { What: ScalarKind.Text } scalar => Word(scalar.Text),
        ScalarNode { What: ScalarKind.Nothing } => "null",
        ScalarNode scalar => scalar.Text,
        MapNode => "{}",
        _ => "[]",
    };

    private static string Word(string text) => Plain().IsMatch(text) && !Reserved().IsMatch(text) ? text : JsonSerializer.Serialize(text, Quoting.String);

    private static NodeText Quoting { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // What no reader of YAML, of 1.1 or 1.2, takes for anything but text.
    [GeneratedRegex(@"\A([A-Za-z][A-Za-z0-9_./'’()-]*( [A-Za-z0-9_./'’()*|~%+-]+)*|[0-9]+[dhm]( [0-9]+[hm])*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A(y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}

/// <summary>Quotes a text as JSON does, which YAML reads too.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class NodeText : System.Text.Json.Serialization.JsonSerializerContext;
