using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Ports;

namespace Hotfix.GitHub.Oidc;

/// <summary>
/// The public keys of the issuer, by name. Kept, and asked for again when a token names one that is not known: the issuer may have a new one. Whoever sends us names that nobody has makes us ask once a minute and no more.
/// <para>Shape: <c>ISSUER/.well-known/openid-configuration</c> names the address of the key set, which must be the issuer's own; RSA keys of at least 2,048 bits for signatures count.</para>
/// <para>Errors: <see cref="UnavailableException"/> where the issuer gives no keys and none are known. Source: OpenID Connect Discovery 1.0, section 4; RFC 7517.</para>
/// </summary>
internal sealed class IssuerKeys(OidcOptions options, HttpClient http, TimeProvider time) : IDisposable
{
    private const int MinBits = 2048;

    private readonly SemaphoreSlim gate = new(1);
    private volatile Kept? kept;
    private DateTimeOffset? triedAt;

    /// <summary>Null where the issuer has no key of this name. A key that is known and fresh is given at once, whoever else is waiting for the issuer.</summary>
    public async Task<RSAParameters?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (Fresh(name) is { } fresh)
        {
            return fresh;
        }

        await gate.WaitAsync(cancellationToken);

        try
        {
            if (Fresh(name) is null && !(time.GetUtcNow() - triedAt < options.AskAgain))
            {
                triedAt = time.GetUtcNow(); // before it is asked: an issuer that is away is not asked more often than one that answers
                await AskAsync();
            }

            return kept is null ? throw Away() : Known(name);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private RSAParameters? Fresh(string name) => kept is { } known && time.GetUtcNow() - known.At < options.KeepKeys ? Known(name) : null;

    private RSAParameters? Known(string name) => kept is { } known && known.Keys.TryGetValue(name, out var key) ? key : null;

    /// <summary>An issuer that cannot be reached takes no known key away. It is asked for all who wait, so whoever hangs up meanwhile ends nothing.</summary>
    private async Task AskAsync()
    {
        using var tooLate = new CancellationTokenSource(options.Patience);

        try
        {
            var found = await GetAsync(new Uri($"{options.Issuer.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration"), OidcJson.Default.DiscoveryWire, tooLate.Token);

            if (found.Issuer.TrimEnd('/') != options.Issuer.AbsoluteUri.TrimEnd('/') || !Uri.TryCreate(found.JwksUri, UriKind.Absolute, out var address) || !IsIssuers(address))
            {
                throw new JsonException("The discovery document is another issuer's.");
            }

            var keys = (await GetAsync(address, OidcJson.Default.KeySetWire, tooLate.Token)).Keys.Select(Read).OfType<(string Name, RSAParameters Key)>().GroupBy(key => key.Name).ToDictionary(same => same.Key, same => same.Last().Key, StringComparer.Ordinal);
            kept = new(keys, time.GetUtcNow());
        }
        catch (Exception wrong) when (wrong is HttpRequestException or JsonException or IOException or OperationCanceledException)
        {
            if (kept is null)
            {
                throw Away(wrong);
            }
        }
    }

    private UnavailableException Away(Exception? wrong = null) => new($"The keys of {options.Issuer}, which sign the tokens of workflows, cannot be read right now.", wrong);

    private sealed record Kept(Dictionary<string, RSAParameters> Keys, DateTimeOffset At);

    private async Task<T> GetAsync<T>(Uri uri, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(uri, cancellationToken);
        answer.EnsureSuccessStatusCode();

        return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellationToken), type) ?? throw new JsonException("The answer is null.");
    }

    private bool IsIssuers(Uri address) => Uri.Compare(address, options.Issuer, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static (string, RSAParameters)? Read(KeyWire? key)
    {
        if (key is not { Kty: "RSA", Kid: { Length: > 0 } name, N: { } modulus, E: { } exponent } || key.Use is not (null or "sig") || key.Alg is not (null or "RS256") || !Base64Url.IsValid(modulus) || !Base64Url.IsValid(exponent))
        {
            return null;
        }

        var read = new RSAParameters { Modulus = Base64Url.DecodeFromChars(modulus), Exponent = Base64Url.DecodeFromChars(exponent) };

        return read.Modulus.Length * 8 >= MinBits ? (name, read) : null;
    }
}
