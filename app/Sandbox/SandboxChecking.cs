using Hotfix.Sandbox.Git;
using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox;

/// <summary>What other Apps say about commits, and what people want to be checked again. Each deed is done, and gives back the deliveries that GitHub sends for it, in GitHub's order.</summary>
internal static class SandboxChecking
{
    /// <summary>
    /// An App begins a check run of a commit, and ends it at once where a conclusion is given: <c>created</c>, <c>completed</c>. Without another one named it is GitHub's own
    /// App, <c>github-actions</c>.
    /// </summary>
    /// <param name="commit">Its name, or that of a branch that leads to it.</param>
    /// <param name="conclusion"><c>success</c>, <c>failure</c>, …; null while it is in progress (<see cref="Finish"/>).</param>
    public static (SandboxCheck Check, IReadOnlyList<SandboxDelivery> Deliveries) Check(
        this SandboxRepository repository, string commit, string name, string? conclusion = "success", long app = SandboxApp.GitHubActions,
        string? title = null, string? summary = null, string? text = null)
    {
        lock (repository.State.Gate)
        {
            var check = repository.AddCheck(name, Commit(repository, commit).Sha, app);
            (check.Status, check.Title, check.Summary, check.Text) = ("in_progress", title, summary, text);
            var created = Events.Check("created", check, check.Author);

            return (check, conclusion is null ? [created] : [created, check.Finish(conclusion, title, summary, text)]);
        }
    }

    /// <summary>The App ends it; what is null stays as it is.</summary>
    public static SandboxDelivery Finish(this SandboxCheck check, string conclusion, string? title = null, string? summary = null, string? text = null)
    {
        var state = check.Repository.State;

        lock (state.Gate)
        {
            (check.Status, check.Conclusion, check.Completed) = ("completed", conclusion, state.Now);
            (check.Title, check.Summary, check.Text) = (title ?? check.Title, summary ?? check.Summary, text ?? check.Text);
            state.Changed.Raise();

            return Events.Check("completed", check, check.Author);
        }
    }

    /// <param name="commit">Its name, or that of a branch that leads to it.</param>
    /// <param name="state"><c>pending</c>, <c>success</c>, <c>failure</c> or <c>error</c>.</param>
    public static (SandboxStatus Status, SandboxDelivery Delivery) Status(
        this SandboxRepository repository, string commit, string context, string state, string? description = null, string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            var status = repository.Add(Commit(repository, commit), context, state, description, repository.State.User(by));

            return (status, Events.Status(status));
        }
    }

    /// <summary>Somebody clicks "Re-run" at a check of the App.</summary>
    public static SandboxDelivery Rerequest(this SandboxCheck check, string by = "maintainer")
    {
        lock (check.Repository.State.Gate)
        {
            return Events.Check("rerequested", check, check.Repository.State.User(by));
        }
    }

    /// <summary>Somebody clicks a button that the App put on its check.</summary>
    /// <exception cref="ArgumentException">There is no such button.</exception>
    public static SandboxDelivery RequestAction(this SandboxCheck check, string identifier, string by = "maintainer")
    {
        lock (check.Repository.State.Gate)
        {
            return check.Actions.Any(action => action.Identifier == identifier)
                ? Events.Check("requested_action", check, check.Repository.State.User(by), identifier)
                : throw new ArgumentException($"The check '{check.Name}' has no button '{identifier}'.", nameof(identifier));
        }
    }

    /// <summary>Somebody clicks "Re-run all checks" at a commit that the App has checked.</summary>
    public static SandboxDelivery RerequestAll(this SandboxCheck check, string by = "maintainer") => check.Repository.RerequestSuite(check.Commit, by);

    /// <summary>The same at any commit.</summary>
    /// <param name="commit">Its name, or that of a branch that leads to it.</param>
    public static SandboxDelivery RerequestSuite(this SandboxRepository repository, string commit, string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            return Events.Suite("rerequested", new SandboxSuite(repository, repository.State.App.Id, Commit(repository, commit)), repository.State.User(by));
        }
    }

    private static SandboxCommit Commit(SandboxRepository repository, string commit) =>
        repository.Branches.Find(commit) ?? throw new ArgumentException($"There is no commit or branch '{commit}'.", nameof(commit));
}
