using System.Collections;
using System.Globalization;
using System.Text.Json;
using Hotfix.Sandbox.Rest;

namespace Hotfix.Sandbox.GraphQl;

/// <summary>
/// Answers one request: writes what was selected, and no more, and collects what went wrong. Source: GraphQL, October 2021, "Execution"; a field that fails becomes null where it stands,
/// and takes nothing around it with it.
/// </summary>
internal sealed class GraphExecution(GraphDocument document, GraphVariables variables, RestRequest request, SandboxState state, Utf8JsonWriter json)
{
    private readonly List<object> path = [];

    public List<(GraphError Error, object[] Path)> Errors { get; } = [];

    /// <exception cref="GraphRefusal">A field is asked for that there is not.</exception>
    public void Write(GraphNode node, IEnumerable<GraphSelection> selections)
    {
        json.WriteStartObject();

        foreach (var fields in Fields(node.Type, selections).GroupBy(field => field.Key))
        {
            path.Add(fields.Key);
            json.WritePropertyName(fields.Key);
            WriteField(node, fields.First(), [.. fields.SelectMany(field => field.Selections)]);
            path.RemoveAt(path.Count - 1);
        }

        json.WriteEndObject();
    }

    private void WriteField(GraphNode node, GraphSelectedField field, IReadOnlyList<GraphSelection> below)
    {
        if (field.Name == "__typename")
        {
            json.WriteStringValue(node.Type.Name);
            return;
        }

        var answer = node.Type.Find(field.Name)
            ?? throw new GraphRefusal("undefinedField", $"Field '{field.Name}' doesn't exist on type '{node.Type.Name}'", [.. path]);

        try
        {
            WriteValue(answer(node.Value, new GraphCall(field.Name, variables.All(field.Arguments), request, state)), below);
        }
        catch (GraphError error)
        {
            Errors.Add((error, [.. path]));
            json.WriteNullValue();
        }
    }

    private void WriteValue(object? value, IReadOnlyList<GraphSelection> below)
    {
        if (value is GraphNode ? below is [] : below is not [] && value is string or bool or int or long)
        {
            throw new GraphRefusal("selectionMismatch", $"Field '{path[^1]}' {(below is [] ? "must have" : "must not have")} selections", [.. path]);
        }

        Action write = value switch
        {
            null => json.WriteNullValue,
            string text => () => json.WriteStringValue(text),
            bool flag => () => json.WriteBooleanValue(flag),
            int or long => () => json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            GraphNode node => () => Write(node, below),
            IEnumerable items => () => WriteAll(items, below),
            _ => throw new ArgumentException($"The sandbox cannot answer with a {value.GetType().Name}.", nameof(value)),
        };
        write();
    }

    private void WriteAll(IEnumerable items, IReadOnlyList<GraphSelection> below)
    {
        var number = 0;
        json.WriteStartArray();

        foreach (var item in items)
        {
            path.Add(number++);

            if (item is GraphError error)
            {
                Errors.Add((error, [.. path]));
            }

            WriteValue(item is GraphError ? null : item, below);
            path.RemoveAt(path.Count - 1);
        }

        json.WriteEndArray();
    }

    /// <summary>The fields that a thing of this type is asked for, in their order.</summary>
    private IEnumerable<GraphSelectedField> Fields(GraphType type, IEnumerable<GraphSelection> selections) =>
        selections.Where(IsWanted).SelectMany(selection => selection switch
        {
            GraphSelectedField field => [field],
            GraphInline inline => inline.Type is null || type.Is(inline.Type) ? Fields(type, inline.Selections) : [],
            GraphSpread spread when document.Fragments.TryGetValue(spread.Name, out var fragment) => type.Is(fragment.Type) ? Fields(type, fragment.Selections) : [],
            GraphSpread spread => throw new GraphRefusal("useAndDefineFragment", $"Fragment {spread.Name} was used, but not defined", [.. path]),
            _ => throw new ArgumentException($"A {selection.GetType().Name} selects nothing.", nameof(selections)),
        });

    private bool IsWanted(GraphSelection selection) => selection.Directives.All(directive => (directive.Name, variables.All(directive.Arguments).GetValueOrDefault("if")) switch
    {
        ("include", bool wanted) => wanted,
        ("skip", bool unwanted) => !unwanted,
        _ => throw new GraphRefusal("undefinedDirective", $"Directive @{directive.Name} is not defined, or says not if", [.. path]),
    });
}
