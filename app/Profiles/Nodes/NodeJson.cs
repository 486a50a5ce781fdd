using System.Text.Json;

namespace Hotfix.Profiles.Nodes;

/// <summary>Nodes as JSON.</summary>
internal static class NodeJson
{
    public static ReadOnlyMemory<byte> Of(Node node)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();

        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(node, writer);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Node node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case MapNode map:
                writer.WriteStartObject();

                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(entry.Value, writer);
                }

                writer.WriteEndObject();
                break;

            case ListNode list:
                writer.WriteStartArray();
                list.Items.ToList().ForEach(item => Write(item, writer));
                writer.WriteEndArray();
                break;

            case ScalarNode { What: ScalarKind.Nothing }:
                writer.WriteNullValue();
                break;

            case ScalarNode { What: ScalarKind.Number } scalar:
                writer.WriteNumberValue(scalar.Number);
                break;

            case ScalarNode { What: ScalarKind.Flag } scalar:
                writer.WriteBooleanValue(scalar.Text[0] is 't' or 'T');
                break;

            case ScalarNode scalar:
                writer.WriteStringValue(scalar.Text);
                break;
        }
    }
}
