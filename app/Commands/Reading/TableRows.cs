using Markdig.Helpers;

namespace Hotfix.Commands.Reading;

/// <summary>
/// How much of a paragraph is a table: its first line that looks like <c>| --- | :-: |</c>, when the line above has as many cells, the line above, and all lines below.
/// <para>Source: GitHub Flavored Markdown 0.29, section 4.10, and where that leaves a choice, GitHub's parser cmark-gfm (extensions/table.c): a paragraph has one chance.
/// Markdig's own tables cost more than linear time.</para>
/// </summary>
internal static class TableRows
{
    /// <summary>Lines at the paragraph's end; 0 where there is no table.</summary>
    public static int Of(ReadOnlySpan<StringLine> lines)
    {
        for (var at = 1; at < lines.Length; at++)
        {
            var line = lines[at].Slice.AsSpan().Trim(" \t");

            if (IsDelimiter(line))
            {
                return Cells(line) == Cells(lines[at - 1].Slice.AsSpan().Trim(" \t")) ? lines.Length - at + 1 : 0;
            }
        }

        return 0;
    }

    private static bool IsDelimiter(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line.ContainsAnyExcept("|-: \t"))
        {
            return false;
        }

        var cells = Inner(line);

        foreach (var range in cells.Split('|'))
        {
            var dashes = cells[range].Trim(" \t");
            dashes = dashes is [':', ..] ? dashes[1..] : dashes;
            dashes = dashes is [.., ':'] ? dashes[..^1] : dashes;

            if (dashes.IsEmpty || dashes.ContainsAnyExcept('-'))
            {
                return false;
            }
        }

        return true;
    }

    private static int Cells(ReadOnlySpan<char> row) => Inner(row) is var cells ? 1 + cells.Count('|') - cells.Count("\\|") : 0;

    /// <summary>A bar at either end is there for looks.</summary>
    private static ReadOnlySpan<char> Inner(ReadOnlySpan<char> row)
    {
        row = row is ['|', ..] ? row[1..] : row;

        return row is [.., '|'] and not [.., '\\', '|'] ? row[..^1] : row;
    }
}
