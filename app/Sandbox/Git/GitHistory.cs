using System.Collections.Immutable;

namespace Hotfix.Sandbox.Git;

/// <summary>What follows from who was made from whom: histories, where two of them part, and their merge.</summary>
internal static class GitHistory
{
    /// <summary>The commit and all its ancestors; children stand before their parents, and newer before older where neither comes from the other.</summary>
    public static IEnumerable<SandboxCommit> Of(SandboxCommit head)
    {
        var children = new Dictionary<SandboxCommit, int> { [head] = 0 };
        var found = new Stack<SandboxCommit>([head]);

        while (found.TryPop(out var commit))
        {
            foreach (var parent in commit.Parents)
            {
                if (!children.TryAdd(parent, 1))
                {
                    children[parent]++;
                    continue;
                }

                found.Push(parent);
            }
        }

        var ready = new PriorityQueue<SandboxCommit, (long, int)>([(head, (0, 0))]);

        for (var number = 1; ready.TryDequeue(out var commit, out _);)
        {
            yield return commit;

            foreach (var parent in commit.Parents.Where(parent => --children[parent] == 0))
            {
                ready.Enqueue(parent, (-parent.Time.ToUnixTimeSeconds(), number++));
            }
        }
    }

    /// <summary>The commits of one history that another does not have, the oldest first.</summary>
    public static IReadOnlyList<SandboxCommit> Beyond(this SandboxCommit head, SandboxCommit? known)
    {
        var all = known?.History.ToHashSet() ?? [];

        return [.. head.History.Where(commit => !all.Contains(commit)).Reverse()];
    }

    /// <summary>The last commit that both have; null where they have nothing in common.</summary>
    public static SandboxCommit? Base(SandboxCommit one, SandboxCommit other)
    {
        var known = one.History.ToHashSet();

        return other.History.FirstOrDefault(known.Contains);
    }

    public static bool Has(this SandboxCommit head, SandboxCommit commit) => head.History.Contains(commit);

    /// <summary>
    /// The files after bringing what changed from a common ancestor to theirs over to ours; null where both changed one file differently. The sandbox merges whole files, and no lines
    /// within: it sees a conflict in some places where git sees none.
    /// </summary>
    public static ImmutableSortedDictionary<string, SandboxBlob>? Merge(SandboxCommit? ancestor, SandboxCommit ours, SandboxCommit theirs)
    {
        var before = ancestor?.Files ?? GitFiles.None;
        var merged = ours.Files;

        foreach (var path in before.Keys.Union(theirs.Files.Keys))
        {
            var (was, our, their) = (before.GetValueOrDefault(path), ours.Files.GetValueOrDefault(path), theirs.Files.GetValueOrDefault(path));

            if (Same(was, their) || Same(our, their))
            {
                continue;
            }

            if (!Same(was, our))
            {
                return null;
            }

            merged = their is null ? merged.Remove(path) : merged.With(path, their);
        }

        return merged;

        static bool Same(SandboxBlob? one, SandboxBlob? other) => one?.IsSame(other) ?? other is null;
    }
}
