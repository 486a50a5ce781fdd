using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>Merges pull requests, in GitHub's three ways: <c>merge</c> (a commit with two parents), <c>squash</c> (one commit), <c>rebase</c> (each commit anew).</summary>
internal static class SandboxMerging
{
    /// <summary>Null when they conflict, and nothing is done then. The deliveries: the pull request is closed, the base is pushed to.</summary>
    public static (SandboxCommit Commit, IReadOnlyList<SandboxDelivery> Deliveries)? TryMerge(this SandboxPull pull, string method, SandboxUser by, string? title = null, string? message = null)
    {
        var repository = pull.Issue.Repository;

        if (Combined(pull, method, by, title, message) is not { } commit)
        {
            return null;
        }

        pull.Conclude(new SandboxMerge(by, repository.State.Now, commit));
        var closed = Events.Pull("closed", pull, by);

        return (commit, [closed, .. repository.Move($"heads/{pull.BaseBranch}", commit.Sha, by)]);
    }

    private static SandboxCommit? Combined(SandboxPull pull, string method, SandboxUser by, string? title, string? message)
    {
        var repository = pull.Issue.Repository;
        var person = GitPerson.Of(by, repository.State.Now);
        var said = Message(pull, method, title, message);

        if (method == "rebase")
        {
            return pull.Commits.Where(commit => commit.Parents.Count == 1)
                .Aggregate((SandboxCommit?)pull.Base, (onto, commit) => onto is null ? null : Add(repository, [onto], commit.Parent, commit, commit.By, person, commit.Message));
        }

        return Add(repository, method == "squash" ? [pull.Base] : [pull.Base, pull.Head], pull.Fork, pull.Head, person, person, said);
    }

    private static SandboxCommit? Add(
        SandboxRepository repository, IReadOnlyList<SandboxCommit> parents, SandboxCommit? ancestor, SandboxCommit theirs, GitPerson author, GitPerson committer, string message) =>
        GitHistory.Merge(ancestor, parents[0], theirs) is { } files ? repository.Branches.Objects.Add(new SandboxCommit(parents, files, author, committer, message)) : null;

    private static string Message(SandboxPull pull, string method, string? title, string? message)
    {
        var first = title ?? (method == "squash" ? $"{pull.Issue.Title} (#{pull.Number})" : $"Merge pull request #{pull.Number} from {pull.Issue.Repository.Owner.Login}/{pull.HeadBranch}");
        var rest = message ?? (method == "squash" ? "" : pull.Issue.Title);

        return rest.Length == 0 ? first : $"{first}\n\n{rest}";
    }
}
