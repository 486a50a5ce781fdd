using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.GitHub.Access;

/// <summary>
/// Something that opens doors: an installation's token or the App's JWT. It goes into one header and shows itself nowhere else.
/// Neither length nor format is assumed (tokens have had 40 characters, and have about 520 with dots since 2026), only that it fits into a header.
/// </summary>
[JsonConverter(typeof(TokenConverter))]
internal sealed class Token(string value)
{
    /// <summary>The secret itself, for the <c>Authorization</c> header.</summary>
    public string Reveal() => value;

    public override string ToString() => "(token)";
}

/// <summary>Reads a token straight from the answer, so that no record ever holds it as text.</summary>
internal sealed class TokenConverter : JsonConverter<Token>
{
    public override Token Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } value && value.All(character => character is > ' ' and <= '~')
            ? new Token(value)
            : throw new JsonException("The token is empty or does not fit into a header.");

    public override void Write(Utf8JsonWriter writer, Token value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A token is never written.");
}
