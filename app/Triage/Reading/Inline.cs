using System.Buffers;
using System.Text;

namespace Hotfix.Triage.Reading;

/// <summary>
/// One line of Markdown, taken apart: its words without inline code, quoted words, HTML tags, mentions, images and the targets of links; and what is code or quoted apart.
/// What is taken out leaves a full stop, so that no phrase is read across it.
/// </summary>
internal static class Inline
{
    /// <summary>Longer tags, links and code spans than this are read as text: it keeps the reader linear.</summary>
    private const int Window = 1000;

    /// <summary>What somebody puts into quotation marks is what they read: a message, a name. Longer than this, it is what they say.</summary>
    private const int Quoted = 120;

    private static readonly SearchValues<string> Marks = SearchValues.Create(["`", "\"", "“", "<", "@", "![", "](", "http://", "https://"], StringComparison.Ordinal);

    public static (string Text, string Code) Read(string line)
    {
        if (!line.AsSpan().ContainsAny(Marks))
        {
            return (line, "");
        }

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

            if (line[at] is '`' or '"' or '“')
            {
                code.Append(line.AsSpan(at, skipped).Trim("`\"“”")).Append(" . ");
            }

            text.Append(" . ");
            at += skipped;
        }

        return (text.ToString(), code.ToString());
    }

    private static int Skip(ReadOnlySpan<char> rest, char before) => rest[0] switch
    {
        '`' => Code(rest),
        '"' when !char.IsAsciiDigit(before) => Through(rest[..Math.Min(Quoted, rest.Length)], '"', 1),
        '“' => Through(rest[..Math.Min(Quoted, rest.Length)], '”', 1),
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

    private static int Through(ReadOnlySpan<char> rest, char end, int from = 0) => rest[from..].IndexOf(end) is var found and >= 0 ? from + found + 1 : 0;

    private static int Address(ReadOnlySpan<char> rest) => rest.IndexOfAny(' ', '\t', ')') is var end and >= 0 ? end : rest.Length;
}
