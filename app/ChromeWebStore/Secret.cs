using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.ChromeWebStore;

/// <summary>Something that opens the store. It goes into a header or a form and shows itself nowhere else.</summary>
[JsonConverter(typeof(SecretConverter))]
internal sealed class Secret(string value)
{
    public string Reveal() => value;

    /// <summary>Whether it fits into a header.</summary>
    public static bool Fits(string value) => value.Length > 0 && value.All(character => character is > ' ' and <= '~');

    public override string ToString() => "(secret)";
}

/// <summary>Reads a secret straight from an answer, so that no record ever holds it as text.</summary>
internal sealed class SecretConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value && Secret.Fits(value) ? new(value) : throw new JsonException("The token is empty or does not fit into a header.");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => throw new NotSupportedException("A secret is never written as JSON.");
}
