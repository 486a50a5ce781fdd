using System.Text.Encodings.Web;
using System.Text.Json;
using Hotfix.Ports;

namespace Hotfix.Storage.Azure;

/// <summary>
/// A document as an entity. Shape: the body in binary properties <c>B0</c>, <c>B1</c>, … of at most 64 KiB (15 of them hold the largest body, and leave room in an entity's 1 MiB), base64 on the wire;
/// <c>W</c> names the batch that wrote it, by which we find out what became of a batch whose answer was lost.
/// </summary>
/// <param name="Write">Who wrote it; null for a row that somebody put there by hand.</param>
internal sealed record Entity(string Partition, Document Document, string? Write)
{
    private const int PropertyBytes = 64 * 1024;

    /// <summary>Letters as they are: six bytes for each would make a batch of long keys too large.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Json(string partition, string row, ReadOnlyMemory<byte> body, string write)
    {
        using var bytes = new MemoryStream((body.Length * 4 / 3) + 256);

        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", partition);
            json.WriteString("RowKey", row);
            json.WriteString("W", write);

            for (var at = 0; at * PropertyBytes < body.Length; at++)
            {
                json.WriteString($"B{at}@odata.type", "Edm.Binary");
                json.WriteBase64String($"B{at}", body.Span[(at * PropertyBytes)..Math.Min(body.Length, (at + 1) * PropertyBytes)]);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public static Entity Of(JsonElement json)
    {
        var body = new MemoryStream();

        for (var at = 0; json.TryGetProperty($"B{at}", out var property); at++)
        {
            body.Write(property.GetBytesFromBase64());
        }

        return new(json.GetProperty("PartitionKey").GetString()!, new(json.GetProperty("RowKey").GetString()!, body.GetBuffer().AsMemory(0, (int)body.Length), json.GetProperty("odata.etag").GetString()!), json.TryGetProperty("W", out var write) ? write.GetString() : null);
    }
}
