using Hotfix.Sandbox.Git;

namespace Hotfix.Cli.Tree;

/// <summary>The order in which git shows a tree of commits: none before all that were made from it, and one line of descent after another (<c>--topo-order</c>). Source: git-log, "Commit Ordering".</summary>
internal static class CommitOrder
{
    /// <param name="tips">Where to start, in git's order of refs.</param>
    public static IEnumerable<SandboxCommit> Of(IEnumerable<SandboxCommit> tips)
    {
        var all = NewestFirst(tips);
        var children = all.SelectMany(commit => commit.Parents).GroupBy(parent => parent).ToDictionary(group => group.Key, group => group.Count());
        var ready = new Stack<SandboxCommit>(all.Where(commit => !children.ContainsKey(commit)).Reverse());

        while (ready.TryPop(out var commit))
        {
            yield return commit;

            foreach (var parent in commit.Parents.Where(parent => --children[parent] == 0))
            {
                ready.Push(parent);
            }
        }
    }

    /// <summary>Of those made in the same second, the one that was found first.</summary>
    private static List<SandboxCommit> NewestFirst(IEnumerable<SandboxCommit> tips)
    {
        var (found, order) = (new HashSet<SandboxCommit>(), new List<SandboxCommit>());
        var waiting = new PriorityQueue<SandboxCommit, (long, int)>();
        Find(tips);

        while (waiting.TryDequeue(out var commit, out _))
        {
            order.Add(commit);
            Find(commit.Parents);
        }

        return order;

        void Find(IEnumerable<SandboxCommit> commits)
        {
            foreach (var commit in commits.Where(found.Add))
            {
                waiting.Enqueue(commit, (-commit.Time.ToUnixTimeSeconds(), found.Count));
            }
        }
    }
}
