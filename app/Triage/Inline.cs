using System.Text;

namespace Hotfix.Triage;

/// <summary>
/// The words of one line of Markdown: without inline code, HTML tags, mentions, images and the targets of links. What is taken out leaves a full stop,
/// so that no phrase is read across it.
/// </summary>
internal static class Inline
{
    public static string Text(string line)
    {
        var text = new StringBuilder(line.Length);
        var at = 0;

        while (at < line.Length)
        {
            var skipped = Skip(line, at);

            if (skipped > 0)
            {
                text.Append(" . ");
                at += skipped;
            }
            else
            {
                text.Append(line[at++]);
            }
        }

        return text.ToString();
    }

    private static int Skip(string line, int at) => line[at] switch
    {
        '`' => Code(line, at),
        '<' when at + 1 < line.Length && (char.IsAsciiLetter(line[at + 1]) || line[at + 1] is '/' or '!') => Through(line, at, '>'),
        '@' when at + 1 < line.Length && char.IsAsciiLetterOrDigit(line[at + 1]) => Address(line, at),
        '!' when at + 1 < line.Length && line[at + 1] == '[' => Through(line, at, ']'),
        '(' when at > 0 && line[at - 1] == ']' => Through(line, at, ')'),
        'h' when line.AsSpan(at).StartsWith("http://", StringComparison.Ordinal) || line.AsSpan(at).StartsWith("https://", StringComparison.Ordinal) => Address(line, at),
        _ => 0,
    };

    private static int Code(string line, int at)
    {
        var fence = line.AsSpan(at);
        fence = fence[..(fence.IndexOfAnyExcept('`') is var length and >= 0 ? length : fence.Length)];
        var close = line.AsSpan(at + fence.Length).IndexOf(fence);

        return close < 0 ? fence.Length : close + (2 * fence.Length);
    }

    private static int Through(string line, int at, char end) => line.IndexOf(end, at) is var close and >= 0 ? close - at + 1 : 0;

    private static int Address(string line, int at)
    {
        var end = line.AsSpan(at).IndexOfAny(' ', '\t', ')');

        return end < 0 ? line.Length - at : end;
    }
}
