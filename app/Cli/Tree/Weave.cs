using Hotfix.Sandbox.Git;

namespace Hotfix.Cli.Tree;

/// <summary>How the lanes go on below a commit: each waits for a commit, and two that wait for the same become one, which is the left one.</summary>
internal sealed class Weave
{
    private readonly List<SandboxCommit> lanes = [];
    private readonly List<Strand> strands = [];
    private readonly int own;

    /// <param name="before">What the lanes wait for, the commit itself among it.</param>
    /// <param name="own">The commit's lane.</param>
    public Weave(IReadOnlyList<SandboxCommit> before, int own)
    {
        this.own = own;

        foreach (var (lane, awaited) in before.Index())
        {
            if (lane == own)
            {
                Descend(awaited);
            }
            else if (GivesWay && lane == own + 1 && awaited == before[own].Parents[1])
            {
                // A merge's second line meets its neighbour at once.
                GivesWay = false;
            }
            else
            {
                Put(awaited);
            }
        }
    }

    /// <summary>What the lanes wait for below.</summary>
    public IReadOnlyList<SandboxCommit> Lanes => lanes;

    public IReadOnlyList<Strand> Strands => [.. strands.OrderBy(strand => strand.At)];

    /// <summary>Columns.</summary>
    public int Width { get; private set; }

    /// <summary>A merge's second parent gets a lane beside its own, and what stands to the right of it gives way.</summary>
    public bool GivesWay { get; private set; }

    /// <summary>The lane to the left of a merge that waits for its first parent already; null where none does.</summary>
    public int? LeansTo { get; private set; }

    /// <summary>What comes down a lane goes on to one further to the left.</summary>
    public bool TurnsLeft(int lane) => strands.Exists(strand => strand.At == 2 * lane && strand.Lane < lane);

    private void Descend(SandboxCommit commit)
    {
        var isMerge = commit.Parents.Count > 1;

        foreach (var (number, parent) in commit.Parents.Index())
        {
            if (isMerge && number == 0 && lanes.IndexOf(parent) is >= 0 and var left)
            {
                LeansTo = left;
                strands.Add(new(left == own - 1 ? (2 * own) - 1 : (2 * left) + 3, left));
            }
            else
            {
                GivesWay |= isMerge && number == 0;
                Put(parent);
            }
        }

        // The first commit of all waits for none, and has its place all the same.
        Width += commit.Parents.Count == 0 ? 2 : 0;
    }

    private void Put(SandboxCommit awaited)
    {
        var lane = lanes.IndexOf(awaited);

        if (lane < 0)
        {
            lane = lanes.Count;
            lanes.Add(awaited);
        }

        strands.Add(new(Width, lane));
        Width += 2;
    }
}
