using System.Buffers;

namespace Hotfix.Triage;

/// <summary>Tells quotes and lists within each other by the hundred, which only a program writes, from what people do: a parser takes long over them, and refuses them in the end.</summary>
internal static class Nesting
{
    /// <summary>Within what Markdig takes (128).</summary>
    private const int Deepest = 100;

    private static readonly SearchValues<char> Marks = SearchValues.Create("> \t-+*.)0123456789");

    /// <summary>Whether a line begins with more marks of quotes and list items than that. What lines build up together by indenting needs too many characters to go deep.</summary>
    public static bool IsBeyondReason(ReadOnlySpan<char> comment)
    {
        foreach (var line in comment.EnumerateLines())
        {
            var marks = line[..(line.IndexOfAnyExcept(Marks) is var length and >= 0 ? length : line.Length)];

            if (marks.Length > Deepest && Depth(marks) > Deepest)
            {
                return true;
            }
        }

        return false;
    }

    private static int Depth(ReadOnlySpan<char> marks)
    {
        var depth = marks.Count('>');

        for (var at = 1; at < marks.Length; at++)
        {
            depth += (marks[at] is ' ' or '\t') && marks[at - 1] is not ('>' or ' ' or '\t') ? 1 : 0;
        }

        return depth;
    }
}
