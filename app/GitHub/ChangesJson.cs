using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

/// <summary>An installation in the list of them; the date is there when its owner has suspended it.</summary>
internal sealed record ListedInstallation(long Id, DateTimeOffset? SuspendedAt = null);

/// <summary>A page of an installation's repositories.</summary>
internal sealed record GrantedRepositories(GrantedRepository[] Repositories);

internal sealed record GrantedRepository(long Id, string Name, GrantedOwner Owner, bool Archived = false, bool Disabled = false);

internal sealed record GrantedOwner(string Login);

/// <summary>What is read of an issue, a pull request or a comment before it is passed on as it stands.</summary>
internal sealed record ChangedThing(long Id, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Number = 0, string? IssueUrl = null, string? State = null, JsonElement PullRequest = default, JsonElement User = default, JsonElement MergedBy = default, AppPayload? PerformedViaGithubApp = null, string? Body = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ListedInstallation[]))]
[JsonSerializable(typeof(GrantedRepositories))]
[JsonSerializable(typeof(ChangedThing))]
[JsonSerializable(typeof(JsonElement[]))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ChangesJson : JsonSerializerContext;
