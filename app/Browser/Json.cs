using System.Text.Json;

namespace Hotfix.Browser;

/// <summary>Reads what may not be there, and texts that a script made, which need not be Unicode.</summary>
internal static class Json
{
    public static JsonElement? At(this JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static string? TextAt(this JsonElement element, string name) => element.At(name) is { ValueKind: JsonValueKind.String } value ? Text(value) : null;

    public static int? NumberAt(this JsonElement element, string name) => element.At(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException) // half of a surrogate pair
        {
            return value.GetRawText();
        }
    }
}
