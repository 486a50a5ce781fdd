using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hotfix.Tests.Support;

/// <summary>
/// Holds JSON against a schema of OpenAPI 3.0 and says in sentences what does not fit. Stricter than the standard in one point: a property that the schema
/// does not name is reported, because a misspelt one would otherwise pass. Laxer in another: <c>oneOf</c> is read as <c>anyOf</c>, because GitHub's
/// alternatives overlap.
/// </summary>
internal sealed class OpenApiSchema(JsonElement description)
{
    public IEnumerable<string> Check(JsonElement schema, JsonElement value, string at, bool strict = true)
    {
        schema = Resolve(schema);

        return value.ValueKind is JsonValueKind.Null
            ? IsNullable(schema) ? [] : [$"{at} is null, and may not be."]
            : [.. Type(schema, value, at), .. Alternatives(schema, value, at), .. Limits(schema, value, at), .. Parts(schema, value, at, strict)];
    }

    public JsonElement Named(string name) => description.GetProperty("components").GetProperty("schemas").GetProperty(name);

    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(description, (element, name) => element.GetProperty(name));
        }

        return schema;
    }

    private static IEnumerable<string> Type(JsonElement schema, JsonElement value, string at)
    {
        var type = schema.TryGetProperty("type", out var wanted) ? wanted.GetString() : null;

        var fits = type switch
        {
            "string" => value.ValueKind is JsonValueKind.String,
            "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind is JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => value.ValueKind is JsonValueKind.Array,
            "object" => value.ValueKind is JsonValueKind.Object,
            _ => true,
        };

        return fits ? [] : [$"{at} is {value.ValueKind}, and should be {type}."];
    }

    private static IEnumerable<string> Limits(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            yield return $"{at} is {value.GetRawText()}, and should be one of {values.GetRawText()}.";
        }

        int? size = value.ValueKind switch
        {
            JsonValueKind.String => new StringInfo(value.GetString()!).LengthInTextElements,
            JsonValueKind.Array => value.GetArrayLength(),
            _ => null,
        };

        if (size < Number("minLength") || size < Number("minItems") || size > Number("maxLength") || size > Number("maxItems"))
        {
            yield return $"{at} has a size of {size}, against the schema's limits.";
        }

        if (value.ValueKind is JsonValueKind.Number && (value.GetDouble() < Number("minimum") || value.GetDouble() > Number("maximum")))
        {
            yield return $"{at} is {value.GetRawText()}, against the schema's limits.";
        }

        if (value.ValueKind is JsonValueKind.String && !Formatted(schema, value.GetString()!))
        {
            yield return $"{at} is '{value.GetString()}', against the schema's format or pattern.";
        }

        double? Number(string name) => schema.TryGetProperty(name, out var limit) ? limit.GetDouble() : null;
    }

    private static bool Formatted(JsonElement schema, string text) =>
        (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "date-time" => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => !schema.TryGetProperty("pattern", out var pattern) || Regex.IsMatch(text, pattern.GetString()!),
        };

    private IEnumerable<string> Alternatives(JsonElement schema, JsonElement value, string at)
    {
        foreach (var name in (string[])["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(name, out var branches))
            {
                var attempts = branches.EnumerateArray().Select(branch => Check(branch, value, at).ToList()).ToList();

                foreach (var sentence in attempts.Any(attempt => attempt.Count == 0) ? [] : attempts.MinBy(attempt => attempt.Count)!)
                {
                    yield return sentence;
                }
            }
        }

        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var sentence in all.EnumerateArray().SelectMany(branch => Check(branch, value, at, strict: false)))
            {
                yield return sentence;
            }
        }
    }

    private IEnumerable<string> Parts(JsonElement schema, JsonElement value, string at, bool strict) => value.ValueKind switch
    {
        JsonValueKind.Array when schema.TryGetProperty("items", out var items) =>
            value.EnumerateArray().SelectMany((item, index) => Check(items, item, $"{at}[{index}]")),
        JsonValueKind.Object => Missing(schema, value, at).Concat(value.EnumerateObject().SelectMany(property => Property(schema, property, at, strict))),
        _ => [],
    };

    private static IEnumerable<string> Missing(JsonElement schema, JsonElement value, string at) =>
        schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}.{name} is missing.")
            : [];

    private IEnumerable<string> Property(JsonElement schema, JsonProperty property, string at, bool strict)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var known))
        {
            return Check(known, property.Value, $"{at}.{property.Name}");
        }

        if (schema.TryGetProperty("additionalProperties", out var more))
        {
            return more.ValueKind switch
            {
                JsonValueKind.Object => Check(more, property.Value, $"{at}.{property.Name}"),
                JsonValueKind.False => [$"{at}.{property.Name} is not in the schema."],
                _ => [],
            };
        }

        var composed = schema.TryGetProperty("allOf", out _) || schema.TryGetProperty("anyOf", out _) || schema.TryGetProperty("oneOf", out _);
        return strict && !composed && properties.ValueKind is JsonValueKind.Object ? [$"{at}.{property.Name} is not in the schema."] : [];
    }

    private bool IsNullable(JsonElement schema) =>
        (schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean())
        || ((string[])["oneOf", "anyOf"]).Any(name =>
            schema.TryGetProperty(name, out var branches) && branches.EnumerateArray().Any(branch => IsNullable(Resolve(branch))));
}
