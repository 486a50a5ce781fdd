using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Ports;

namespace Hotfix.ChromeWebStore.Access;

/// <summary>Asks those who give tokens. A token too many harms nobody, so it is asked again where it is not known what became of it.</summary>
internal sealed class TokenEndpoint(StoreWire wire, TimeProvider time)
{
    /// <summary>What the store's methods need, all of them.</summary>
    public const string Scope = "https://www.googleapis.com/auth/chromewebstore";

    public Task<T> PostFormAsync<T>(Uri uri, string who, IReadOnlyList<KeyValuePair<string, string>> form, JsonTypeInfo<T> type, CancellationToken cancellationToken) => SendAsync(
        new StoreCall(HttpMethod.Post, uri, "give a token")
        {
            Who = who,
            Body = Encoding.UTF8.GetBytes(string.Join('&', form.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))),
            ContentType = "application/x-www-form-urlencoded",
            IsRepeatable = true,
        },
        type,
        cancellationToken);

    public async Task<T> SendAsync<T>(StoreCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var answer = await wire.SendAsync(call, cancellationToken);

        if (!answer.IsSuccess)
        {
            throw StoreComplaint.Of(answer).Refusal(call);
        }

        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type) ?? throw new JsonException("null");
        }
        catch (JsonException) // its message could quote what it could not read
        {
            throw new RefusedException(answer.Status, $"{call.Who} gave an answer without a token.");
        }
    }

    /// <summary>OAuth's grant of a token for the store.</summary>
    public async Task<MintedToken> GrantAsync(Uri uri, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        var granted = await PostFormAsync(uri, StoreCall.Tokens, form, StoreAccessJson.Default.GrantedWire, cancellationToken);

        return new(granted.AccessToken, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(granted.ExpiresIn, 0, 24 * 3600)));
    }
}

/// <param name="ExpiresIn">Seconds.</param>
internal sealed record GrantedWire([property: JsonPropertyName("access_token")] Secret AccessToken, [property: JsonPropertyName("expires_in")] long ExpiresIn = 0);

internal sealed record IdTokenWire(Secret Value);

internal sealed record ImpersonationRequestWire(IReadOnlyList<string> Scope, string Lifetime);

internal sealed record ImpersonatedWire(Secret AccessToken, DateTimeOffset? ExpireTime = null);

/// <summary>The file that Google gives out for a service account, as far as it is read. Addresses in it are not followed.</summary>
internal sealed record ServiceAccountWire(
    string? Type, [property: JsonPropertyName("client_email")] string? ClientEmail, [property: JsonPropertyName("private_key")] string? PrivateKey, [property: JsonPropertyName("private_key_id")] string? PrivateKeyId);

internal sealed record JwtHeaderWire(string Alg, string Typ, string? Kid);

internal sealed record JwtClaimsWire(string Iss, string Scope, string Aud, long Iat, long Exp);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GrantedWire))]
[JsonSerializable(typeof(IdTokenWire))]
[JsonSerializable(typeof(ImpersonationRequestWire))]
[JsonSerializable(typeof(ImpersonatedWire))]
[JsonSerializable(typeof(JwtHeaderWire))]
[JsonSerializable(typeof(JwtClaimsWire))]
internal sealed partial class StoreAccessJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServiceAccountWire))]
internal sealed partial class StoreAccountJson : JsonSerializerContext;
