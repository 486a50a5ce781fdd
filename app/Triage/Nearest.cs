namespace Hotfix.Triage;

/// <summary>What somebody most likely meant to write.</summary>
internal static class Nearest
{
    private const int Longest = 80;

    /// <summary>The known word that differs in the fewest letters, when that is at most every third; null when none is that near.</summary>
    public static string? To(string written, IEnumerable<string> known) => written.Length > Longest ? null : known
        .Select(word => (Word: word, Steps: Steps(written.ToUpperInvariant(), word.ToUpperInvariant())))
        .Where(near => near.Steps <= Math.Max(1, Math.Max(near.Word.Length, written.Length) / 3))
        .OrderBy(near => near.Steps)
        .Select(near => near.Word)
        .FirstOrDefault();

    /// <summary>How many letters must be put in, taken out, changed or swapped with the next. Source: optimal string alignment distance.</summary>
    private static int Steps(string from, string to)
    {
        // Row by row, of which the last two are needed.
        var (before, last, row) = (new int[to.Length + 1], new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());

        for (var at = 1; at <= from.Length; at++)
        {
            (before, last, row) = (last, row, before);
            row[0] = at;

            for (var other = 1; other <= to.Length; other++)
            {
                var swapped = at > 1 && other > 1 && from[at - 1] == to[other - 2] && from[at - 2] == to[other - 1] ? before[other - 2] + 1 : int.MaxValue;
                row[other] = Math.Min(swapped, Math.Min(Math.Min(last[other], row[other - 1]) + 1, last[other - 1] + (from[at - 1] == to[other - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
