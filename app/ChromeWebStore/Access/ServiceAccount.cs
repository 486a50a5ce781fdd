using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hotfix.ChromeWebStore.Access;

/// <summary>
/// A service account with its key: an assertion that it signs is exchanged for a token.
/// <para>Shape: the JSON file that Google gives out. Line breaks of the key may have become the two characters <c>\n</c> on its way through a secret.</para>
/// <para>Source: RFC 7523; developers.google.com, "Using OAuth 2.0 for Server to Server Applications".</para>
/// </summary>
internal sealed class ServiceAccount : IStoreCredential, IDisposable
{
    /// <summary>Who the assertion is for, wherever it is sent.</summary>
    private const string Audience = "https://oauth2.googleapis.com/token";

    private static readonly TimeSpan Backdated = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly string email;
    private readonly string? keyId;
    private readonly RSA key;
    private readonly Uri uri;
    private readonly TokenEndpoint endpoint;
    private readonly TimeProvider time;

    private ServiceAccount(string email, string? keyId, RSA key, Uri uri, TokenEndpoint endpoint, TimeProvider time) =>
        (this.email, this.keyId, this.key, this.uri, this.endpoint, this.time) = (email, keyId, key, uri, endpoint, time);

    public bool IsRenewable => true;

#pragma warning disable CA2000 // Dispose objects before losing scope: the account disposes its key
    /// <exception cref="StoreSettingException">One sentence that holds nothing of the text.</exception>
    public static ServiceAccount FromJson(string json, Uri uri, TokenEndpoint endpoint, TimeProvider time) => Parse(json) switch
    {
        { Type: { } type } when type != "service_account" => throw new StoreSettingException("CHROME_SERVICE_ACCOUNT is not a service account's key: its \"type\" is another."),
        { ClientEmail: { Length: > 0 } email, PrivateKey: { Length: > 0 } pem } account => new(email, account.PrivateKeyId, Key(pem), uri, endpoint, time),
        _ => throw new StoreSettingException("CHROME_SERVICE_ACCOUNT lacks client_email or private_key: it is the whole JSON file that Google gives out for a service account's key."),
    };
#pragma warning restore CA2000

    public Task<MintedToken> MintAsync(CancellationToken cancellationToken) => endpoint.GrantAsync(
        uri,
        [
            new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
            new("assertion", Assertion()),
        ],
        cancellationToken);

    public void Dispose() => key.Dispose();

    private string Assertion()
    {
        var now = time.GetUtcNow();
        var header = JsonSerializer.SerializeToUtf8Bytes(new("RS256", "JWT", keyId), StoreAccessJson.Default.JwtHeaderWire);
        var claims = JsonSerializer.SerializeToUtf8Bytes(
            new(email, TokenEndpoint.Scope, Audience, (now - Backdated).ToUnixTimeSeconds(), (now + Lifetime).ToUnixTimeSeconds()), StoreAccessJson.Default.JwtClaimsWire);
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}";

        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static ServiceAccountWire? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StoreAccountJson.Default.ServiceAccountWire);
        }
        catch (JsonException) // its message could quote what it could not read
        {
            throw new StoreSettingException("CHROME_SERVICE_ACCOUNT is no JSON: it is the whole file that Google gives out for a service account's key.");
        }
    }

    private static RSA Key(string pem)
    {
        var key = RSA.Create();

        try
        {
            key.ImportFromPem(pem.Replace(@"\r", "", StringComparison.Ordinal).Replace(@"\n", "\n", StringComparison.Ordinal));
            key.SignData([], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1); // a public key imports as well; only this tells

            return key;
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            key.Dispose();

            throw new StoreSettingException("The private_key in CHROME_SERVICE_ACCOUNT is no unencrypted RSA key in PEM form (-----BEGIN PRIVATE KEY----- and so on).");
        }
    }
}
