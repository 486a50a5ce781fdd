using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>
/// Writes the deliveries that GitHub sends. Source: "Webhook events and payloads"; tests hold them against the <c>x-webhooks</c> of GitHub's API description.
/// </summary>
internal static class Events
{
    /// <summary>Of what happens to a pull request GitHub tells as <c>pull_request</c>, though it is an issue, too.</summary>
    public static SandboxDelivery Issue(string action, SandboxIssue issue, SandboxUser sender, SandboxLabel? label = null, ChangesJson? changes = null, SandboxUser? assignee = null) =>
        issue.IsPullRequest && action != "deleted"
            ? Pull(action, issue.Repository.FindPull(issue.Number)!, sender, changes, label: label, assignee: assignee)
            : Write(issue.Repository.State, "issues", WireJson.GitHub.IssueEventJson, new IssueEventJson(
                action, IssueJson.Of(issue), issue.Repository.Json, sender.Json, Id(issue.Repository.Installation))
            { Label = label?.Json, Changes = changes, Assignee = assignee?.Json });

    public static SandboxDelivery Comment(string action, SandboxComment comment, SandboxUser sender, ChangesJson? changes = null)
    {
        var repository = comment.Issue.Repository;

        return Write(repository.State, "issue_comment", WireJson.GitHub.CommentEventJson, new CommentEventJson(
            action, IssueJson.Of(comment.Issue), CommentJson.Of(comment), repository.Json, sender.Json, Id(repository.Installation), changes));
    }

    /// <param name="name">The ref, without <c>refs/</c>.</param>
    /// <param name="before">The object it led to; null for a new one.</param>
    /// <param name="after">The object it leads to; null for one that was deleted.</param>
    public static SandboxDelivery Push(SandboxRepository repository, string name, string? before, string? after, SandboxUser sender)
    {
        var code = repository.Branches;
        var (old, head) = (before is null ? null : code.Objects.Peel(before), after is null ? null : code.Objects.Peel(after));
        var commits = name.StartsWith("heads/", StringComparison.Ordinal) && head is not null ? head.Beyond(old ?? Known(repository, name)) : [];
        var forced = old is not null && head is not null && !head.Has(old);
        var nothing = new string('0', 40);

        return Write(repository.State, "push", WireJson.GitHub.PushEventJson, new PushEventJson(
            $"refs/{name}", before ?? nothing, after ?? nothing, Created: before is null, Deleted: after is null, forced,
            $"{repository.HtmlUrl}/compare/{(before ?? after)![..12]}...{(after ?? before)![..12]}", [.. commits.Select(commit => CommitJson.Of(commit, repository))],
            head is null ? null : CommitJson.Of(head, repository), repository.Json, PersonJson.Of(sender), sender.Json, Id(repository.Installation)));
    }

    public static SandboxDelivery RefCreated(SandboxRepository repository, string name, SandboxUser sender) =>
        Write(repository.State, "create", WireJson.GitHub.RefEventJson, RefEvent(repository, name, sender) with { MasterBranch = SandboxBranches.Default });

    public static SandboxDelivery RefDeleted(SandboxRepository repository, string name, SandboxUser sender) =>
        Write(repository.State, "delete", WireJson.GitHub.RefEventJson, RefEvent(repository, name, sender));

    /// <param name="before">The head that a synchronized pull request had.</param>
    public static SandboxDelivery Pull(
        string action, SandboxPull pull, SandboxUser sender, ChangesJson? changes = null, SandboxCommit? before = null,
        SandboxLabel? label = null, SandboxUser? assignee = null, SandboxUser? reviewer = null, string? reason = null)
    {
        var repository = pull.Issue.Repository;

        return Write(repository.Installation, "pull_request", WireJson.GitHub.PullEventJson, new PullEventJson(
            action, pull.Number, PullJson.Of(pull), repository.Json, sender.Json, Id(repository.Installation), changes, before?.Sha, before is null ? null : pull.Head.Sha)
        { Label = label?.Json, Assignee = assignee?.Json, RequestedReviewer = reviewer?.Json, Reason = reason });
    }

    public static SandboxDelivery Release(string action, SandboxRelease release, SandboxUser sender, ReleaseChangesJson? changes = null) =>
        Write(release.Repository.State, "release", WireJson.GitHub.ReleaseEventJson, new ReleaseEventJson(
            action, ReleaseJson.Of(release), release.Repository.Json, sender.Json, Id(release.Repository.Installation), changes));

    public static SandboxDelivery Review(string action, SandboxReview review, SandboxUser sender, ChangesJson? changes = null)
    {
        var repository = review.Pull.Issue.Repository;

        return Write(repository.Installation, "pull_request_review", WireJson.GitHub.ReviewEventJson, new ReviewEventJson(
            action, ReviewJson.Told(review), PullJson.Listed(review.Pull), repository.Json, sender.Json, Id(repository.Installation), changes));
    }

    /// <param name="action">What a click on one of its buttons tells, with its identifier.</param>
    public static SandboxDelivery Check(string what, SandboxCheck check, SandboxUser sender, string? action = null) =>
        Write(check.Repository.Installation, "check_run", WireJson.GitHub.CheckRunEventJson, new CheckRunEventJson(
            what, CheckJson.Told(check), check.Repository.Json, sender.Json, Id(check.Repository.Installation))
        { RequestedAction = action is null ? null : new(action) });

    public static SandboxDelivery Run(string action, SandboxRun run) =>
        Write(run.Repository.Installation, "workflow_run", WireJson.GitHub.WorkflowRunEventJson, new WorkflowRunEventJson(
            action, RunJson.Told(run), RunJson.Workflow(run), run.Repository.Json, run.By.Json, Id(run.Repository.Installation)));

    public static SandboxDelivery Suite(string action, SandboxSuite suite, SandboxUser sender) =>
        Write(suite.Repository.Installation, "check_suite", WireJson.GitHub.CheckSuiteEventJson, new CheckSuiteEventJson(
            action, SuiteJson.Of(suite), suite.Repository.Json, sender.Json, Id(suite.Repository.Installation)));

    public static SandboxDelivery Status(SandboxStatus status)
    {
        var (repository, time) = (status.Repository, Stamp.Of(status.Created));

        return Write(repository.Installation, "status", WireJson.GitHub.StatusEventJson, new StatusEventJson(
            status.Id, status.Commit.Sha, repository.FullName, status.Context, status.Description, status.State, CodeJson.Commit(repository, status.Commit),
            [.. repository.Branches.All.Where(branch => branch.Head == status.Commit).Take(10).Select(branch => CodeJson.Pointed(repository, branch.Name, branch.Head))],
            time, time, repository.Json, status.By.Json, Id(repository.Installation)));
    }

    /// <param name="reason">Of one that was destroyed: <c>merged</c>, <c>invalidated</c> or <c>dequeued</c>.</param>
    public static SandboxDelivery MergeGroup(string action, SandboxMergeGroup group, SandboxUser sender, string? reason = null) =>
        Write(group.Repository.Installation, "merge_group", WireJson.GitHub.MergeGroupEventJson, new MergeGroupEventJson(
            action, reason, MergeGroupJson.Of(group), group.Repository.Json, sender.Json, Id(group.Repository.Installation)));

    public static SandboxDelivery Installation(string action, SandboxInstallation installation, SandboxUser sender) =>
        Write(installation.State, "installation", WireJson.GitHub.InstallationEventJson, new InstallationEventJson(
            action, InstallationJson.Of(installation), [.. installation.Repositories.Select(RepositoryIdJson.Of)], sender.Json));

    public static SandboxDelivery InstallationRepositories(string action, SandboxInstallation installation, SandboxRepository repository, SandboxUser sender)
    {
        RepositoryIdJson[] one = [RepositoryIdJson.Of(repository)];

        return Write(installation.State, "installation_repositories", WireJson.GitHub.InstallationRepositoriesEventJson, new InstallationRepositoriesEventJson(
            action, InstallationJson.Of(installation), "selected", action == "added" ? one : [], action == "removed" ? one : [], sender.Json));
    }

    public static SandboxDelivery Ping(SandboxState state, Uri hook)
    {
        var now = Stamp.Of(state.Now);

        return Write(state, "ping", WireJson.GitHub.PingEventJson, new PingEventJson("Keep it logically awesome.", SandboxHook.Id, new HookJson(
            "App", SandboxHook.Id, "web", Active: true, AppJson.Events, new HookConfigJson("json", "0", "********", hook.AbsoluteUri), now, now,
            state.App.Id, $"{state.Api}/app/hook/deliveries")));
    }

    /// <summary>What was there before a new branch came: the history of the default branch.</summary>
    private static SandboxCommit? Known(SandboxRepository repository, string name) => name == $"heads/{SandboxBranches.Default}" ? null : repository.Branches.Head;

    private static RefEventJson RefEvent(SandboxRepository repository, string name, SandboxUser sender)
    {
        var isTag = name.StartsWith("tags/", StringComparison.Ordinal);

        return new(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..], isTag ? "tag" : "branch", "user", repository.Json, sender.Json, Id(repository.Installation));
    }

    private static InstallationIdJson Id(SandboxInstallation installation) => new(installation.Id, $"MDIzOkluc3RhbGxhdGlvbg{installation.Id}");

    /// <summary>For those events that not every installation hears of.</summary>
    private static SandboxDelivery Write<T>(SandboxInstallation installation, string name, JsonTypeInfo<T> type, T payload) =>
        Write(installation.State, name, type, payload) with { To = installation };

    private static SandboxDelivery Write<T>(SandboxState state, string name, JsonTypeInfo<T> type, T payload) =>
        new(state.Chance.Id(), name, JsonSerializer.SerializeToUtf8Bytes(payload, type));
}
