using System.Text;

namespace Hotfix.Gate.Reading;

/// <summary>The comments of a text, found from its beginning to its end once; one that nobody closes is none.</summary>
internal static class HtmlComments
{
    private const string Open = "<!--";

    private const string Close = "-->";

    /// <summary>What stands in each.</summary>
    public static IEnumerable<string> Of(string text) => Places(text).Select(place => text[(place.Start + Open.Length)..place.End]);

    /// <summary>The text with a blank in the place of each.</summary>
    public static string Without(string text)
    {
        var (kept, from) = (new StringBuilder(text.Length), 0);

        foreach (var (start, end) in Places(text))
        {
            kept.Append(text, from, start - from).Append(' ');
            from = end + Close.Length;
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    private static IEnumerable<(int Start, int End)> Places(string text)
    {
        for (var from = 0; text.IndexOf(Open, from, StringComparison.Ordinal) is var start and >= 0 && text.IndexOf(Close, start + Open.Length, StringComparison.Ordinal) is var end and >= 0; from = end + Close.Length)
        {
            yield return (start, end);
        }
    }
}
