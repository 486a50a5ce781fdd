using System.Text;

namespace Hotfix.Commands.Reading;

/// <summary>
/// Finds the lines of a comment that are commands: they begin in the first column with <c>/hotfix</c>, which a blank or the line's end follows, and are prose by Markdown's rules
/// (<see cref="Prose"/>): nothing in code, quotes, lists, tables, footnotes, HTML, or what a link keeps to itself. A line ends at CR, LF or both, and nowhere else.
/// </summary>
internal static class CommandLines
{
    private const string Word = "/hotfix";

    /// <summary>In order.</summary>
    public static FoundCommands Of(string comment) => FoundCommands.Of(Find(comment));

    /// <summary>
    /// Those that an edit brought: of equal lines, as many as there are more of than before, the last ones. Blanks and what follows a lone <c>--</c> make no difference,
    /// so that who corrects a remark commands nothing.
    /// </summary>
    public static FoundCommands New(string comment, string before)
    {
        var old = Find(before).CountBy(line => Essence(line.Text)).ToDictionary(StringComparer.Ordinal);

        return FoundCommands.Of([.. Find(comment).Where(line => !Take(old, Essence(line.Text)))]);
    }

    /// <summary>Whether a command begins here, if this is the first column.</summary>
    internal static bool IsAt(ReadOnlySpan<char> text) =>
        text.Length >= Word.Length && Ascii.EqualsIgnoreCase(text[..Word.Length], Word) && (text.Length == Word.Length || text[Word.Length] is ' ' or '\t' or '\r' or '\n');

    private static List<CommandLine> Find(string comment)
    {
        // Most comments are none of ours, and cost no more than this.
        if (!comment.Contains(Word, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var lines = new List<CommandLine>();
        var (number, from) = (1, 0);

        foreach (var start in Prose.Commands(comment))
        {
            number += Breaks(comment.AsSpan(from, start - from));
            from = start;
            var rest = comment.AsSpan(start);
            lines.Add(new(number, rest[..(rest.IndexOfAny('\r', '\n') is var end and >= 0 ? end : rest.Length)].TrimEnd(" \t").ToString()));
        }

        return lines;
    }

    private static int Breaks(ReadOnlySpan<char> text) => text.Count('\r') + text.Count('\n') - text.Count("\r\n");

    private static string Essence(string line) => string.Join(' ', CommandWords.Of(line).Select(word => word.Raw));

    private static bool Take(Dictionary<string, int> old, string line) => old.TryGetValue(line, out var left) && (old[line] = left - 1) >= 0;
}
