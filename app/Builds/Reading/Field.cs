using System.Globalization;
using System.Text.Json;
using Hotfix.Domain;

namespace Hotfix.Builds.Reading;

/// <summary>A value of the report and where it stands. Each way of reading it says what it must be; what is null is not there.</summary>
internal sealed class Field(string place, JsonElement value)
{
    private const int MaxLink = 300;

    public Field? this[string name] =>
        value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? new(Below(name), found) : null;

    public Field Needed(string name) => this[name] ?? throw new Field(Below(name), default).Wrong("is missing");

    public void Object()
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("must be an object");
        }
    }

    public IEnumerable<Field> Items(int most) => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > most
        ? throw Wrong($"must be a list of at most {most}")
        : value.EnumerateArray().Select((item, at) => new Field($"{place}[{at.ToString(CultureInfo.InvariantCulture)}]", item));

    /// <param name="isCut">What is longer is cut, and not refused: nothing depends on it.</param>
    public string Text(int most, bool isCut = false)
    {
        var text = Said()?.Trim() ?? "";

        return text switch
        {
            { Length: > 0 } when text.Length <= most && !text.Any(char.IsControl) => text,
            { Length: > 0 } when isCut => Line(text, most),
            _ => throw Wrong($"must be a text of 1 to {most} characters on one line"),
        };
    }

    /// <summary>A word of a closed list, in small letters.</summary>
    public T Word<T>()
        where T : struct, Enum
    {
        var said = Said();

        return said is not null && Typed.All<T>().Contains(said) ? Typed.Parse<T>(said) : throw Wrong($"must be one of {string.Join(", ", Typed.All<T>())}");
    }

    public bool Flag() => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong("must be true or false");

    public long Whole(long least, long most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most ? number : throw Wrong($"must be a whole number from {least} to {most}");

    public decimal Number(decimal least, decimal most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= least && number <= most ? decimal.Round(number, 3) : throw Wrong($"must be a number from {least} to {most}");

    public string Digest() => Text(64) is { Length: 64 } text && text.All(char.IsAsciiHexDigitLower) ? text : throw Wrong("must be a SHA-256 of 64 hexadecimal digits in small letters");

    /// <summary>It is shown as a link, so it must be one that leads to the web and cannot end the Markdown around it.</summary>
    public string Link() => Said() is { Length: <= MaxLink } text && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || "-._~:/?#@!$&'*+,;=%".Contains(character, StringComparison.Ordinal))
            ? text
            : throw Wrong($"must be an address like https://example.com/page, of at most {MaxLink} characters");

    /// <summary>Null of what is no text. JSON can hold half of a pair of characters, and bytes that are no UTF-8: that is found when it is read.</summary>
    private string? Said()
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("is no Unicode text");
        }
    }

    private static string Line(string text, int most)
    {
        var line = new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);

        return line.Length <= most ? line : $"{line[..(char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1)]}…";
    }

    private string Below(string name) => place == "the report" ? name : $"{place}.{name}";

    private ReportFault Wrong(string what) => new($"{(place == "the report" ? "The report" : $"In the report, `{place}`")} {what}.");
}
