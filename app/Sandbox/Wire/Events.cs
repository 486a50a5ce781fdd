using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hotfix.Sandbox.Wire;

/// <summary>
/// Writes the deliveries that GitHub sends. Source: "Webhook events and payloads"; tests hold them against the <c>x-webhooks</c> of GitHub's API description.
/// </summary>
internal static class Events
{
    public static SandboxDelivery Issue(string action, SandboxIssue issue, SandboxUser sender, SandboxLabel? label = null, ChangesJson? changes = null) =>
        Write(issue.Repository.State, "issues", WireJson.GitHub.IssueEventJson, new IssueEventJson(
            action, IssueJson.Of(issue), issue.Repository.Json, sender.Json, Id(issue.Repository.Installation))
        { Label = label?.Json, Changes = changes });

    public static SandboxDelivery Comment(string action, SandboxComment comment, SandboxUser sender)
    {
        var repository = comment.Issue.Repository;

        return Write(repository.State, "issue_comment", WireJson.GitHub.CommentEventJson, new CommentEventJson(
            action, IssueJson.Of(comment.Issue), CommentJson.Of(comment), repository.Json, sender.Json, Id(repository.Installation)));
    }

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
