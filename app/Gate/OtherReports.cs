using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate;

/// <summary>What <see cref="GateReport.CheckName"/> says of commits that are no hotfix's head: those of a merge queue, and those of other pull requests that have to have the check.</summary>
internal static class OtherReports
{
    /// <summary>How a run begins that was made for a merge group; its base and its branch follow.</summary>
    private const string Group = "merge-group";

    private const string Stranger = "no-hotfix";

    /// <summary>Each hotfix in the group by its own evidence; one without any is none of ours.</summary>
    /// <param name="verdicts">Null where the queue does not have the commit any more.</param>
    /// <param name="unread">The pull requests of hotfixes in it that GitHub does not show.</param>
    public static CheckRun Of(MergeGroupFormed group, Values<GroupVerdict>? verdicts, Values<int> unread = default)
    {
        var (conclusion, title, summary) = verdicts switch
        {
            _ when unread.Count > 0 => (CheckConclusion.Failure, "Not judged", $"GitHub does not show {string.Join(", ", unread.Select(number => $"#{GateSentences.Number(number)}"))}, so nobody can say what is in this commit. Judge again by the button below."),
            null => (CheckConclusion.Failure, "Not in the queue any more", "GitHub does not list this commit in the merge queue any more, so nobody can say what is in it. Queue the pull requests again."),
            { Count: 0 } => (CheckConclusion.Skipped, "No hotfix", "No pull request in this commit is a hotfix's."),
            { } all when all.All(one => one.Verdict.IsGreen) => (CheckConclusion.Success, $"{Hotfixes(all.Count)}: all closed", Lines(all)),
            { } all => (CheckConclusion.Failure, $"{GateSentences.Number(all.Count(one => !one.Verdict.IsGreen))} of {Hotfixes(all.Count)} not closed", Lines(all)),
        };

        return new(GateReport.CheckName, group.Commit, conclusion, title, summary, null, [], GateReport.Again, AboutOf(group));
    }

    public static CheckRun Skipped(string commit) =>
        new(GateReport.CheckName, commit, CheckConclusion.Skipped, "No hotfix", "This pull request is no hotfix's, and the gate asks nothing of it.", null, [], About: Stranger);

    /// <param name="why">Of the port: one sentence without secrets. GitHub's own words are in it.</param>
    /// <param name="group">The merge group it is about; null where it is about a pull request.</param>
    public static CheckRun Unread(string commit, string why, MergeGroupFormed? group) => new(
        GateReport.CheckName,
        commit,
        CheckConclusion.Failure,
        "Not judged",
        $"GitHub does not let the App look at what this is judged by: {Quote.Long(why, 500)} Once that is put right, judge again by the button below or by `/hotfix check`.",
        null,
        [],
        GateReport.Again,
        group is null ? null : AboutOf(group));

    /// <summary>Only a run that was made for somebody else's pull request is made anew as such.</summary>
    public static bool IsOfStranger(string? about) => about == Stranger;

    private static string AboutOf(MergeGroupFormed group) => $"{Group} {group.Base} {group.Branch}";

    /// <summary>The merge group that a run was made for, of what the run itself says (<see cref="CheckRun.About"/>); null where it was made for something else.</summary>
    public static MergeGroupFormed? GroupOf(CheckRequested again, string about) => about.Split(' ', 3) is [Group, var @base, var branch] ? new(again.Repository, again.Commit, @base, branch) : null;

    private static string Hotfixes(int count) => GateSentences.Count(count, "hotfix", "hotfixes");

    private static string Lines(Values<GroupVerdict> all) => string.Join('\n', all.Select(one => $"- #{GateSentences.Number(one.Pull)}: {Quote.Long(GateTitle.Of(one.Verdict, 5), 300)}"));
}

/// <param name="Pull">The pull request's number.</param>
internal sealed record GroupVerdict(int Pull, Verdict Verdict);
