using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hotfix.GitHub.Access;

/// <summary>What a token is asked to be able to do.</summary>
internal sealed record TokenRequest(ImmutableSortedDictionary<string, string> Permissions);

/// <summary>A token and when it ends.</summary>
internal sealed record InstallationToken(Token Token, DateTimeOffset ExpiresAt);

/// <summary>The App as <c>GET /app</c> describes it, as far as we read it. Who it is must be there; what it may do is nothing where nothing is said.</summary>
internal sealed record AppAnswer(long Id, string Slug, IReadOnlyDictionary<string, string>? Permissions = null, IReadOnlyList<string>? Events = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(InstallationToken))]
[JsonSerializable(typeof(AppAnswer))]
internal sealed partial class AccessJson : JsonSerializerContext;
