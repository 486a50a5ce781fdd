namespace Hotfix.Triage.Words;

/// <summary>
/// One word of a phrase: <c>crash~</c> stands for crash, crashes, crashed, crashing (<c>freeze~</c> also for freezing and froze's regular kin, <c>stop~</c> for stopped);
/// <c>~error</c> for any word that ends so (TypeError); without the mark, the word itself.
/// </summary>
internal readonly record struct WordForm(string Text, WordForm.Match How)
{
    internal enum Match
    {
        Exact,
        AnyForm,
        Ending,
    }

    public static WordForm Parse(string text) => text switch
    {
        [.. var stem, '~'] => new(stem, Match.AnyForm),
        ['~', .. var ending] => new(ending, Match.Ending),
        _ => new(text, Match.Exact),
    };

    /// <summary>Most words differ in their first letter; looking there first is what keeps long reports cheap.</summary>
    public bool Matches(string word) => How == Match.Ending
        ? word.EndsWith(Text, StringComparison.Ordinal)
        : word[0] == Text[0] && (How == Match.Exact ? string.Equals(Text, word, StringComparison.Ordinal) : IsFormOf(Text, word));

    private static bool IsFormOf(ReadOnlySpan<char> stem, ReadOnlySpan<char> word)
    {
        if (word.StartsWith(stem, StringComparison.Ordinal))
        {
            var ending = word[stem.Length..];

            return IsEnding(ending) || (ending.Length > 2 && ending[0] == stem[^1] && IsEnding(ending[1..]));
        }

        // A final e or y gives way: freeze, freezing; retry, retries, retried.
        return stem[^1] is 'e' or 'y'
            && word.StartsWith(stem[..^1], StringComparison.Ordinal)
            && word[(stem.Length - 1)..] is "ing" or "ies" or "ied";
    }

    private static bool IsEnding(ReadOnlySpan<char> text) => text is "" or "e" or "s" or "es" or "d" or "ed" or "ing" or "er" or "ers" or "ure" or "ures" or "y";
}
