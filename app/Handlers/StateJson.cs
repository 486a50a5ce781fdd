using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Domain;

namespace Hotfix.Handlers;

/// <summary>How what we store is written: JSON in UTF-8, enums by name, nothing null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(ValuesConverter<string>), typeof(ValuesConverter<Label>)])]
[JsonSerializable(typeof(Domain.Hotfix))]
[JsonSerializable(typeof(DeliveryHead))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(LeaseHolder))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Label[]))]
internal sealed partial class StateJson : JsonSerializerContext
{
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    public static T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body.Span, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}
