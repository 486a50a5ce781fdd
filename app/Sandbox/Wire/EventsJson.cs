using System.Text.Json.Serialization;

namespace Hotfix.Sandbox.Wire;

/// <summary>Payload of <c>issues</c>.</summary>
internal sealed record IssueEventJson(string Action, IssueJson Issue, Fragment Repository, Fragment Sender, InstallationIdJson Installation)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangesJson? Changes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fragment? Label { get; init; }
}

/// <summary>Payload of <c>issue_comment</c>.</summary>
internal sealed record CommentEventJson(
    string Action, IssueJson Issue, CommentJson Comment, Fragment Repository, Fragment Sender, InstallationIdJson Installation);

/// <summary>Payload of <c>installation</c>.</summary>
internal sealed record InstallationEventJson(string Action, InstallationJson Installation, IReadOnlyList<RepositoryIdJson> Repositories, Fragment Sender)
{
    public string? Requester { get; }
}

/// <summary>Payload of <c>installation_repositories</c>.</summary>
internal sealed record InstallationRepositoriesEventJson(
    string Action, InstallationJson Installation, string RepositorySelection,
    IReadOnlyList<RepositoryIdJson> RepositoriesAdded, IReadOnlyList<RepositoryIdJson> RepositoriesRemoved, Fragment Sender)
{
    public string? Requester { get; }
}

/// <summary>Payload of <c>ping</c>.</summary>
internal sealed record PingEventJson(string Zen, long HookId, HookJson Hook);

/// <summary>What an edited issue was before.</summary>
internal sealed record ChangesJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WasJson? Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WasJson? Body);

/// <summary>A field's value before the edit.</summary>
internal sealed record WasJson(string From);

/// <summary>The installation, as most deliveries name it.</summary>
internal sealed record InstallationIdJson(long Id, string NodeId);

/// <summary>A repository, as the deliveries about installations name it.</summary>
internal sealed record RepositoryIdJson(long Id, string NodeId, string Name, string FullName, bool Private)
{
    public static RepositoryIdJson Of(SandboxRepository repository) =>
        new(repository.Id, repository.NodeId, repository.Name, repository.FullName, Private: false);
}

/// <summary>The App's webhook, as <c>ping</c> tells of it.</summary>
internal sealed record HookJson(
    string Type, long Id, string Name, bool Active, IReadOnlyList<string> Events, HookConfigJson Config, string UpdatedAt, string CreatedAt, long AppId,
    string DeliveriesUrl);

/// <summary>Where the App's webhook goes. The secret is masked, as GitHub masks it.</summary>
internal sealed record HookConfigJson(string ContentType, string InsecureSsl, string Secret, string Url);
