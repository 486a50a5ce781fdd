using System.Text.Json.Serialization;

namespace Hotfix.Sandbox.Wire;

/// <summary>Payload of <c>issues</c>.</summary>
internal sealed record IssueEventJson(string Action, IssueJson Issue, Fragment Repository, Fragment Sender, InstallationIdJson Installation)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangesJson? Changes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fragment? Label { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fragment? Assignee { get; init; }
}

/// <summary>Payload of <c>issue_comment</c>.</summary>
internal sealed record CommentEventJson(
    string Action, IssueJson Issue, CommentJson Comment, Fragment Repository, Fragment Sender, InstallationIdJson Installation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ChangesJson? Changes);

/// <summary>Payload of <c>workflow_run</c>.</summary>
internal sealed record WorkflowRunEventJson(string Action, Fragment WorkflowRun, Fragment Workflow, Fragment Repository, Fragment Sender, InstallationIdJson Installation);

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

/// <summary>What an edited issue or pull request was before.</summary>
internal sealed record ChangesJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WasJson? Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WasJson? Body)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BaseWasJson? Base { get; init; }
}

/// <summary>The branch into which a pull request was to be merged before, and its head then.</summary>
internal sealed record BaseWasJson(WasJson Ref, WasJson Sha);

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

/// <summary>Payload of <c>push</c>.</summary>
internal sealed record PushEventJson(
    string Ref, string Before, string After, bool Created, bool Deleted, bool Forced, string Compare, IReadOnlyList<CommitJson> Commits, CommitJson? HeadCommit,
    Fragment Repository, PersonJson Pusher, Fragment Sender, InstallationIdJson Installation)
{
    public string? BaseRef { get; }
}

/// <summary>Payload of <c>pull_request</c>. Heads before and after stand only in <c>synchronize</c>.</summary>
internal sealed record PullEventJson(
    string Action, int Number, Fragment PullRequest, Fragment Repository, Fragment Sender, InstallationIdJson Installation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ChangesJson? Changes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? After)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fragment? Label { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fragment? Assignee { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fragment? RequestedReviewer { get; init; }

    /// <summary>Why it left its merge queue.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}

/// <summary>Payload of <c>pull_request_review</c>.</summary>
internal sealed record ReviewEventJson(
    string Action, Fragment Review, Fragment PullRequest, Fragment Repository, Fragment Sender, InstallationIdJson Installation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ChangesJson? Changes);

/// <summary>Payload of <c>status</c>, which names no action.</summary>
internal sealed record StatusEventJson(
    long Id, string Sha, string Name, string Context, string? Description, string State, Fragment Commit, IReadOnlyList<Fragment> Branches, string CreatedAt, string UpdatedAt,
    Fragment Repository, Fragment Sender, InstallationIdJson Installation)
{
    public string? TargetUrl { get; }
}

/// <summary>Payload of <c>merge_group</c>.</summary>
internal sealed record MergeGroupEventJson(
    string Action, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason, Fragment MergeGroup, Fragment Repository, Fragment Sender, InstallationIdJson Installation);

/// <summary>Payload of <c>create</c> and of <c>delete</c>, which has neither the default branch nor a description.</summary>
internal sealed record RefEventJson(string Ref, string RefType, string PusherType, Fragment Repository, Fragment Sender, InstallationIdJson Installation)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MasterBranch { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description => MasterBranch is null ? null : "";
}

/// <summary>Payload of <c>release</c>.</summary>
internal sealed record ReleaseEventJson(
    string Action, Fragment Release, Fragment Repository, Fragment Sender, InstallationIdJson Installation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReleaseChangesJson? Changes);

/// <summary>What an edited release was before.</summary>
internal sealed record ReleaseChangesJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WasJson? Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WasJson? Body,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WasJson? TagName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IsNowJson? MakeLatest);

/// <summary>A field's value after the edit.</summary>
internal sealed record IsNowJson(bool To);

/// <summary>Payload of <c>check_run</c>.</summary>
internal sealed record CheckRunEventJson(string Action, Fragment CheckRun, Fragment Repository, Fragment Sender, InstallationIdJson Installation)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequestedActionJson? RequestedAction { get; init; }
}

/// <summary>The button that somebody clicked.</summary>
internal sealed record RequestedActionJson(string Identifier);

/// <summary>Payload of <c>check_suite</c>.</summary>
internal sealed record CheckSuiteEventJson(string Action, Fragment CheckSuite, Fragment Repository, Fragment Sender, InstallationIdJson Installation);
