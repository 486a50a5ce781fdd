using System.Globalization;
using System.Text.Json;

namespace Hotfix.Http.Functions;

/// <summary>
/// What the Functions host sends when a message of a queue is to be handled: the only file that knows its shape.
/// <para>Shape: <c>POST /FUNCTION</c>, chunked, <c>{"Data":{"doorbell":"…"},"Metadata":{"DequeueCount":"1",…}}</c>. What is no object is JSON in a JSON string: a number is <c>"1"</c>, a text
/// <c>"\"text\""</c>. A message whose text is a JSON object lays its own fields over <c>Metadata</c>; ours are none, and one that somebody put there by hand may lie about its count, which does no harm.</para>
/// <para>Source: azure-functions-host, ScriptInvocationContextExtensions and DefaultHttpWorkerService.</para>
/// </summary>
/// <param name="Text">The message's text, decoded.</param>
/// <param name="Takes">How often it was taken, this time included; 1 where it is not said.</param>
internal sealed record Envelope(string Text, int Takes)
{
    /// <summary>The name of the binding, as every <c>function.json</c> of ours has it.</summary>
    public const string Binding = "doorbell";

    /// <exception cref="FormatException">It is not what the host sends.</exception>
    public static Envelope Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);

            return Find(json.RootElement, "Data", Binding) is { ValueKind: JsonValueKind.String } text
                ? new(Inner(text.GetString()!), Count(json.RootElement))
                : throw new FormatException($"The envelope has no text in Data.{Binding}.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException("The envelope is not JSON.", wrong);
        }
    }

    /// <summary>Some hosts encode once: what is no JSON string inside is the text itself.</summary>
    private static string Inner(string text)
    {
        if (!text.StartsWith('"'))
        {
            return text;
        }

        using var json = JsonDocument.Parse(text);

        return json.RootElement.GetString()!;
    }

    private static int Count(JsonElement root) => Find(root, "Metadata", "DequeueCount") switch
    {
        { ValueKind: JsonValueKind.String } text when int.TryParse(Inner(text.GetString()!), NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var count) => count,
        _ => 1,
    };

    private static JsonElement? Find(JsonElement root, string outer, string inner) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(outer, out var found) && found.ValueKind == JsonValueKind.Object && found.TryGetProperty(inner, out var value) ? value : null;
}
