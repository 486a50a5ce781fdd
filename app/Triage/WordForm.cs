namespace Hotfix.Triage;

/// <summary>English word forms, as far as triage needs them: <c>crash~</c> stands for crash, crashes, crashed, crashing; <c>freeze~</c> also for freezing, <c>stop~</c> for stopped.</summary>
internal static class WordForm
{
    private static readonly string[] Endings = ["", "s", "es", "d", "ed", "ing", "er", "ers", "ure", "ures"];

    public static bool Matches(string part, string word) =>
        part[^1] == '~' ? IsFormOf(part.AsSpan(0, part.Length - 1), word) : string.Equals(part, word, StringComparison.Ordinal);

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

    private static bool IsEnding(ReadOnlySpan<char> text)
    {
        foreach (var ending in Endings)
        {
            if (text.SequenceEqual(ending))
            {
                return true;
            }
        }

        return false;
    }
}
