using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>Moves branches and tags, and tells what follows from it in GitHub's order: <c>create</c> or <c>delete</c>, <c>push</c>, and what becomes of open pull requests.</summary>
internal static class SandboxMoves
{
    /// <param name="name">The ref, without <c>refs/</c>.</param>
    /// <param name="to">The object it is to lead to; null to delete it.</param>
    public static IReadOnlyList<SandboxDelivery> Move(this SandboxRepository repository, string name, string? to, SandboxUser by)
    {
        var (refs, deliveries) = (repository.Branches.Refs, new List<SandboxDelivery>());
        var before = refs.Find(name);
        var old = repository.Branches.Branch(Short(name));
        var pulls = name.StartsWith("heads/", StringComparison.Ordinal)
            ? repository.Pulls.Where(pull => pull.IsOpen).Select(pull => (Pull: pull, pull.Head, pull.Base)).ToList() : []; // remembers head and base, too

        if (to is null)
        {
            refs.Remove(name);
            deliveries.Add(Events.RefDeleted(repository, name, by));
        }
        else
        {
            refs.Set(name, to);

            if (name.StartsWith("heads/", StringComparison.Ordinal))
            {
                repository.Remember(new(Short(name), before, to, by));
            }

            deliveries.AddRange(before is null ? [Events.RefCreated(repository, name, by)] : []);
        }

        deliveries.Add(Events.Push(repository, name, before, to, by));

        foreach (var (pull, head, _) in pulls.Where(one => one.Pull.HeadBranch == Short(name) && before is not null))
        {
            deliveries.Add(to is null ? Closed(pull, by, null) : Synchronized(pull, head, by));
        }

        foreach (var (pull, _, _) in pulls.Where(one => one.Pull.BaseBranch == Short(name) && one.Pull.IsOpen))
        {
            var commit = to is null ? null : repository.Branches.Objects.Commit(to);

            if (commit is null || (commit.Has(pull.Head) && old?.Has(pull.Head) == false))
            {
                deliveries.Add(Closed(pull, by, commit is null ? null : new(by, repository.State.Now, commit), old));
            }
        }

        repository.State.Changed.Raise();

        return deliveries;
    }

    private static string Short(string name) => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static SandboxDelivery Synchronized(SandboxPull pull, SandboxCommit before, SandboxUser by)
    {
        pull.Issue.Updated = pull.Issue.Repository.State.Now;

        return Events.Pull("synchronize", pull, by, before: before);
    }

    private static SandboxDelivery Closed(SandboxPull pull, SandboxUser by, SandboxMerge? merge, SandboxCommit? @base = null)
    {
        pull.Conclude(merge, @base);

        return Events.Pull("closed", pull, by);
    }
}
