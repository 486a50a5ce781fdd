using System.Globalization;
using System.Text;

namespace Hotfix.Triage;

/// <summary>
/// Somebody else's words, made safe to repeat in a comment: one line of inline code. There GitHub resolves no mention, reference, link or image and renders no HTML.
/// Line breaks, control, formatting (right-to-left marks, zero-width) and unassigned characters become a space, and a backtick an apostrophe, so that the words cannot leave the code.
/// </summary>
internal static class Quote
{
    private const int MaxCharacters = 80;

    public static string Code(string words) => Long(words, MaxCharacters);

    /// <summary>The same of words that are longer than others may be.</summary>
    /// <param name="most">So many characters; more than that are cut.</param>
    public static string Long(string words, int most) => Cut(words, most) is { Length: > 0 } text ? $"`{text}`" : "` `";

    /// <summary>The same without the marks of code, for where there is no Markdown: a label's name.</summary>
    public static string Plain(string words) => Cut(words, MaxCharacters);

    private static string Cut(string words, int most)
    {
        var kept = new StringBuilder(Math.Min(words.Length, most));

        foreach (var rune in words.EnumerateRunes())
        {
            if (kept.Length >= most)
            {
                kept.Append('…');
                break;
            }

            kept.Append(IsPlain(rune) ? rune.ToString() : rune.Value == '`' ? "'" : " ");
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsPlain(Rune rune) =>
        rune.Value is not ('`' or 0xFFFD)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
            or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
