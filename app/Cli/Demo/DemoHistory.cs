using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Commands;
using Hotfix.Domain;

namespace Hotfix.Cli.Demo;

/// <summary>How the hotfix came about: what happened when, and the commits and branches it left.</summary>
internal static partial class DemoHistory
{
    /// <param name="tree">The repository's commits.</param>
    public static void Print(Domain.Hotfix hotfix, Values<Deed> journal, IReadOnlyList<string> tree)
    {
        foreach (var line in Lines(hotfix, journal, tree))
        {
            Console.WriteLine(line.TrimEnd());
        }
    }

    private static IEnumerable<string> Lines(Domain.Hotfix hotfix, Values<Deed> journal, IReadOnlyList<string> tree) =>
    [
        $"The timeline of issue #{hotfix.Issue.Number} (UTC):",
        "",
        .. TimelineText.InOrder(hotfix, journal).Select(entry => string.Create(CultureInfo.InvariantCulture, $"  {entry.At.UtcDateTime:HH:mm:ss}  {Plain(entry.Text)}")),
        "",
        "Its commits and branches, as git log --graph --oneline --decorate --all shows them:",
        "",
        .. tree.Select(row => $"  {row}"),
        "",
    ];

    /// <summary>Without the marks of code and the addresses of links, which are the only Markdown there is: of somebody else's words they are the only backticks, too.</summary>
    private static string Plain(string text) => Link().Replace(text, "$1").Replace("`", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();
}
