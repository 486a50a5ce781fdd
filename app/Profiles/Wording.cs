using Hotfix.Triage;

namespace Hotfix.Profiles;

/// <summary>Words for sentences about a file: what is there, what is allowed, and what is nearest to what was written.</summary>
internal static class Wording
{
    private const int Longest = 40;

    /// <summary>Somebody's text on one line, cut where it is long, without what cannot be seen and without what would end the backticks around it.</summary>
    public static string Short(string text)
    {
        var plain = string.Concat(text.Take(Longest + 1).Select(character => char.IsControl(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format ? ' ' : character == '`' ? '\'' : character));

        return plain.Length > Longest ? plain[..Longest] + "…" : plain;
    }

    public static string Quoted(string text) => text.Length == 0 ? "empty" : $"`{Short(text)}`";

    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    /// <summary>"; did you mean `x`?", or a full stop when nothing is near.</summary>
    public static string Meant(string written, IEnumerable<string> known) => Nearest.To(written, known) is { } near ? $"; did you mean `{near}`?" : ".";
}
