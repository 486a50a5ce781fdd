using System.Text.Json.Nodes;

namespace Hotfix.Profiles;

/// <summary>
/// A profile laid over the one it extends: maps merge key by key, anything else replaces. A list is changed instead of replaced by <c>{ prepend: […], add: […], remove: […] }</c> in its place;
/// <c>null</c> takes a key away.
/// </summary>
internal static class Merge
{
    public static JsonNode? Over(JsonNode? lower, JsonNode? upper) => (lower, upper) switch
    {
        (JsonObject map, JsonObject over) => Maps(map, over),
        (JsonArray list, JsonObject change) => Changed(list, change),
        _ => upper?.DeepClone(),
    };

    private static JsonObject Maps(JsonObject lower, JsonObject upper)
    {
        var merged = (JsonObject)lower.DeepClone();

        foreach (var (key, value) in upper)
        {
            merged[key] = Over(lower[key], value);
        }

        return merged;
    }

    private static JsonArray Changed(JsonArray list, JsonObject change) =>
        [.. Items(change, "prepend"), .. list.Where(item => !Items(change, "remove").Any(gone => Same(item, gone))).Select(Copy), .. Items(change, "add")];

    private static IEnumerable<JsonNode?> Items(JsonObject change, string key) => (change[key] as JsonArray ?? []).Select(Copy);

    /// <summary>Objects are known by their name or label.</summary>
    private static bool Same(JsonNode? item, JsonNode? gone) =>
        JsonNode.DeepEquals(item, gone) || (item is JsonObject map && gone is JsonValue && (JsonNode.DeepEquals(map["name"], gone) || JsonNode.DeepEquals(map["label"], gone)));

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
