using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

/// <summary>A label of a repository. GitHub gives the colour without <c>#</c>; a description may be missing.</summary>
internal sealed record LabelWire(string Name, string Color, string? Description);

internal sealed record LabelChange(string Color, string Description);

internal sealed record LabelNames(string[] Labels);

/// <summary>A comment as far as we read it. The author is missing when the account is gone; the App when no App wrote it.</summary>
/// <param name="NodeId">GraphQL's id of it.</param>
internal sealed record CommentWire(long Id, string? NodeId, string? Body, CommentAuthor? User, CommentApp? PerformedViaGithubApp);

internal sealed record CommentAuthor(string? Login);

internal sealed record CommentApp(long Id);

internal sealed record CommentText(string Body);

internal sealed record ReactionContent(string Content);

internal sealed record AssigneeNames(string[] Assignees);

/// <summary>An issue as far as we read it after changing who is responsible for it.</summary>
internal sealed record AssignedIssue(CommentAuthor?[]? Assignees);

/// <summary>An issue as it is looked up; a pull request is one that has this field.</summary>
internal sealed record FoundIssueWire(long Id, int Number, string State, JsonElement PullRequest, CommentAuthor? ClosedBy);

internal sealed record IssueCreation(string Title, string Body);

/// <summary>An issue as far as we read it when we look for one of ours.</summary>
internal sealed record OwnIssueWire(int Number, string? Body, CommentAuthor? User);

/// <summary>What is null is not sent.</summary>
/// <param name="DuplicateIssueId">GitHub's id of the other issue, and not its number.</param>
internal sealed record IssueState(string State, string StateReason, long? DuplicateIssueId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IssueState))]
internal sealed partial class IssueStateJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LabelWire))]
[JsonSerializable(typeof(LabelWire[]))]
[JsonSerializable(typeof(LabelChange))]
[JsonSerializable(typeof(LabelNames))]
[JsonSerializable(typeof(CommentWire))]
[JsonSerializable(typeof(CommentWire[]))]
[JsonSerializable(typeof(CommentText))]
[JsonSerializable(typeof(ReactionContent))]
[JsonSerializable(typeof(AssigneeNames))]
[JsonSerializable(typeof(AssignedIssue))]
[JsonSerializable(typeof(FoundIssueWire))]
[JsonSerializable(typeof(IssueCreation))]
[JsonSerializable(typeof(OwnIssueWire[]))]
[JsonSerializable(typeof(ListedIssue[]))]
internal sealed partial class IssuesJson : JsonSerializerContext;
