using System.Text;
using System.Text.Json;

namespace Hotfix.Releases.Files;

/// <summary>A property of a JSON file.</summary>
/// <param name="Key">Its name, with the quotes.</param>
/// <param name="Value">What is between the quotes of its value; null when that is no text.</param>
internal readonly record struct JsonPlace(Spot Key, Spot? Value);

/// <summary>Finds properties in a JSON text without changing anything about it. Comments and commas at the end are let pass, as Chrome and npm's tools do; a key that stands twice is found twice.</summary>
internal static class JsonPlaces
{
    private const char Mark = '\uFEFF';

    /// <param name="path">The names of the property and those it is in, from the outside.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyList<JsonPlace> Find(string text, params string[] path)
    {
        var skipped = text.StartsWith(Mark) ? 1 : 0;
        var bytes = Encoding.UTF8.GetBytes(text[skipped..]);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 256 });
        var found = new List<JsonPlace>();
        reader.Read();

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            Walk(ref reader, path, found);
        }

        while (reader.Read())
        {
            // To the end: what comes after it must be JSON too.
        }

        return [.. found.Select(place => new JsonPlace(Characters(place.Key), place.Value is { } value ? Characters(value) : null))];

        Spot Characters(Spot inBytes)
        {
            var start = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, inBytes.Start));

            return new(start + skipped, Encoding.UTF8.GetCharCount(bytes.AsSpan(inBytes.Start, inBytes.Length)));
        }
    }

    /// <summary>The string properties at the path, for a sentence that calls them <paramref name="what"/>.</summary>
    public static Search Search(string text, string what, params string[] path)
    {
        try
        {
            var places = Find(text, path);

            return places.Any(place => place.Value is null)
                ? Files.Search.Failed($"the {what} is no text.")
                : new(what, [.. places.Select(place => place.Value!.Value)]);
        }
        catch (JsonException wrong)
        {
            return Files.Search.Failed($"it cannot be read as JSON{(wrong.LineNumber is { } line ? $"; line {line + 1} is wrong" : "")}.");
        }
    }

    private static void Walk(ref Utf8JsonReader reader, string[] path, List<JsonPlace> found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMeant = reader.ValueTextEquals(path[0]);
            var key = Token(reader, quotes: 2);
            reader.Read();

            if (isMeant && path.Length == 1)
            {
                found.Add(new(key, reader.TokenType == JsonTokenType.String ? Token(reader, quotes: 0) : null));
                reader.Skip();
            }
            else if (isMeant && reader.TokenType == JsonTokenType.StartObject)
            {
                Walk(ref reader, path[1..], found);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>A token with its two quotes, or without them.</summary>
    private static Spot Token(in Utf8JsonReader reader, int quotes) => new((int)reader.TokenStartIndex + (quotes == 0 ? 1 : 0), reader.ValueSpan.Length + quotes);
}
