using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Hotfix.ChromeWebStore;

/// <summary>
/// The store's words, or a stranger's in it, made fit for a sentence or a log: no markup, one line, nothing that moves a cursor, hides or reverses, nothing that a workflow's log would take for a command
/// (<c>::error</c> at the beginning of a line, <c>##[…</c> anywhere), and nothing long enough to be a token.
/// </summary>
internal static partial class StoreText
{
    private const int MaxSentence = 600;

    public static string Sentence(string? text) => Cut(Line(WebUtility.HtmlDecode(Markup().Replace(text ?? "", ""))), MaxSentence).TrimEnd('.', ' ');

    /// <summary>The same for text that people wrote: whatever looks like markup in it was meant so.</summary>
    /// <param name="characters">How many are kept.</param>
    public static string Line(string? text, int characters = int.MaxValue)
    {
        var line = new StringBuilder();

        foreach (var rune in Token().Replace(text ?? "", found => found.Groups["link"].Success ? found.Value : "(redacted)").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);

            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control)
            {
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            }
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned))
            {
                line.Append(rune.ToString());
            }
        }

        return Cut(line.ToString().Trim().Replace("##[", "# #[", StringComparison.Ordinal).Replace("::", ": :", StringComparison.Ordinal), characters);
    }

    private static string Cut(string text, int characters) => text.Length <= characters ? text : text[..(char.IsHighSurrogate(text[characters - 1]) ? characters - 1 : characters)] + "…";

    [GeneratedRegex("<[^<>]{0,2000}>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    // A token has no format to rely on; what is this long and has no gap is no word that a sentence would miss, but for where Google says a service is enabled.
    [GeneratedRegex(@"(?<link>https://console\.(?:developers|cloud)\.google\.com(?:/[A-Za-z0-9._-]{1,63}){1,8}(?![A-Za-z0-9._\-+=~/]))|[A-Za-z0-9._\-+=~/]{64,}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
