using System.Globalization;
using System.Text;

namespace Hotfix.Extension;

/// <summary>A name or text out of a package as it may stand in a sentence: one line, not too long, and nothing that moves a cursor, hides, reverses, or speaks to a workflow's runner.</summary>
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
                return Told(shown.Append('…'));
            }

            shown.Append(IsHidden(rune) ? $"\\u{rune.Value.ToString("x4", CultureInfo.InvariantCulture)}" : rune.ToString());
        }

        return Told(shown);
    }

    /// <summary>A runner takes <c>##[…</c> for a command wherever it stands in a line.</summary>
    private static string Told(StringBuilder shown) => shown.Replace("##[", "# #[").ToString();

    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
}
