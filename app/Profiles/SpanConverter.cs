using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Domain;

namespace Hotfix.Profiles;

/// <summary>A length of time as people write it in a profile: <c>"1d 4h"</c>.</summary>
internal sealed class SpanConverter : JsonConverter<Span>
{
    public override Span Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Span.Parse(reader.GetString()!) is { } span ? span : throw new JsonException($"This is {Span.Shape}.");

    public override void Write(Utf8JsonWriter writer, Span value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
