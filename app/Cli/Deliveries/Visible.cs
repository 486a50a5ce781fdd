using System.Globalization;
using System.Text;

namespace Hotfix.Cli.Deliveries;

/// <summary>
/// A stranger's text on its way to a terminal: what would move the cursor, colour, hide or reverse is shown as its code point (<c>\u001b</c>) and does nothing.
/// </summary>
internal static class Visible
{
    /// <param name="lines">Whether line ends and tabs stay what they are.</param>
    public static string Of(string? text, bool lines = false)
    {
        var visible = new StringBuilder(text?.Length ?? 0);

        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if ((lines && rune.Value is '\n' or '\t') || !IsHidden(rune))
            {
                visible.Append(rune.ToString());
            }
            else
            {
                visible.Append(rune.IsBmp ? "\\u" : "\\U").Append(rune.Value.ToString(rune.IsBmp ? "x4" : "x8", CultureInfo.InvariantCulture));
            }
        }

        return visible.ToString();
    }

    /// <summary>The same in one line of a table, and no longer than fits.</summary>
    public static string Short(string? text, int characters) => Of(text) is var visible && visible.Length > characters ? visible[..(characters - 1)] + "…" : visible;

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
}
