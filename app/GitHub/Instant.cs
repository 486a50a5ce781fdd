using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

/// <summary>A time in a payload: an ISO 8601 text, or in some deliveries (push, installation) whole seconds since 1970.</summary>
internal readonly record struct Instant(DateTimeOffset Value);

internal sealed class InstantConverter : JsonConverter<Instant>
{
    /// <summary>Seconds from 1970 to the year 9000 or so: more is no time.</summary>
    private const long MaxSeconds = 220_000_000_000;

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var seconds) && Math.Abs(seconds) < MaxSeconds => new(DateTimeOffset.FromUnixTimeSeconds(seconds)),
        JsonTokenType.String when reader.TryGetDateTimeOffset(out var time) => new(time),
        _ => throw new JsonException("A time is an ISO 8601 text or seconds since 1970."),
    };

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
