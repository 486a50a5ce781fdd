using Hotfix.Domain;

namespace Hotfix.Gate;

/// <summary>A verdict as people read it: the check run <c>hotfix/gate</c>.</summary>
internal static class GateReport
{
    public const string CheckName = "hotfix/gate";

    private const string Group = "merge-group";

    /// <summary>What is told of a commit that a merge queue made.</summary>
    /// <param name="verdicts">Null where the queue does not have it any more.</param>
    public static CheckRun Of(MergeGroupFormed group, Values<Verdict>? verdicts) => throw new NotImplementedException();

    /// <summary>The merge group that a run was made for, of what the run itself says (<see cref="CheckRun.About"/>); null where it was made for something else.</summary>
    public static MergeGroupFormed? GroupOf(CheckRequested again, string about) => about.Split(' ', 3) is [Group, var @base, var branch] ? new(again.Repository, again.Commit, @base, branch) : null;

    /// <summary>What is told of a pull request that is no hotfix's.</summary>
    public static CheckRun Skipped(string commit) => throw new NotImplementedException();

    public static CheckRun Of(Verdict verdict, GateFacts facts) => throw new NotImplementedException();
}
