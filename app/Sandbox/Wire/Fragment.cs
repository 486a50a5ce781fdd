using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.Sandbox.Wire;

/// <summary>JSON that was written once and is pasted into every answer: a user's twenty addresses, a repository's eighty fields.</summary>
[JsonConverter(typeof(FragmentConverter))]
internal sealed class Fragment(ReadOnlyMemory<byte> json)
{
    public ReadOnlyMemory<byte> Json { get; } = json;

    /// <summary>The fields of one object.</summary>
    public static Fragment Of(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();

        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        return new Fragment(buffer.WrittenMemory);
    }
}

/// <summary>Pastes a <see cref="Fragment"/>.</summary>
internal sealed class FragmentConverter : JsonConverter<Fragment>
{
    public override Fragment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The sandbox writes fragments and reads none.");

    public override void Write(Utf8JsonWriter writer, Fragment value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}
