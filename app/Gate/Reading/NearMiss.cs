using System.Text.RegularExpressions;

namespace Hotfix.Gate.Reading;

/// <summary>Lines that a person takes for an item and GitHub does not: <c>-[ ] a</c>, <c>- []</c>, <c>- [x]a</c>, a Cyrillic x. Passed over, such a line would make its item vanish without a word.</summary>
internal static partial class NearMiss
{
    /// <summary>A box stands at a line's beginning.</summary>
    private const int Longest = 500;

    /// <summary>Whether a line looks like an item; one that is an item does too.</summary>
    public static bool Looks(string line) => line.Length <= Longest ? Shape().IsMatch(line) : Shape().IsMatch(line[..Longest]);

    [GeneratedRegex(@"^[\s>]*(?:(?:[-*+–—•]|\d{1,9}[.)])\s*)*(?:#{1,6}\s+)?\\?[\[［]\s*(?:[xXхХ×✓✔✗ｘＸ*+vV√]{0,2})\s*\\?[\]］]", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
