using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>What people do with code. Each deed is done, and gives back the deliveries that GitHub sends for it, in GitHub's order. Files are given by path; a text that is null removes one.</summary>
internal static class SandboxCoding
{
    /// <summary>One commit on top of a branch; a branch that is not there starts at the default branch's head.</summary>
    public static (SandboxCommit Commit, SandboxDelivery Delivery) Push(
        this SandboxRepository repository, string branch, IReadOnlyDictionary<string, string?> files, string by = "maintainer", string message = "Change files")
    {
        lock (repository.State.Gate)
        {
            var before = repository.Branches.Branch(branch);

            return Push(repository, branch, before, before ?? repository.Branches.Head, files, repository.State.User(by), message, forced: false);
        }
    }

    /// <summary>The same with one file.</summary>
    public static (SandboxCommit Commit, SandboxDelivery Delivery) Push(this SandboxRepository repository, string branch, string path, string? text, string by = "maintainer") =>
        repository.Push(branch, new Dictionary<string, string?> { [path] = text }, by);

    /// <summary>Puts one commit in place of the branch's last: a forced push.</summary>
    public static (SandboxCommit Commit, SandboxDelivery Delivery) Rewrite(
        this SandboxRepository repository, string branch, IReadOnlyDictionary<string, string?> files, string by = "maintainer", string message = "Change files otherwise")
    {
        lock (repository.State.Gate)
        {
            var before = Branch(repository, branch);

            return Push(repository, branch, before, before.Parent ?? before, files, repository.State.User(by), message, forced: true);
        }
    }

    public static SandboxDelivery DeleteBranch(this SandboxRepository repository, string branch, string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            var head = repository.Branches.Delete(branch) ?? throw new ArgumentException($"There is no branch '{branch}' to delete.", nameof(branch));
            repository.State.Changed.Raise();

            return Events.Push(repository, branch, head, null, forced: false, repository.State.User(by));
        }
    }

    /// <summary>One commit on a new branch, and a pull request for it.</summary>
    public static (SandboxPull Pull, SandboxDelivery Push, SandboxDelivery Opened) OpenPull(
        this SandboxRepository repository, string branch, IReadOnlyDictionary<string, string?> files, string title = "Change files", string by = "contributor", string? @base = null)
    {
        lock (repository.State.Gate)
        {
            var (_, pushed) = repository.Push(branch, files, by, title);
            var pull = repository.Add(title, by, branch, @base ?? SandboxBranches.Default);
            repository.State.Changed.Raise();

            return (pull, pushed, Events.Pull("opened", pull, pull.Issue.Author));
        }
    }

    public static (SandboxCommit Commit, SandboxDelivery Push, SandboxDelivery Synchronize) PushToPull(this SandboxPull pull, IReadOnlyDictionary<string, string?> files, string by = "contributor")
    {
        var repository = pull.Issue.Repository;

        lock (repository.State.Gate)
        {
            var before = pull.Head;
            var (commit, pushed) = repository.Push(pull.HeadBranch, files, by);
            pull.Issue.Updated = repository.State.Now;

            return (commit, pushed, Events.Pull("synchronize", pull, repository.State.User(by), before: before));
        }
    }

    /// <summary>From then on it is to be merged into another branch.</summary>
    public static SandboxDelivery Retarget(this SandboxPull pull, string @base, string by = "contributor") => pull.Do("edited", by, before =>
    {
        Branch(pull.Issue.Repository, @base);
        pull.BaseBranch = @base;

        return new ChangesJson(null, null) { Base = new(new(before.Branch), new(before.Commit.Sha)) };
    });

    public static SandboxDelivery Close(this SandboxPull pull, string by = "contributor") => pull.Do("closed", by, _ =>
    {
        pull.Issue.Closed = pull.Issue.Repository.State.Now;

        return null;
    });

    public static SandboxDelivery Reopen(this SandboxPull pull, string by = "contributor") => pull.Do("reopened", by, _ =>
    {
        pull.Issue.Closed = null;

        return null;
    });

    /// <summary>Somebody clicks "Re-run" at a check of the App.</summary>
    public static SandboxDelivery Rerequest(this SandboxCheck check, string by = "maintainer")
    {
        lock (check.Repository.State.Gate)
        {
            return Events.Check("rerequested", check, check.Repository.State.User(by));
        }
    }

    /// <summary>Somebody clicks "Re-run all checks" at a commit that the App has checked.</summary>
    public static SandboxDelivery RerequestAll(this SandboxCheck check, string by = "maintainer")
    {
        lock (check.Repository.State.Gate)
        {
            return Events.Suite("rerequested", check, check.Repository.State.User(by));
        }
    }

    private static SandboxDelivery Do(this SandboxPull pull, string action, string by, Func<(string Branch, SandboxCommit Commit), ChangesJson?> deed)
    {
        var state = pull.Issue.Repository.State;

        lock (state.Gate)
        {
            pull.Issue.Updated = state.Now;
            var changes = deed((pull.BaseBranch, pull.Base));
            state.Changed.Raise();

            return Events.Pull(action, pull, state.User(by), changes: changes);
        }
    }

    private static (SandboxCommit Commit, SandboxDelivery Delivery) Push(
        SandboxRepository repository, string branch, SandboxCommit? before, SandboxCommit parent, IReadOnlyDictionary<string, string?> files, SandboxUser by, string message, bool forced)
    {
        var commit = repository.Branches.Commit(parent, files, by, message);
        repository.Branches.Move(branch, commit);
        repository.State.Changed.Raise();

        return (commit, Events.Push(repository, branch, before, commit, forced, by));
    }

    private static SandboxCommit Branch(SandboxRepository repository, string branch) =>
        repository.Branches.Branch(branch) ?? throw new ArgumentException($"There is no branch '{branch}'.", nameof(branch));
}
