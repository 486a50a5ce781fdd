using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hotfix.Extension.Manifests;

/// <summary>Changes a text of the manifest where it stands, and not a byte beside it: comments, order and spaces stay.</summary>
internal static class ManifestEdit
{
    private const int MarkLength = 3;

    /// <summary>With another value wherever the key stands in the outermost object; the same bytes where it does not.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> manifest, string key, string value)
    {
        var changed = new List<byte>(manifest.Length + value.Length);
        var copied = 0;

        foreach (var (start, end) in Values(manifest, key))
        {
            changed.AddRange(manifest[copied..start]);
            changed.AddRange(Text(value));
            copied = end;
        }

        changed.AddRange(manifest[copied..]);

        return [.. changed];
    }

    /// <summary>The same, and the key as the first one where it does not stand there yet.</summary>
    public static byte[] Put(ReadOnlySpan<byte> manifest, string key, string value)
    {
        if (Values(manifest, key).Count > 0)
        {
            return Replace(manifest, key, value);
        }

        var reader = Reader(manifest, out var offset);

        while (reader.Read() && reader.TokenType != JsonTokenType.StartObject)
        {
            // To the first brace.
        }

        var brace = offset + (int)reader.BytesConsumed;
        var comma = reader.Read() && reader.TokenType == JsonTokenType.PropertyName ? "," : "";

        return [.. manifest[..brace], .. Text(key), (byte)':', .. Text(value), .. Encoding.UTF8.GetBytes(comma), .. manifest[brace..]];
    }

    /// <summary>From where to where its values go.</summary>
    private static List<(int Start, int End)> Values(ReadOnlySpan<byte> manifest, string key)
    {
        var found = new List<(int Start, int End)>();
        var reader = Reader(manifest, out var offset);

        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            var isIt = reader.ValueTextEquals(key);
            reader.Read();
            var start = offset + (int)reader.TokenStartIndex;
            reader.Skip();

            if (isIt)
            {
                found.Add((start, offset + (int)reader.BytesConsumed));
            }
        }

        return found;
    }

    /// <summary>As the manifest is read elsewhere: with a byte order mark, and with comments.</summary>
    private static Utf8JsonReader Reader(ReadOnlySpan<byte> manifest, out int offset)
    {
        offset = manifest.StartsWith(Encoding.UTF8.Preamble) ? MarkLength : 0;

        return new(manifest[offset..], new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
    }

    private static byte[] Text(string value) => [(byte)'"', .. JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];
}
