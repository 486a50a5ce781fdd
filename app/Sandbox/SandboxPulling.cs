using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>What people do with pull requests. Each deed is done, and gives back the deliveries that GitHub sends for it, in GitHub's order.</summary>
internal static class SandboxPulling
{
    /// <summary>One commit on a branch, which starts at the base where it is not there yet, and a pull request for it.</summary>
    public static (SandboxPull Pull, SandboxDelivery Push, SandboxDelivery Opened) OpenPull(
        this SandboxRepository repository, string branch, IReadOnlyDictionary<string, string?> files, string title = "Change files", string by = "contributor", string? @base = null,
        string? body = null, bool draft = false)
    {
        lock (repository.State.Gate)
        {
            var (_, pushed) = repository.Push(branch, files, by, title, from: @base);
            var pull = repository.Add(title, by, branch, @base ?? SandboxBranches.Default, body, draft);
            repository.State.Changed.Raise();

            return (pull, pushed, Events.Pull("opened", pull, pull.Issue.Author));
        }
    }

    /// <param name="coAuthors">Their logins, or <c>Name &lt;address&gt;</c> of somebody without an account; they stand at the end of the message.</param>
    /// <param name="stranger">Somebody without an account who made the commit that <paramref name="by"/> pushes.</param>
    public static (SandboxCommit Commit, SandboxDelivery Push, SandboxDelivery Synchronize) PushToPull(
        this SandboxPull pull, IReadOnlyDictionary<string, string?> files, string by = "contributor", string message = "Change files",
        IReadOnlyList<string>? coAuthors = null, string? stranger = null)
    {
        var repository = pull.Issue.Repository;

        lock (repository.State.Gate)
        {
            var (code, user) = (repository.Branches, repository.State.User(by));
            var person = stranger is null ? GitPerson.Of(user, repository.State.Now) : new GitPerson(stranger, $"{stranger}@example.com", repository.State.Now, null);
            var commit = code.Commit(pull.Head, files, person, Signed(repository.State, message, coAuthors ?? []));
            var deliveries = repository.Move($"heads/{pull.HeadBranch}", commit.Sha, user);

            return pull.IsOpen ? (commit, deliveries[0], deliveries[1]) : throw new ArgumentException($"The pull request {pull.Number} is closed: a push changes it no more.", nameof(pull));
        }
    }

    /// <summary>From then on it is to be merged into another branch.</summary>
    public static SandboxDelivery Retarget(this SandboxPull pull, string @base, string by = "contributor") => pull.Do("edited", by, () =>
    {
        var changes = new ChangesJson(null, null) { Base = new(new(pull.BaseBranch), new(pull.Base.Sha)) };
        pull.BaseBranch = pull.Issue.Repository.Branches.Branch(@base) is null ? throw new ArgumentException($"There is no branch '{@base}'.", nameof(@base)) : @base;

        return changes;
    });

    /// <summary>Also what a click on a box of a checklist does.</summary>
    public static SandboxDelivery EditBody(this SandboxPull pull, string body, string by = "contributor") => pull.Issue.Edit(body: body, by: by);

    public static SandboxDelivery EditTitle(this SandboxPull pull, string title, string by = "contributor") => pull.Issue.Edit(title: title, by: by);

    public static SandboxDelivery Ready(this SandboxPull pull, string by = "contributor") => pull.Do("ready_for_review", by, () =>
    {
        pull.IsDraft = false;

        return null;
    });

    public static SandboxDelivery ToDraft(this SandboxPull pull, string by = "contributor") => pull.Do("converted_to_draft", by, () =>
    {
        pull.IsDraft = true;

        return null;
    });

    public static SandboxDelivery AskForReview(this SandboxPull pull, string reviewer, string by = "contributor")
    {
        var state = pull.Issue.Repository.State;

        lock (state.Gate)
        {
            return pull.Ask(state.User(reviewer))
                ? Events.Pull("review_requested", pull, state.User(by), reviewer: state.User(reviewer))
                : throw new ArgumentException($"'{reviewer}' was asked to review the pull request {pull.Number} already.", nameof(reviewer));
        }
    }

    public static SandboxDelivery Label(this SandboxPull pull, string label, string by = "maintainer") => pull.Issue.Label(label, by);

    public static SandboxDelivery Unlabel(this SandboxPull pull, string label, string by = "maintainer") => pull.Issue.Unlabel(label, by);

    /// <summary>Closes it unmerged.</summary>
    public static SandboxDelivery Close(this SandboxPull pull, string by = "contributor") => pull.Do("closed", by, () =>
    {
        pull.Conclude();
        pull.Issue.ClosedBy = pull.Issue.Repository.State.User(by);

        return null;
    });

    public static SandboxDelivery Reopen(this SandboxPull pull, string by = "contributor") => pull.Do("reopened", by, () =>
    {
        pull.Issue.ClosedBy = null;
        pull.Issue.Closed = pull.CanReopen ? null : throw new ArgumentException($"The pull request {pull.Number} cannot be opened again: it was merged, or a branch of it is gone.", nameof(pull));

        return null;
    });

    /// <summary>The commit that is then the base's head; <c>closed</c>, then <c>push</c> to the base.</summary>
    /// <param name="method"><c>merge</c>, <c>squash</c> or <c>rebase</c>.</param>
    public static (SandboxCommit Commit, IReadOnlyList<SandboxDelivery> Deliveries) Merge(this SandboxPull pull, string by = "maintainer", string method = "merge")
    {
        var state = pull.Issue.Repository.State;

        lock (state.Gate)
        {
            if (pull.Unmet() is { } unmet)
            {
                throw new ArgumentException($"The pull request {pull.Number} cannot be merged. {unmet}", nameof(pull));
            }

            return pull is { IsOpen: true, IsDraft: false } && pull.TryMerge(method, state.User(by)) is { } merged
                ? merged
                : throw new ArgumentException($"The pull request {pull.Number} cannot be merged: it is closed, a draft, or conflicts with its base.", nameof(pull));
        }
    }

    private static string Signed(SandboxState state, string message, IReadOnlyList<string> coAuthors) => coAuthors is []
        ? message
        : $"{message}\n\n{string.Join('\n', coAuthors.Select(one => $"Co-authored-by: {(one.Contains('<', StringComparison.Ordinal) ? one : $"{one} <{state.User(one).Email}>")}"))}";

    private static SandboxDelivery Do(this SandboxPull pull, string action, string by, Func<ChangesJson?> deed)
    {
        var state = pull.Issue.Repository.State;

        lock (state.Gate)
        {
            pull.Issue.Updated = state.Now;
            var changes = deed();
            state.Changed.Raise();

            return Events.Pull(action, pull, state.User(by), changes: changes);
        }
    }
}
