using System.Globalization;
using Hotfix.Profiles.Nodes;
using Hotfix.Profiles.Shapes;
using Hotfix.Triage;

namespace Hotfix.Profiles.Checks;

/// <summary>Everything in a file that stands where it cannot: unknown keys, wrong kinds of value, unknown words, text without its form. What is missing is not looked at: a file may leave out what it extends.</summary>
/// <param name="bad">The nodes that are wrong in themselves, for <see cref="Merge"/> to leave out.</param>
internal sealed class ShapeCheck(List<ConfigError> errors, HashSet<Node> bad)
{
    /// <param name="lower">What the node is laid over: what can be taken from it.</param>
    /// <param name="subject">What stands here, for the beginning of a sentence.</param>
    public void Check(Node node, Node? lower, Shape shape, string subject)
    {
        switch (shape, node)
        {
            case (RecordShape record, MapNode map):
                CheckKeys(map, lower as MapNode, record);
                break;
            case (TableShape table, MapNode map):
                CheckEntries(map, lower as MapNode, table, subject);
                break;
            case (ListShape list, ListNode items):
                CheckItems(items, list.Item, subject);
                break;
            case (ListShape list, MapNode change):
                CheckChange(change, lower as ListNode, list, subject);
                break;
            default:
                CheckValue(node, shape, subject);
                break;
        }
    }

    private void CheckKeys(MapNode map, MapNode? lower, RecordShape record)
    {
        foreach (var entry in map.Entries)
        {
            if (record.Find(entry.Key) is not { } key)
            {
                Unknown(entry, record.Keys.Select(known => known.Name));
            }
            else if (entry.Value is ScalarNode { What: ScalarKind.Nothing } nothing)
            {
                if (key.Required)
                {
                    Wrong(nothing, $"`{key.Name}` is empty here; it must be {key.Shape.Wanted}, or be left out altogether.");
                }
            }
            else
            {
                Check(entry.Value, lower?.Find(entry.Key)?.Value, key.Shape, $"`{key.Name}`");
            }
        }
    }

    private void CheckEntries(MapNode map, MapNode? lower, TableShape table, string subject)
    {
        foreach (var entry in map.Entries)
        {
            if (table.Names?.Contains(entry.Key) == false)
            {
                Unknown(entry, table.Names);
            }
            else if (entry.Key.Trim().Length is 0 or > 200)
            {
                errors.Add(ConfigError.At(entry.Place, $"A key of {subject} is text of 1 to 200 characters."));
            }
            else if (entry.Value is not ScalarNode { What: ScalarKind.Nothing })
            {
                Check(entry.Value, lower?.Find(entry.Key)?.Value, table.Value, $"`{Wording.Short(entry.Key)}`");
            }
            else if (table is { Names: not null, Value: RecordShape })
            {
                Wrong(entry.Value, $"`{entry.Key}` cannot be taken out of {subject}: it is always asked for.");
            }
        }
    }

    private void CheckItems(ListNode items, Shape shape, string subject)
    {
        foreach (var item in items.Items)
        {
            Check(item, null, shape, $"an item of {subject}");
        }
    }

    private void CheckChange(MapNode change, ListNode? lower, ListShape list, string subject)
    {
        if (!change.Entries.Any(entry => ListShape.Changes.Contains(entry.Key)))
        {
            Wrong(change, $"{Sentence(subject)} is a list, and this is a map; a map here changes the list that is extended, by {Wording.List(ListShape.Changes)}.");

            return;
        }

        foreach (var entry in change.Entries)
        {
            if (!ListShape.Changes.Contains(entry.Key))
            {
                Unknown(entry, ListShape.Changes);
            }
            else if (entry.Value is not ListNode items)
            {
                Wrong(entry.Value, $"`{entry.Key}` must be a list, and this is {entry.Value.Kind}.");
            }
            else if (entry.Key == "remove")
            {
                CheckRemoved(items, lower, subject);
            }
            else
            {
                CheckItems(items, list.Item, subject);
            }
        }
    }

    /// <summary>What is not there cannot be taken away, and need not be: a profile that ships may have lost it. What is nearly there is most likely spelt otherwise.</summary>
    private void CheckRemoved(ListNode items, ListNode? lower, string subject)
    {
        var known = (lower?.Items ?? []).Select(NameOf).OfType<string>().ToList();

        foreach (var item in items.Items.Where(item => lower?.Items.Any(other => Alike.IsNamed(other, item)) != true))
        {
            if (NameOf(item) is not { } name)
            {
                Wrong(item, $"There is no such item in {subject} to take away.");
            }
            else if (Nearest.To(name, known) is { } near)
            {
                Wrong(item, $"There is no `{Wording.Short(name)}` in {subject} to take away; did you mean `{near}`?");
            }
        }
    }

    private static string? NameOf(Node item) => (item is MapNode map ? Alike.NameOf(map) : item as ScalarNode)?.Text;

    private void CheckValue(Node node, Shape shape, string subject)
    {
        switch (shape, node)
        {
            case (ChoiceShape choice, ScalarNode { What: ScalarKind.Text } scalar) when !choice.Names.Contains(scalar.Text):
                Wrong(node, $"{Sentence(subject)} is {Wording.Quoted(scalar.Text)}, and there is no such word here{Wording.Meant(scalar.Text, choice.Names)} Allowed: {Wording.List(choice.Names)}.");
                break;
            case (TextShape { Format: { } format }, ScalarNode { What: ScalarKind.Text } scalar) when format.Fault(scalar.Text) is { } fault:
                Wrong(node, $"{Sentence(subject)} is {Wording.Quoted(scalar.Text)}, and this {fault}.");
                break;
            case (NumberShape, ScalarNode { What: ScalarKind.Number, Number: < 0 } scalar):
                Wrong(node, $"{Sentence(subject)} is {scalar.Text}, and nothing here is below 0.");
                break;
            case (NumberShape { Whole: true }, ScalarNode { What: ScalarKind.Number } scalar) when !IsWhole(scalar.Number):
                Wrong(node, $"{Sentence(subject)} must be a whole number{(scalar.Number > int.MaxValue ? $" of at most {int.MaxValue.ToString(CultureInfo.InvariantCulture)}" : "")}, and this is {Wording.Short(scalar.Text)}.");
                break;
            case (ChoiceShape or TextShape, ScalarNode { What: ScalarKind.Text }) or (NumberShape, ScalarNode { What: ScalarKind.Number }) or (FlagShape, ScalarNode { What: ScalarKind.Flag }):
                break;
            default:
                Wrong(node, $"{Sentence(subject)} must be {shape.Wanted}, and this is {node.Kind}{Advice(shape, node)}.");
                break;
        }
    }

    /// <summary>Quotes are what people get wrong.</summary>
    private static string Advice(Shape shape, Node node) => (shape, node) switch
    {
        (TextShape text, ScalarNode { What: ScalarKind.Number or ScalarKind.Flag } scalar) when text.Format?.Fault(scalar.Text) is null => $"; put it in quotes: \"{scalar.Text}\"",
        (FlagShape, ScalarNode { Text: var text }) when new[] { "yes", "no", "on", "off" }.Contains(text.ToLowerInvariant()) => "; say true or false",
        (NumberShape, ScalarNode { Text: var text }) when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => "; leave the quotes out",
        (FlagShape, ScalarNode { Text: "true" or "false" }) => "; leave the quotes out",
        _ => "",
    };

    private void Unknown(Entry entry, IEnumerable<string> known)
    {
        var names = known.ToList();
        errors.Add(ConfigError.At(entry.Place, $"There is no key `{Wording.Short(entry.Key)}` here{Wording.Meant(entry.Key, names)} Known here: {Wording.List(names)}."));
    }

    private void Wrong(Node node, string sentence)
    {
        bad.Add(node);
        errors.Add(ConfigError.At(node.Place, sentence));
    }

    private static string Sentence(string subject) => char.ToUpperInvariant(subject[0]) + subject[1..];

    private static bool IsWhole(decimal number) => decimal.Truncate(number) == number && number <= int.MaxValue;
}
