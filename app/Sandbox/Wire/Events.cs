using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox.Wire;

/// <summary>
/// Writes the deliveries that GitHub sends. Source: "Webhook events and payloads"; tests hold them against the <c>x-webhooks</c> of GitHub's API description.
/// </summary>
internal static class Events
{
    public static SandboxDelivery Issue(string action, SandboxIssue issue, SandboxUser sender, SandboxLabel? label = null, ChangesJson? changes = null, SandboxUser? assignee = null) =>
        Write(issue.Repository.State, "issues", WireJson.GitHub.IssueEventJson, new IssueEventJson(
            action, IssueJson.Of(issue), issue.Repository.Json, sender.Json, Id(issue.Repository.Installation))
        { Label = label?.Json, Changes = changes, Assignee = assignee?.Json });

    public static SandboxDelivery Comment(string action, SandboxComment comment, SandboxUser sender)
    {
        var repository = comment.Issue.Repository;

        return Write(repository.State, "issue_comment", WireJson.GitHub.CommentEventJson, new CommentEventJson(
            action, IssueJson.Of(comment.Issue), CommentJson.Of(comment), repository.Json, sender.Json, Id(repository.Installation)));
    }

    /// <summary>Before is null for a new branch, after for one that was deleted.</summary>
    public static SandboxDelivery Push(SandboxRepository repository, string branch, SandboxCommit? before, SandboxCommit? after, bool forced, SandboxUser sender)
    {
        var known = (before ?? repository.Branches.Head).History.ToHashSet();
        CommitJson[] commits = after is null ? [] : [.. after.History.TakeWhile(commit => !known.Contains(commit)).Reverse().Select(commit => CommitJson.Of(commit, repository))];
        var nothing = new string('0', 40);

        return Write(repository.State, "push", WireJson.GitHub.PushEventJson, new PushEventJson(
            $"refs/heads/{branch}", before?.Sha ?? nothing, after?.Sha ?? nothing, Created: before is null, Deleted: after is null, forced,
            $"{repository.HtmlUrl}/compare/{(before ?? after)!.Sha[..12]}...{(after ?? before)!.Sha[..12]}", commits, after is null ? null : CommitJson.Of(after, repository),
            repository.Json, PersonJson.Of(sender), sender.Json, Id(repository.Installation)));
    }

    /// <param name="before">The head that a synchronized pull request had.</param>
    public static SandboxDelivery Pull(string action, SandboxPull pull, SandboxUser sender, ChangesJson? changes = null, SandboxCommit? before = null)
    {
        var repository = pull.Issue.Repository;

        return Write(repository.State, "pull_request", WireJson.GitHub.PullEventJson, new PullEventJson(
            action, pull.Number, PullJson.Of(pull), repository.Json, sender.Json, Id(repository.Installation), changes, before?.Sha, before is null ? null : pull.Head.Sha));
    }

    public static SandboxDelivery Check(string action, SandboxCheck check, SandboxUser sender) =>
        Write(check.Repository.State, "check_run", WireJson.GitHub.CheckRunEventJson, new CheckRunEventJson(
            action, CheckJson.Of(check), check.Repository.Json, sender.Json, Id(check.Repository.Installation)));

    public static SandboxDelivery Suite(string action, SandboxCheck check, SandboxUser sender) =>
        Write(check.Repository.State, "check_suite", WireJson.GitHub.CheckSuiteEventJson, new CheckSuiteEventJson(
            action, CheckJson.SuiteOf(check), check.Repository.Json, sender.Json, Id(check.Repository.Installation)));

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

    private static InstallationIdJson Id(SandboxInstallation installation) => new(installation.Id, $"MDIzOkluc3RhbGxhdGlvbg{installation.Id}");

    private static SandboxDelivery Write<T>(SandboxState state, string name, JsonTypeInfo<T> type, T payload) =>
        new(state.Chance.Id(), name, JsonSerializer.SerializeToUtf8Bytes(payload, type));
}
