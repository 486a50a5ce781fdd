namespace Hotfix.Triage.Owners;

/// <summary>
/// Whether items follow a pattern in which some items stand for any number of them. Going back to the last of these is enough, so the cost is at most one length times the other.
/// </summary>
internal static class Wildcard
{
    public static bool Matches<TPattern, TItem>(ReadOnlySpan<TPattern> pattern, ReadOnlySpan<TItem> items, Func<TPattern, bool> isRun, Func<TPattern, TItem, bool> fits)
    {
        var (at, next, run, resumed) = (0, 0, -1, 0);

        while (at < items.Length && run != pattern.Length - 1)
        {
            if (next < pattern.Length && isRun(pattern[next]))
            {
                (run, resumed) = (next++, at);
            }
            else if (next < pattern.Length && fits(pattern[next], items[at]))
            {
                (next, at) = (next + 1, at + 1);
            }
            else if (run >= 0)
            {
                (next, at) = (run + 1, ++resumed);
            }
            else
            {
                return false;
            }
        }

        while (next < pattern.Length && isRun(pattern[next]))
        {
            next++;
        }

        return next == pattern.Length;
    }
}
