using System.Globalization;
using Hotfix.Commands;

namespace Hotfix.Cli;

/// <summary>How the hotfix came about: what happened when, and the commits and branches it left.</summary>
internal static class DemoHistory
{
    public static void Print(DemoFix fix)
    {
        foreach (var line in Lines(fix))
        {
            Console.WriteLine(line.TrimEnd());
        }
    }

    private static IEnumerable<string> Lines(DemoFix fix) =>
    [
        $"The timeline of issue #{fix.Issue.Number} (UTC):",
        "",
        .. TimelineText.InOrder(fix.Hotfix!, fix.Journal).Select(entry => string.Create(CultureInfo.InvariantCulture, $"  {entry.At.UtcDateTime:HH:mm:ss}  {Plain(entry.Text)}")),
        "",
        "Its commits and branches, as git log --graph --oneline --decorate --all shows them:",
        "",
        .. fix.Tree.Select(row => $"  {row}"),
        "",
    ];

    /// <summary>Without the marks of code, which are the only Markdown there is: of somebody else's words they are the only backticks, too.</summary>
    private static string Plain(string text) => text.Replace("`", "", StringComparison.Ordinal);
}
