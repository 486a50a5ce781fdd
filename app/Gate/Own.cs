namespace Hotfix.Gate;

/// <summary>What people said of an earlier commit still counts when nothing came after it but commits of ours, which hold the declared version and changelog files alone.</summary>
internal static class Own
{
    /// <summary>Whether the head is, as far as people are concerned, the commit.</summary>
    public static bool Keeps(GateFacts facts, string commit)
    {
        if (commit == facts.Pull.Head)
        {
            return true;
        }

        var commits = facts.Pull.Commits;
        var at = commits.Select((one, place) => (one.Sha, Place: place)).Where(one => one.Sha == commit).Select(one => one.Place).DefaultIfEmpty(-1).First();

        return at >= 0 && commits[^1].Sha == facts.Pull.Head && commits.Skip(at + 1).All(one => facts.Fix.Own.Contains(one.Sha));
    }

    public static string Short(string commit) => commit.Length > 7 ? commit[..7] : commit;
}
