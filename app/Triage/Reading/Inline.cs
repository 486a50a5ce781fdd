using System.Text;

namespace Hotfix.Triage.Reading;

/// <summary>
/// One line of Markdown, taken apart: its words without inline code, HTML tags, mentions, images and the targets of links; and its inline code apart.
/// What is taken out leaves a full stop, so that no phrase is read across it.
/// </summary>
internal static class Inline
{
    /// <summary>Longer tags, links and code spans than this are read as text: it keeps the reader linear.</summary>
    private const int Window = 1000;

    public static (string Text, string Code) Read(string line)
    {
        var text = new StringBuilder(line.Length);
        var code = new StringBuilder();
        var at = 0;

        while (at < line.Length)
        {
            var skipped = Skip(line.AsSpan(at, Math.Min(Window, line.Length - at)), at == 0 ? ' ' : line[at - 1]);

            if (skipped == 0)
            {
                text.Append(line[at++]);
                continue;
            }

            if (line[at] == '`')
            {
                code.Append(line.AsSpan(at, skipped).Trim('`')).Append(" . ");
            }

            text.Append(" . ");
            at += skipped;
        }

        return (text.ToString(), code.ToString());
    }

    private static int Skip(ReadOnlySpan<char> rest, char before) => rest[0] switch
    {
        '`' => Code(rest),
        '<' when rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!') => Through(rest, '>'),
        '@' when rest.Length > 1 && char.IsAsciiLetterOrDigit(rest[1]) => Address(rest),
        '!' when rest is [_, '[', ..] => Through(rest, ']'),
        '(' when before == ']' => Through(rest, ')'),
        'h' when rest.StartsWith("http://", StringComparison.Ordinal) || rest.StartsWith("https://", StringComparison.Ordinal) => Address(rest),
        _ => 0,
    };

    private static int Code(ReadOnlySpan<char> rest)
    {
        var fence = rest.IndexOfAnyExcept('`') is var length and >= 0 ? length : rest.Length;
        var close = rest[fence..].IndexOf(rest[..fence]);

        return close < 0 ? fence : close + (2 * fence);
    }

    private static int Through(ReadOnlySpan<char> rest, char end) => rest.IndexOf(end) + 1;

    private static int Address(ReadOnlySpan<char> rest) => rest.IndexOfAny(' ', '\t', ')') is var end and >= 0 ? end : rest.Length;
}
