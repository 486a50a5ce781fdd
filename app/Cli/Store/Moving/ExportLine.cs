using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hotfix.Ports;

namespace Hotfix.Cli.Store.Moving;

/// <summary>
/// A line of an export, JSON each. Shapes: first <c>{"hotfix":"export","version":1,"at":"…"}</c>; then a document a line, in the order of places: <c>{"partition":"…","row":"…","text":"…","sha256":"…"}</c>, with
/// <c>"bytes"</c> (base64) in place of <c>"text"</c> for a body that is not UTF-8; last <c>{"documents":n,"partitions":n,"bytes":n,"sha256":"…"}</c>. A document's digest is of its partition, a zero byte, its row, a zero byte and its body; the last one is of all those digests.
/// </summary>
internal abstract record ExportLine
{
    /// <summary>Bytes. The largest body is 960 KiB, and JSON may write six bytes for one.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private const int Format = 1;

    /// <summary>Letters as they are.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What an export begins with, whatever its version.</summary>
    public static ReadOnlySpan<byte> Mark => "{\"hotfix\":\"export\","u8;

    public static byte[] First(DateTimeOffset at) => Json(json =>
    {
        json.WriteString("hotfix", "export");
        json.WriteNumber("version", Format);
        json.WriteString("at", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    });

    public static byte[] Of(PlacedDocument placed, byte[] digest) => Json(json =>
    {
        json.WriteString("partition", placed.Partition);
        json.WriteString("row", placed.Document.Row);

        if (Utf8.IsValid(placed.Document.Body.Span))
        {
            json.WriteString("text", placed.Document.Body.Span);
        }
        else
        {
            json.WriteBase64String("bytes", placed.Document.Body.Span);
        }

        json.WriteString("sha256", Convert.ToHexStringLower(digest));
    });

    public static byte[] Last(Totals totals) => Json(json =>
    {
        json.WriteNumber("documents", totals.Documents);
        json.WriteNumber("partitions", totals.Partitions);
        json.WriteNumber("bytes", totals.Bytes);
        json.WriteString("sha256", totals.Digest);
    });

    public static byte[] Digest(PlacedDocument placed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{placed.Partition}\0{placed.Document.Row}\0"));
        hash.AppendData(placed.Document.Body.Span);

        return hash.GetHashAndReset();
    }

    /// <exception cref="FormatException">What is wrong with it, to be read after the line's number.</exception>
    public static ExportLine Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);

            return Read(json.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("is no line of an export", wrong);
        }
    }

    private static ExportLine Read(JsonElement json)
    {
        if (json.TryGetProperty("hotfix", out _))
        {
            return json.GetProperty("version").GetInt32() == Format ? new Begin() : throw new FormatException("was written by another version of Hotfix than this one reads");
        }

        if (json.TryGetProperty("documents", out var documents))
        {
            return new End(new(documents.GetInt64(), json.GetProperty("partitions").GetInt64(), json.GetProperty("bytes").GetInt64(), json.GetProperty("sha256").GetString()!));
        }

        var body = json.TryGetProperty("text", out var text) ? Encoding.UTF8.GetBytes(text.GetString()!) : json.GetProperty("bytes").GetBytesFromBase64();
        var placed = new PlacedDocument(json.GetProperty("partition").GetString()!, new(json.GetProperty("row").GetString()!, body, ""));
        var digest = Digest(placed);

        return Convert.ToHexStringLower(digest) == json.GetProperty("sha256").GetString() ? new Entry(placed, digest) : throw new FormatException("does not hold what its digest is of");
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();

        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');

        return bytes.ToArray();
    }

    internal sealed record Begin : ExportLine;

    internal sealed record Entry(PlacedDocument Placed, byte[] Sha256) : ExportLine;

    internal sealed record End(Totals Totals) : ExportLine;
}
