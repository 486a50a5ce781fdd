using System.Globalization;

namespace Hotfix.Profiles.Nodes;

/// <summary>Where something stands: the name of the file, and line and column from 1.</summary>
internal sealed record Place(string Source, int Line, int Column);

/// <summary>A piece of a YAML file that knows where it stands. Two nodes are the same only when they are one object: merging and checking go by that.</summary>
internal abstract class Node(Place place)
{
    public Place Place => place;

    /// <summary>How many nodes this is, with all below; and how many levels.</summary>
    public abstract (int Count, int Depth) Size { get; }

    /// <summary>What it is, for a sentence: "a list".</summary>
    public abstract string Kind { get; }

    protected static (int Count, int Depth) SizeOf(IEnumerable<Node> below) =>
        below.Aggregate((Count: 1, Depth: 1), (size, node) => (size.Count + node.Size.Count, Math.Max(size.Depth, node.Size.Depth + 1)));
}

/// <summary>A key with where it stands, and its value.</summary>
internal sealed record Entry(string Key, Place Place, Node Value);

internal sealed class MapNode(Place place, IReadOnlyList<Entry> entries) : Node(place)
{
    public IReadOnlyList<Entry> Entries => entries;

    public override (int Count, int Depth) Size { get; } = SizeOf(entries.Select(entry => entry.Value));

    public override string Kind => "a map";

    public Entry? Find(string key) => entries.FirstOrDefault(entry => entry.Key == key);
}

internal sealed class ListNode(Place place, IReadOnlyList<Node> items) : Node(place)
{
    public IReadOnlyList<Node> Items => items;

    public override (int Count, int Depth) Size { get; } = SizeOf(items);

    public override string Kind => "a list";
}

/// <summary>Text, a number, true or false, or nothing. <paramref name="text"/> is as it was written.</summary>
internal sealed class ScalarNode(Place place, string text, ScalarKind what) : Node(place)
{
    public string Text => text;

    public ScalarKind What => what;

    public override (int Count, int Depth) Size => (1, 1);

    public decimal Number => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public override string Kind => what switch
    {
        ScalarKind.Text => "text",
        ScalarKind.Number => "a number",
        ScalarKind.Flag => "true or false",
        _ => "nothing",
    };
}

internal enum ScalarKind
{
    Text,
    Number,
    Flag,
    Nothing,
}
