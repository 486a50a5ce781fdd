using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hotfix.Domain;

/// <summary>Reads and writes <see cref="Values{T}"/> as a JSON array. The JSON context that uses it must also know <c>T[]</c>.</summary>
internal sealed class ValuesConverter<T> : JsonConverter<Values<T>>
{
    public override Values<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new([.. JsonSerializer.Deserialize(ref reader, Items(options)) ?? []]);

    public override void Write(Utf8JsonWriter writer, Values<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, [.. value], Items(options));

    private static JsonTypeInfo<T[]> Items(JsonSerializerOptions options) => (JsonTypeInfo<T[]>)options.GetTypeInfo(typeof(T[]));
}
