using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

/// <summary>A pull request as far as we read it. The merge commit of one that is not merged is one that GitHub made to try.</summary>
internal sealed record PullWire(
    int Number, string State, PullEndWire Head, PullEndWire Base, DateTimeOffset UpdatedAt, DateTimeOffset? MergedAt = null, string? MergeCommitSha = null, bool Draft = false);

/// <summary>A branch and its commit; the repository is null when it is gone.</summary>
internal sealed record PullEndWire(string Ref, string Sha, PullRepositoryWire? Repo = null);

internal sealed record PullRepositoryWire(long Id);

internal sealed record PullCreation(string Title, string Head, string Base, string Body, bool Draft);

internal sealed record PullStateChange(string State);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PullWire[]))]
[JsonSerializable(typeof(PullCreation))]
[JsonSerializable(typeof(PullStateChange))]
internal sealed partial class PullsJson : JsonSerializerContext;
