using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>What people do with branches and tags as such. Each deed is done, and gives back all deliveries that GitHub sends for it, in GitHub's order.</summary>
internal static class SandboxRefs
{
    /// <summary>A new branch: <c>create</c>, <c>push</c>.</summary>
    /// <param name="at">A commit, a branch or a tag; the default branch when it is left out.</param>
    public static IReadOnlyList<SandboxDelivery> CreateBranch(this SandboxRepository repository, string branch, string? at = null, string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            return repository.Branches.Branch(branch) is null && repository.Branches.Refs.InTheWayOf($"heads/{branch}") is null
                ? repository.Move($"heads/{branch}", Commit(repository, at).Sha, repository.State.User(by))
                : throw new ArgumentException($"The branch '{branch}' exists already, or another is in its way.", nameof(branch));
        }
    }

    /// <summary>A branch is made to lead to another commit, forced where it must be; pull requests follow, and one whose commits have come into its base counts as merged.</summary>
    public static IReadOnlyList<SandboxDelivery> MoveBranch(this SandboxRepository repository, string branch, string to, string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            return repository.Move($"heads/{branch}", Commit(repository, to).Sha, repository.State.User(by));
        }
    }

    /// <summary>A merge of one branch into another on somebody's own machine, pushed; pull requests follow.</summary>
    public static (SandboxCommit Commit, IReadOnlyList<SandboxDelivery> Deliveries) MergeByHand(this SandboxRepository repository, string branch, string into, string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            var (ours, theirs, user) = (Commit(repository, into), Commit(repository, branch), repository.State.User(by));
            var person = GitPerson.Of(user, repository.State.Now);
            var files = GitHistory.Merge(GitHistory.Base(ours, theirs), ours, theirs) ?? throw new ArgumentException($"'{branch}' and '{into}' conflict.", nameof(branch));
            var commit = repository.Branches.Objects.Add(new SandboxCommit([ours, theirs], files, person, person, $"Merge branch '{branch}' into {into}"));

            return (commit, repository.Move($"heads/{into}", commit.Sha, user));
        }
    }

    /// <summary><c>delete</c>, <c>push</c>, and <c>closed</c> for each pull request that loses its head or its base.</summary>
    /// <param name="name"><c>heads/main</c>, <c>tags/v1.0.0</c>.</param>
    public static IReadOnlyList<SandboxDelivery> DeleteRef(this SandboxRepository repository, string name, string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            return repository.Branches.Refs.Find(name) is not null
                ? repository.Move(name, null, repository.State.User(by))
                : throw new ArgumentException($"There is no ref '{name}' to delete.", nameof(name));
        }
    }

    /// <summary>A tag, <c>create</c> and <c>push</c>; a tag that exists is moved, and then only <c>push</c>.</summary>
    /// <param name="at">A commit, a branch or a tag; the default branch when it is left out.</param>
    public static (SandboxCommit Commit, IReadOnlyList<SandboxDelivery> Deliveries) Tag(
        this SandboxRepository repository, string name, string? at = null, bool annotated = false, string by = "maintainer", string? message = null)
    {
        lock (repository.State.Gate)
        {
            var (commit, user) = (Commit(repository, at), repository.State.User(by));
            var sha = annotated ? repository.Branches.Objects.Add(new SandboxTag(name, commit.Object, GitPerson.Of(user, repository.State.Now), message ?? name)).Sha : commit.Sha;

            return (commit, repository.Move($"tags/{name}", sha, user));
        }
    }

    /// <summary>From now on the App may neither create, nor move, nor delete what the pattern names (<c>main</c>, <c>release/*</c>, <c>refs/tags/v*</c>), or not what the rules name.</summary>
    /// <param name="rules"><c>creation</c>, <c>update</c>, <c>deletion</c>, <c>non_fast_forward</c>, <c>pull_request</c>; the first three when none is given.</param>
    public static void Protect(this SandboxRepository repository, string pattern, params string[] rules)
    {
        lock (repository.State.Gate)
        {
            repository.Rules.Add(pattern, rules is [] ? ["creation", "update", "deletion"] : rules);
        }
    }

    private static SandboxCommit Commit(SandboxRepository repository, string? at) =>
        at is null ? repository.Branches.Head : repository.Branches.Find(at) ?? throw new ArgumentException($"There is no commit, branch or tag '{at}'.", nameof(at));
}
