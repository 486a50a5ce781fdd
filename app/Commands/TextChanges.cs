using Hotfix.Domain;
using Hotfix.Releases;

namespace Hotfix.Commands;

/// <summary>Two texts of a file → the one stretch in which they differ.</summary>
internal static class TextChanges
{
    /// <summary>Null where nothing differs.</summary>
    /// <param name="before">Null for a new file.</param>
    public static TextChange? Of(SourceFile? before, EditedFile after)
    {
        var (old, now) = (before?.Text ?? "", after.Text);

        if (before is not null && old == now)
        {
            return null;
        }

        var start = old.AsSpan().CommonPrefixLength(now);
        start -= start > 0 && char.IsHighSurrogate(old[start - 1]) ? 1 : 0; // half a character cannot be written down
        var most = Math.Min(old.Length, now.Length) - start;
        var end = 0;

        while (end < most && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        end -= end > 0 && char.IsLowSurrogate(old[^end]) ? 1 : 0;

        return new(after.Path, before?.Sha, start, old.Length - start - end, now[start..^end]);
    }
}
