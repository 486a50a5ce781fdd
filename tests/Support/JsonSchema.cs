using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hotfix.Tests.Support;

/// <summary>
/// Holds JSON against a schema of draft 2020-12, as far as our own schema goes; a keyword that is not known here is an error, so that nothing is passed over. Stands in for JsonSchema.Net, which does not
/// restore: JsonPointer.Net, on which it rests, is absent.
/// </summary>
internal static class JsonSchema
{
    private static readonly HashSet<string> Explaining = ["$schema", "$defs", "title", "description", "default"];

    /// <summary>Where it does not fit; empty when it does.</summary>
    public static IReadOnlyList<string> Check(JsonNode schema, JsonNode? value, string at = "$") =>
        [.. schema.AsObject().Where(keyword => !Explaining.Contains(keyword.Key)).SelectMany(keyword => Keyword(schema, keyword.Key, keyword.Value!, value, at))];

    private static IEnumerable<string> Keyword(JsonNode schema, string keyword, JsonNode wanted, JsonNode? value, string at) => keyword switch
    {
        "type" => (wanted is JsonArray types ? types.Any(type => IsOf($"{type}", value)) : IsOf($"{wanted}", value)) ? [] : [$"{at} is not of the type {wanted.ToJsonString()}."],
        "enum" => wanted.AsArray().Any(word => JsonNode.DeepEquals(word, value)) ? [] : [$"{at} is none of {wanted.ToJsonString()}."],
        "pattern" => value?.GetValueKind() != System.Text.Json.JsonValueKind.String || Regex.IsMatch($"{value}", $"{wanted}", RegexOptions.ECMAScript) ? [] : [$"{at} does not match {wanted}."],
        "minimum" => IsOf("number", value) && value!.GetValue<decimal>() < wanted.GetValue<int>() ? [$"{at} is below {wanted}."] : [],
        "maximum" => IsOf("number", value) && value!.GetValue<decimal>() > wanted.GetValue<int>() ? [$"{at} is above {wanted}."] : [],
        "minProperties" => value is JsonObject map && map.Count < wanted.GetValue<int>() ? [$"{at} has too few keys."] : [],
        "required" => value is JsonObject map ? wanted.AsArray().Where(name => !map.ContainsKey($"{name}")).Select(name => $"{at} lacks {name}.") : [],
        "items" => value is JsonArray list ? list.SelectMany((item, number) => Check(wanted, item, $"{at}[{number}]")) : [],
        "properties" => value is JsonObject map ? map.Where(pair => wanted[pair.Key] is not null).SelectMany(pair => Check(wanted[pair.Key]!, pair.Value, $"{at}.{pair.Key}")) : [],
        "additionalProperties" => value is JsonObject map ? map.Where(pair => schema["properties"]?[pair.Key] is null).SelectMany(pair => Additional(wanted, pair.Value, $"{at}.{pair.Key}")) : [],
        "$ref" => Check($"{wanted}".Split('/').Skip(1).Aggregate(schema.Root, (part, name) => part[name]!), value, at),
        "anyOf" => wanted.AsArray().Select(branch => Check(branch!, value, at)).ToList() is var branches && branches.Exists(branch => branch.Count == 0) ? [] : branches[0],
        _ => throw new NotSupportedException($"The keyword {keyword} is not known here."),
    };

    private static IReadOnlyList<string> Additional(JsonNode wanted, JsonNode? value, string at) => wanted is JsonObject schema ? Check(schema, value, at) : [$"{at} is not in the schema."];

    private static bool IsOf(string type, JsonNode? value) => (type, value) switch
    {
        ("null", null) or ("object", JsonObject) or ("array", JsonArray) => true,
        ("integer", JsonValue number) => number.TryGetValue<decimal>(out var read) && decimal.Truncate(read) == read,
        ("number", JsonValue number) => number.TryGetValue<decimal>(out _),
        ("string", JsonValue text) => text.TryGetValue<string>(out _),
        ("boolean", JsonValue flag) => flag.TryGetValue<bool>(out _),
        _ => false,
    };
}
