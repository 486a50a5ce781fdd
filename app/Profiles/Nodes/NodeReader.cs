using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Hotfix.Profiles.Nodes;

/// <summary>
/// YAML as nodes. Read from the parser's events rather than its document model: that one recurses as deep as a stranger's brackets go and expands aliases as often as they are named; here both have a limit.
/// A plain scalar that reads as a number, a boolean or null is one (YAML 1.2.2, section 10.3.2); a quoted one is text.
/// <para>Errors: sentences with their places; what follows a syntax error or a limit is not read.</para>
/// </summary>
internal sealed class NodeReader
{
    private const int MaxBytes = 256 * 1024;
    private const int MaxNodes = 10_000;
    private const int MaxDepth = 20;

    private readonly Lines lines;
    private readonly Parser parser;
    private readonly List<ConfigError> errors;
    private readonly Dictionary<string, Node> anchors = new(StringComparer.Ordinal);
    private int nodes;

    private NodeReader(string yaml, string source, List<ConfigError> errors) =>
        (lines, this.errors, parser) = (new Lines(yaml, source), errors, new Parser(new StringReader(yaml)));

    /// <summary>Null for a file with nothing in it, and for one that is not read to its end.</summary>
    public static Node? Read(string yaml, string source, List<ConfigError> errors)
    {
        // Only \n ends a line for whoever shows one; the parser counts what earlier versions of YAML took for line ends (1.2.2, section 5.4).
        var text = yaml.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');

        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            errors.Add(new(source, 1, 1, "The file is larger than 256 KiB, and no configuration needs that."));

            return null;
        }

        if (text.IndexOf('\0', StringComparison.Ordinal) is var at and >= 0)
        {
            var before = text[..at].Split('\n');
            errors.Add(new(source, before.Length, before[^1].Length + 1, "There is a zero byte here, and no text has one."));

            return null;
        }

        var reader = new NodeReader(text, source, errors);

        try
        {
            return reader.Document();
        }
        catch (LimitException limit)
        {
            errors.Add(ConfigError.At(limit.Place, limit.Message));
        }
        catch (YamlException wrong)
        {
            errors.Add(ConfigError.At(reader.lines.Of(wrong), $"This is no YAML: {char.ToLowerInvariant(wrong.Message[0])}{wrong.Message.TrimEnd('.')[1..]}."));
        }
#pragma warning disable CA1031 // the parser has faults of its own on hostile text, and they come as any exception: InvalidOperationException, OverflowException, …
        catch (Exception)
#pragma warning restore CA1031
        {
            errors.Add(ConfigError.At(reader.lines.Of(reader.parser.Current?.End ?? Mark.Empty), "This is no YAML: it cannot be read on from here."));
        }

        return null;
    }

    private Node? Document()
    {
        Node? root = null;

        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case DocumentStart start when root is not null:
                    throw new LimitException(lines.Of(start.Start), "A second document begins here; a configuration is one.");
                case StreamStart or StreamEnd or DocumentStart or DocumentEnd:
                    break;
                default:
                    root = Value(1);
                    break;
            }
        }

        return root is ScalarNode { What: ScalarKind.Nothing } ? null : root;
    }

    /// <summary>The node that begins with the current event; the parser stands at its last event afterwards.</summary>
    private Node Value(int depth)
    {
        var current = parser.Current!;
        var place = lines.Of(current.Start);
        Count(1, depth, place);

        var node = current switch
        {
            MappingStart => Map(place, depth),
            SequenceStart => List(place, depth),
            Scalar scalar => new ScalarNode(place, scalar.Value, Kind(scalar)),
            AnchorAlias alias => Alias(alias, place, depth),
            _ => throw new LimitException(place, "A map, a list or a value is expected here."),
        };

        if (current is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            anchors[anchor.Value] = node;
        }

        return node;
    }

    private MapNode Map(Place place, int depth)
    {
        var entries = new List<Entry>();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);

        for (Next(); parser.Current is not MappingEnd; Next())
        {
            var at = lines.Of(parser.Current!.Start);
            var key = Value(depth + 1) as ScalarNode;
            Next();
            var value = Value(depth + 1);

            if (key is null)
            {
                errors.Add(ConfigError.At(at, "A key is a word, not a map or a list."));
            }
            else if (first.TryGetValue(key.Text, out var line))
            {
                errors.Add(ConfigError.At(at, $"The key `{Wording.Short(key.Text)}` stands here twice; the first is in line {line}."));
            }
            else
            {
                first.Add(key.Text, at.Line);
                entries.Add(new(key.Text, at, value));
            }
        }

        return new(place, entries);
    }

    private ListNode List(Place place, int depth)
    {
        var items = new List<Node>();

        for (Next(); parser.Current is not SequenceEnd; Next())
        {
            items.Add(Value(depth + 1));
        }

        return new(place, items);
    }

    /// <summary>An anchor counts as often as it is used. One that is not yet complete is not known, so nothing holds itself.</summary>
    private Node Alias(AnchorAlias alias, Place place, int depth)
    {
        if (!anchors.TryGetValue(alias.Value.Value, out var node))
        {
            throw new LimitException(place, $"`*{Wording.Short(alias.Value.Value)}` names an anchor that is not above it.");
        }

        Count(node.Size.Count - 1, depth + node.Size.Depth - 1, place);

        return node;
    }

    private void Count(int more, int depth, Place place)
    {
        nodes += more;

        if (depth > MaxDepth)
        {
            throw new LimitException(place, $"This is more than {MaxDepth} levels deep, and no configuration needs that.");
        }

        if (nodes > MaxNodes)
        {
            throw new LimitException(place, "From here on there are more than 10,000 values, and no configuration needs that.");
        }
    }

    private void Next()
    {
        if (!parser.MoveNext())
        {
            throw new SemanticErrorException("The file ends in the middle");
        }
    }

    private static ScalarKind Kind(Scalar scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } or { Tag: { IsEmpty: false, IsNonSpecific: true } } => ScalarKind.Text,
        { Tag: { IsEmpty: false, Value: "tag:yaml.org,2002:str" } } => ScalarKind.Text,
        { Value: "" or "~" or "null" or "Null" or "NULL" } => ScalarKind.Nothing,
        { Value: "true" or "True" or "TRUE" or "false" or "False" or "FALSE" } => ScalarKind.Flag,
        _ when decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };

    private sealed class LimitException(Place place, string message) : Exception(message)
    {
        public Place Place => place;
    }
}
