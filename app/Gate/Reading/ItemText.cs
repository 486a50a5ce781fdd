using System.Text.RegularExpressions;

namespace Hotfix.Gate.Reading;

/// <summary>What stands behind an item's box: words for people, and the comment by which it is known: <c>&lt;!-- hotfix:id --&gt;</c>, in a template also <c>&lt;!-- hotfix:id approval(2) --&gt;</c>.</summary>
/// <param name="Words">Without comments, blanks as one.</param>
/// <param name="Ids">One where all is well; none in an item that somebody added.</param>
/// <param name="Evidence">What the comment asks for besides naming the item; null when it does not. Believed in a template only.</param>
internal sealed partial record ItemText(string Words, IReadOnlyList<string> Ids, string? Evidence)
{
    public static ItemText Of(string line)
    {
        var marks = Mark().Matches(line);

        return new(
            Collapsed(Comment().Replace(line, " ")),
            [.. marks.Select(mark => mark.Groups["id"].Value)],
            marks.Select(mark => mark.Groups["evidence"].Value.Trim()).FirstOrDefault(evidence => evidence.Length > 0));
    }

    public static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"<!--[ \t]*hotfix:(?<id>[A-Za-z0-9_:.-]*[A-Za-z0-9_])(?:[ \t]+(?<evidence>(?:(?!-->).)*?))?[ \t]*-->", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("<!--(?:(?!-->).)*-->", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
