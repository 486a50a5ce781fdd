using System.Globalization;
using System.Text;

namespace Hotfix.Extension;

/// <summary>A name or text out of a package as it may stand in a sentence: one line, not too long, and nothing that moves a cursor, hides or reverses.</summary>
internal static class Shown
{
    private const int Characters = 120;

    public static string Of(string text) => UpTo(Characters, text);

    public static string UpTo(int most, string text)
    {
        var shown = new StringBuilder();

        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= most)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(IsHidden(rune) ? $"\\u{rune.Value.ToString("x4", CultureInfo.InvariantCulture)}" : rune.ToString());
        }

        return shown.ToString();
    }

    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
}
