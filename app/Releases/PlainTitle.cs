using System.Text.RegularExpressions;
using Hotfix.Triage;

namespace Hotfix.Releases;

/// <summary>
/// A stranger's title where there is no Markdown to quote it with, and where it does more than be read: a pull request's title becomes a commit's message when it is squashed. There <c>@somebody</c> pings, <c>fixes #1</c> closes,
/// and <c>[skip ci]</c> keeps tests from running (docs.github.com, "Linking a pull request to an issue", "Skipping workflow runs"). None of it is left.
/// </summary>
internal static partial class PlainTitle
{
    public static string Of(string title)
    {
        var plain = Reference().Replace(Quote.Plain(WithoutMarks(title)), " ").Replace('[', '(').Replace(']', ')');

        return string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Without the marks in brackets that people put before a title: <c>[P0] [Bug]: Crash</c>.</summary>
    public static string WithoutMarks(string title) => Mark().Replace(title, "");

    [GeneratedRegex(@"\A(\s*\[[^\[\]]*\]\s*:?)+", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"@(?=[A-Za-z0-9])|#(?=[0-9])|(?<=\bGH)-(?=[0-9])|https?://|\*\*\*|skip-checks", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
