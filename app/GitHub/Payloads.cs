using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

/// <summary>
/// The fields of a webhook's payload that are read; everything is optional, because GitHub adds, leaves out and nulls fields over time.
/// Source: GitHub docs, "Webhook events and payloads"; npm @octokit/webhooks-examples.
/// </summary>
internal sealed record WebhookPayload(
    string? Action,
    IssuePayload? Issue,
    LabelPayload? Label,
    CommentPayload? Comment,
    ActorPayload? Assignee,
    int? Number,
    PullRequestPayload? PullRequest,
    CheckPayload? CheckRun,
    CheckPayload? CheckSuite,
    ChangesPayload? Changes,
    string? Ref,
    string? RefType,
    string? After,
    bool? Created,
    bool? Deleted,
    bool? Forced,
    CommitPayload?[]? Commits,
    ReleasePayload? Release,
    MergeGroupPayload? MergeGroup,
    WorkflowRunPayload? WorkflowRun,
    string? Sha,
    RepositoryPayload? Repository,
    InstallationPayload? Installation,
    ActorPayload? Sender);

internal sealed record IssuePayload(
    int? Number,
    string? Title,
    string? Body,
    string? State,
    ActorPayload? User,
    Instant? CreatedAt,
    Instant? UpdatedAt,
    LabelPayload?[]? Labels,
    ActorPayload?[]? Assignees,
    PullRequestMark? PullRequest);

internal sealed record LabelPayload(string? Name);

internal sealed record CommentPayload(long? Id, string? Body, ActorPayload? User, string? AuthorAssociation, Instant? CreatedAt, Instant? UpdatedAt);

internal sealed record RepositoryPayload(long? Id, string? Name, ActorPayload? Owner, string? DefaultBranch);

internal sealed record InstallationPayload(long? Id);

internal sealed record ActorPayload(string? Login, string? Type);

internal sealed record PullRequestPayload(int? Number, HeadPayload? Head, HeadPayload? Base, string? Body, Instant? UpdatedAt);

/// <summary>Where a pull request comes from; the repository is null when it is gone.</summary>
internal sealed record HeadPayload(string? Sha, string? Ref, RepositoryPayload? Repo);

/// <summary>A check run, which has a name, or a check suite, which has none.</summary>
internal sealed record CheckPayload(string? Name, string? HeadSha, AppPayload? App, PullRequestPayload?[]? PullRequests);

internal sealed record AppPayload(long? Id);

/// <summary>What an edit changed.</summary>
internal sealed record ChangesPayload(ChangeMark? Base, ChangedText? Body);

/// <summary>There when something was changed; what it was before is not read.</summary>
internal sealed record ChangeMark;

/// <summary>There when a text was changed, with what it was before.</summary>
internal sealed record ChangedText(string? From);

/// <summary>The paths that a pushed commit touches.</summary>
internal sealed record CommitPayload(string?[]? Added, string?[]? Modified, string?[]? Removed)
{
    public IEnumerable<string?> Paths => [.. Added ?? [], .. Modified ?? [], .. Removed ?? []];
}

/// <summary>A commit that a merge queue made; its base's ref is a full one, <c>refs/heads/main</c>.</summary>
internal sealed record MergeGroupPayload(string? HeadSha, string? BaseSha, string? BaseRef);

/// <summary>A run of a workflow. The path may end in <c>@</c> and a ref; the repository of its head is another one where a fork's pull request set it off.</summary>
internal sealed record WorkflowRunPayload(
    long? Id, int? RunAttempt, string? Path, string? HeadSha, string? HeadBranch, string? Event, string? Status, string? Conclusion, string? HtmlUrl, Instant? RunStartedAt, Instant? UpdatedAt, RepositoryPayload? HeadRepository);

internal sealed record ReleasePayload(string? TagName, bool? Prerelease, bool? Draft, Instant? PublishedAt);

/// <summary>There when an "issue" is a pull request; nothing of it is read.</summary>
internal sealed record PullRequestMark;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(WebhookPayload))]
internal sealed partial class WebhookJson : JsonSerializerContext;
