using System.Text.Json;

namespace Hotfix.Sandbox.GraphQl;

/// <summary>What the request's variables hold, and values with them put in.</summary>
internal sealed class GraphVariables
{
    private readonly Dictionary<string, object?> values = [];

    /// <exception cref="GraphRefusal">One that must be there is not, or is of another type.</exception>
    public GraphVariables(GraphOperation operation, JsonElement given)
    {
        foreach (var variable in operation.Variables)
        {
            var isGiven = given.ValueKind is JsonValueKind.Object && given.TryGetProperty(variable.Name, out _);
            var value = isGiven ? Plain(given.GetProperty(variable.Name)) : variable.Default is { } written ? Value(written) : null;

            if (!Fits(variable.Type, value))
            {
                throw new GraphRefusal("INVALID_VARIABLE", $"Variable ${variable.Name} of type {variable.Type} was provided invalid value", variable.Name);
            }

            if (isGiven || variable.Default is not null)
            {
                values[variable.Name] = value;
            }
            else
            {
                values.TryAdd(variable.Name, null);
            }
        }
    }

    public object? Value(GraphValue value) => value switch
    {
        GraphUse(var name) => values.TryGetValue(name, out var held) ? held : throw new GraphRefusal("variableNotDefined", $"Variable ${name} is used but not declared", name),
        GraphLiteral(var literal) => literal,
        GraphList(var items) => items.Select(Value).ToList(),
        GraphObject(var fields) => All(fields),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value.", nameof(value)),
    };

    public IReadOnlyDictionary<string, object?> All(IReadOnlyDictionary<string, GraphValue> arguments) => arguments.ToDictionary(one => one.Key, one => Value(one.Value));

    /// <summary>Only what GraphQL itself defines is known here; enums and inputs are texts and objects.</summary>
    private static bool Fits(string type, object? value) => (type.TrimEnd('!'), value) switch
    {
        (_, null) => !type.EndsWith('!'),
        (['[', ..], _) => true, // a single value stands for a list of one
        ("Int", var number) => number is long,
        ("Boolean", var flag) => flag is bool,
        ("String", var text) => text is string,
        ("ID", var id) => id is string or long,
        _ => true,
    };

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(field => field.Name, field => Plain(field.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : (object)json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
