namespace Hotfix.Cli.Tree;

/// <summary>A line of the tree on its way down.</summary>
/// <param name="At">The column of the screen that it has come to.</param>
/// <param name="Lane">Where it goes: lane 0 is at column 0, lane 1 at column 2, and so on.</param>
internal sealed record Strand(int At, int Lane)
{
    /// <summary>It is there, or so near that the next commit's row brings it there.</summary>
    public bool HasArrived => At / 2 == Lane;
}
