using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.GitHub.Evidence;

/// <summary>A question and what stands for its variables.</summary>
internal sealed record EvidenceAsked(string Query, Dictionary<string, JsonElement> Variables);

internal sealed record EvidenceAnswer(EvidenceData? Data);

internal sealed record EvidenceData(RepositoryNode? Repository);

/// <summary>A class with setters: what is not known by name cannot be given to a constructor.</summary>
internal sealed class RepositoryNode
{
    public RefNode? DefaultBranchRef { get; set; }

    public PullNode? PullRequest { get; set; }

    public RulesNode? Ref { get; set; }

    public QueueNode? MergeQueue { get; set; }

    /// <summary>The files that were asked for, by the names they were asked for under.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

internal sealed record RefNode(string? Name, OidNode? Target);

internal sealed record OidNode(string? Oid);

internal sealed record PullNode(
    string? Id, int? Number, string? Body, bool? IsDraft, string? State, string? HeadRefOid, string? BaseRefName, LoginNode? Author, RulesNode? BaseRef, Connection<AskedNode>? ReviewRequests,
    Connection<FileNode>? Files, Connection<PullCommitNode>? Commits, Connection<ReviewNode>? Reviews, Connection<PullCommitNode>? Head);

internal sealed record Connection<T>(T?[]? Nodes, PageNode? PageInfo, int? TotalCount);

internal sealed record PageNode(bool? HasNextPage, string? EndCursor);

internal sealed record LoginNode(string? Login, [property: JsonPropertyName("__typename")] string? Type);

internal sealed record RulesNode(ProtectionNode? RefUpdateRule, Connection<RuleNode>? Rules);

internal sealed record ProtectionNode(string?[]? RequiredStatusCheckContexts);

internal sealed record RuleNode(ParametersNode? Parameters);

internal sealed record ParametersNode(RequiredNode?[]? RequiredStatusChecks);

internal sealed record RequiredNode(string? Context);

internal sealed record AskedNode(LoginNode? RequestedReviewer);

internal sealed record FileNode(string? Path, string? ChangeType, int? Additions, int? Deletions);

internal sealed record PullCommitNode(CommitNode? Commit);

internal sealed record CommitNode(string? Oid, Connection<PersonNode>? Authors, PersonNode? Committer, Connection<SuiteNode>? CheckSuites, RollupNode? StatusCheckRollup);

internal sealed record PersonNode(string? Email, LoginNode? User);

internal sealed record SuiteNode(PushNode? Push);

internal sealed record PushNode(string? NextSha, LoginNode? Pusher);

internal sealed record RollupNode(Connection<CheckNode>? Contexts);

/// <summary>A check run, or a commit status, which has a context.</summary>
internal sealed record CheckNode(
    string? Name, string? Context, string? Status, string? State, string? Conclusion, string? Title, string? Summary, string? Text, string? Description, DateTimeOffset? StartedAt, DateTimeOffset? CreatedAt, bool? IsRequired,
    CheckSuiteNode? CheckSuite);

internal sealed record CheckSuiteNode(CheckAppNode? App);

internal sealed record CheckAppNode(long? DatabaseId);

internal sealed record ReviewNode(string? State, DateTimeOffset? SubmittedAt, string? Body, bool? AuthorCanPushToRepository, LoginNode? Author, OidNode? Commit);

internal sealed record QueueNode(Connection<QueueEntryNode>? Entries);

internal sealed record QueueEntryNode(OidNode? HeadCommit, OidNode? BaseCommit, NumberNode? PullRequest);

internal sealed record NumberNode(int? Number);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EvidenceAsked))]
[JsonSerializable(typeof(EvidenceAnswer))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
