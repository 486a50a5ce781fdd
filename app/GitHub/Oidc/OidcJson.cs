using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.GitHub.Oidc;

/// <summary>The issuer's discovery document. Source: OpenID Connect Discovery 1.0, section 3.</summary>
internal sealed record DiscoveryWire(string Issuer, string JwksUri);

/// <summary>The issuer's keys. Source: RFC 7517.</summary>
internal sealed record KeySetWire(KeyWire?[] Keys);

/// <param name="N">The modulus, base64url; <paramref name="E"/> is the exponent.</param>
internal sealed record KeyWire(string? Kty = null, string? Kid = null, string? Use = null, string? Alg = null, string? N = null, string? E = null);

/// <summary>The head of a token. Source: RFC 7515, section 4.</summary>
/// <param name="Crit">What must be understood; we understand none of it.</param>
internal sealed record TokenHeadWire(string? Alg = null, string? Kid = null, JsonElement? Crit = null);

/// <summary>The claims that are read. GitHub writes its numbers as texts, and times as seconds since 1970.</summary>
/// <param name="Aud">A text, or a list of them.</param>
internal sealed record ClaimsWire(
    string? Iss = null,
    JsonElement? Aud = null,
    long? Exp = null,
    long? Nbf = null,
    long? Iat = null,
    string? RepositoryId = null,
    string? Repository = null,
    string? Ref = null,
    string? Sha = null,
    string? EventName = null,
    string? WorkflowRef = null,
    string? JobWorkflowRef = null,
    string? RunId = null,
    string? RunAttempt = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DiscoveryWire))]
[JsonSerializable(typeof(KeySetWire))]
[JsonSerializable(typeof(TokenHeadWire))]
[JsonSerializable(typeof(ClaimsWire))]
internal sealed partial class OidcJson : JsonSerializerContext;
