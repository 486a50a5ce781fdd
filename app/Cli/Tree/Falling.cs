namespace Hotfix.Cli.Tree;

/// <summary>
/// One row further down: each line that is not in its lane yet goes a column to the left, or two where it crosses another. One of them, the first, goes as far as it can in this row, underlined.
/// </summary>
internal static class Falling
{
    /// <returns>Where the lines are then, and what the row shows.</returns>
    public static (IReadOnlyList<Strand> Strands, IReadOnlyList<(int At, char Mark)> Marks) Of(IReadOnlyList<Strand> strands)
    {
        var (fallen, marks, swept) = (new Dictionary<int, Strand>(), new List<(int, char)>(), false);

        foreach (var strand in strands)
        {
            if (strand.At == 2 * strand.Lane)
            {
                fallen[strand.At] = strand;
                marks.Add((strand.At, '|'));
            }
            else if (fallen.GetValueOrDefault(strand.At - 1) is not { } left)
            {
                Move(strand, strand.At - 1);
            }
            else if (left.Lane != strand.Lane)
            {
                Move(strand, strand.At - 2);
            }
        }

        return ([.. fallen.Values.OrderBy(strand => strand.At)], marks);

        void Move(Strand strand, int to)
        {
            var first = (2 * strand.Lane) + 3;
            var isFar = !swept && first < strand.At - 2;
            swept = true;

            for (var at = first; isFar && at < strand.At - 2; at += 2)
            {
                marks.Add((at, '_'));
            }

            marks.Add((to, to == 2 * strand.Lane ? '|' : '/'));
            fallen[isFar ? first : to] = strand with { At = isFar ? first : to };
        }
    }
}
