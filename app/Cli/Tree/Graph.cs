using Hotfix.Sandbox.Git;

namespace Hotfix.Cli.Tree;

/// <summary>Draws the tree of commits beside their texts, a commit after another, as git's <c>--graph</c> does. A commit has at most two parents.</summary>
internal sealed class Graph
{
    private List<SandboxCommit> lanes = [];

    /// <summary>The lanes that a line came to from the right in the last row.</summary>
    private IReadOnlyList<int> arriving = [];

    /// <summary>The lane of the merge whose second row was drawn last, where that made others give way.</summary>
    private int? gaveWay;

    /// <summary>The rows of a commit: its own, which ends with the text, and those that lead on to the next.</summary>
    public IEnumerable<string> Draw(SandboxCommit commit, string text)
    {
        if (!lanes.Contains(commit))
        {
            lanes.Add(commit);
        }

        var own = lanes.IndexOf(commit);
        var weave = new Weave(lanes, own);
        List<string> rows = [Row(weave, lanes.Select((_, lane) => (2 * lane, MarkOf(lane, own, weave)))) + text];

        if (commit.Parents.Count > 1)
        {
            rows.Add(Row(weave, Parting(own, weave)));
        }

        gaveWay = weave.GivesWay ? own : null;
        arriving = [];

        for (var strands = weave.Strands; !strands.All(strand => strand.HasArrived);)
        {
            (strands, var marks) = Falling.Of(strands);
            rows.Add(Row(weave, marks));
            gaveWay = null;
            arriving = [.. strands.Where(strand => strand.At % 2 == 1).Select(strand => strand.Lane)];
        }

        lanes = [.. weave.Lanes];

        return rows;
    }

    private char MarkOf(int lane, int own, Weave weave) => lane switch
    {
        _ when lane == own => '*',
        _ when weave.GivesWay && lane > own => gaveWay < lane ? '\\' : '|',
        _ => arriving.Contains(lane) && weave.TurnsLeft(lane) ? '/' : '|',
    };

    /// <summary>The row below a merge: where its two lines part.</summary>
    private IEnumerable<(int At, char Mark)> Parting(int own, Weave weave) =>
    [
        .. lanes.Select((_, lane) => lane > own && weave.GivesWay ? ((2 * lane) + 1, '\\') : (2 * lane, '|')),
        .. weave.LeansTo is { } left
            ? [.. Enumerable.Range(0, own - 1).Where(lane => lane > left).Select(lane => ((2 * lane) + 1, '_')), ((2 * own) - 1, '/')]
            : new[] { ((2 * own) + 1, '\\') },
    ];

    /// <summary>As wide as the widest row of the commit: git fills up with spaces.</summary>
    private static string Row(Weave weave, IEnumerable<(int At, char Mark)> marks)
    {
        var row = Enumerable.Repeat(' ', weave.Width).ToArray();

        foreach (var (at, mark) in marks)
        {
            row[at] = mark;
        }

        return new(row);
    }
}
