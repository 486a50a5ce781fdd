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

internal sealed record CommentPayload(long? Id, string? Body, ActorPayload? User, string? AuthorAssociation, Instant? CreatedAt);

internal sealed record RepositoryPayload(long? Id, string? Name, ActorPayload? Owner);

internal sealed record InstallationPayload(long? Id);

internal sealed record ActorPayload(string? Login, string? Type);

/// <summary>There when an "issue" is a pull request; nothing of it is read.</summary>
internal sealed record PullRequestMark;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(WebhookPayload))]
internal sealed partial class WebhookJson : JsonSerializerContext;
