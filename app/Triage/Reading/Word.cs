namespace Hotfix.Triage.Reading;

/// <summary>One word in lower case, and where it stands in the text it was read from.</summary>
internal readonly record struct Word(string Lower, int Start, int End)
{
    /// <summary>Letters and digits make a word; an apostrophe or hyphen between two of them joins, and so does the point of <c>v1.2</c>; a percent sign after a number belongs to it.</summary>
    public static IEnumerable<Word> Read(string text)
    {
        var at = 0;

        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;

            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || Joins(text, at)))
            {
                at++;
            }

            var word = text[start..at].Replace('’', '\'').ToLowerInvariant();

            if (char.IsAsciiDigit(text[at - 1]) && text.AsSpan(at).TrimStart(' ').StartsWith('%'))
            {
                at = text.IndexOf('%', at) + 1;
                word += '%';
            }

            yield return new(word, start, at);
        }
    }

    private static bool Joins(string text, int at) =>
        at + 1 < text.Length
        && char.IsLetterOrDigit(text[at + 1])
        && (text[at] is '\'' or '’' or '-' || (text[at] is '.' or ',' && char.IsAsciiDigit(text[at + 1])));
}
