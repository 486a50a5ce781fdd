using System.Text.Json;
using System.Text.Unicode;

namespace Hotfix.Extension.Manifests;

/// <summary>
/// Reads JSON strictly (RFC 8259) and says in which line what is wrong. What Chromium takes besides (comments, a byte order mark, keys that repeat) is read as Chromium reads it and told all the same:
/// the store and other readers do not take it.
/// </summary>
internal ref struct JsonFileReader
{
    private const int MaxDepth = 64;
    private const int MaxFaults = 20;
    private readonly ReadOnlySpan<byte> bytes;
    private readonly List<JsonFault> faults = [];
    private Utf8JsonReader reader;
    private int counted;
    private int line = 1;

    private JsonFileReader(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        reader = new(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow, MaxDepth = MaxDepth });
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="maxBytes">No manifest is longer than the default; a value costs more memory than its text.</param>
    public static JsonFile Read(ReadOnlySpan<byte> bytes, int maxBytes = 4 << 20)
    {
        if (bytes.Length > maxBytes)
        {
            return new(null, [new(1, $"has {bytes.Length:#,0} bytes, and at most {maxBytes:#,0} are read")]);
        }

        if (!Utf8.IsValid(bytes))
        {
            return new(null, [new(FirstWrongLine(bytes), "is not UTF-8")]);
        }

        var marked = bytes.StartsWith(ByteOrderMark);
        var file = new JsonFileReader(marked ? bytes[3..] : bytes);

        if (marked)
        {
            file.faults.Add(new(1, "begins with a byte order mark, which JSON does not have"));
        }

        return file.ReadFile();
    }

    /// <summary>The line of the first byte that is not UTF-8.</summary>
    public static int FirstWrongLine(ReadOnlySpan<byte> bytes)
    {
        var line = 1;

        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(bytes[range]))
            {
                return line;
            }

            line++;
        }

        return line;
    }

    private JsonFile ReadFile()
    {
        JsonValue? root = null;

        try
        {
            root = Next() ? Value() : null;

            while (Next())
            {
                // Nothing but comments may follow; the reader says so.
            }
        }
        catch (JsonException wrong)
        {
            faults.Add(new((int)(wrong.LineNumber ?? 0) + 1, reader.CurrentDepth >= MaxDepth - 1 ? $"is nested deeper than {MaxDepth} levels" : "is no JSON here"));
            root = null;
        }

        return new(root, faults);
    }

    /// <summary>To the next token that is no comment.</summary>
    private bool Next()
    {
        while (reader.Read())
        {
            line += bytes[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;

            if (reader.TokenType != JsonTokenType.Comment)
            {
                return true;
            }

            Fault("has a comment, which JSON does not have");
        }

        return false;
    }

    private JsonValue Value()
    {
        var start = line;

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(JsonValueKind.Object, start, "", Members(), []),
            JsonTokenType.StartArray => new(JsonValueKind.Array, start, "", [], Items()),
            JsonTokenType.String => new(JsonValueKind.String, start, Text(), [], []),
            JsonTokenType.Number => new(JsonValueKind.Number, start, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), [], []),
            JsonTokenType.True => new(JsonValueKind.True, start, "", [], []),
            JsonTokenType.False => new(JsonValueKind.False, start, "", [], []),
            _ => new(JsonValueKind.Null, start, "", [], []),
        };
    }

    private List<JsonMember> Members()
    {
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);

        while (Next() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (name, start) = (Text(), line);

            if (!names.Add(name))
            {
                Fault($"has the key '{Shown.Of(name)}' twice in one object");
            }

            Next();
            members.Add(new(name, start, Value()));
        }

        return members;
    }

    private List<JsonValue> Items()
    {
        var items = new List<JsonValue>();

        while (Next() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value());
        }

        return items;
    }

    private readonly string Text()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException) // half of a surrogate pair, escaped
        {
            return "\ufffd";
        }
    }

    private readonly void Fault(string sentence)
    {
        if (faults.Count < MaxFaults)
        {
            faults.Add(new(line, sentence));
        }
    }
}
