using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotfix.Sandbox.Store;

/// <summary>
/// Those who give tokens for the sandbox's store: Google's OAuth endpoint, its Security Token Service, IAM Credentials, and GitHub's issuer of workflow identities. What is signed is verified with the public key that was registered for it.
/// <para>Source: RFC 6749 (section 6), RFC 7523, RFC 8693; IAM Credentials API v1, <c>generateAccessToken</c>.</para>
/// </summary>
internal sealed class SandboxIdentity(TimeProvider time, Lock gate) : IDisposable
{
    public const string StoreScope = "https://www.googleapis.com/auth/chromewebstore";
    public const string ReadScope = "https://www.googleapis.com/auth/chromewebstore.readonly";
    private const string CloudScope = "https://www.googleapis.com/auth/cloud-platform";
    private const string OAuthAudience = "https://oauth2.googleapis.com/token";
    private const string GitHubIssuer = "https://token.actions.githubusercontent.com";

    private readonly Dictionary<string, (IReadOnlySet<string> Scopes, DateTimeOffset Ends)> tokens = [];
    private readonly Dictionary<string, string> accounts = [];
    private readonly Dictionary<(string Id, string Secret, string Refresh), bool> consents = [];
    private readonly Dictionary<string, (string Email, long Repository)> pools = [];
    private readonly Dictionary<string, long> jobs = [];
    private readonly RSA gitHubKey = RSA.Create(2048);
    private int given;

    /// <summary>How long tokens last.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromSeconds(3599);

    /// <summary>Every token that was given out, of any kind: none of them belongs in a log.</summary>
    public IReadOnlyList<string> Given
    {
        get
        {
            lock (gate)
            {
                return [.. tokens.Keys];
            }
        }
    }

    /// <summary>A token of this text is good.</summary>
    public void Accept(string token, params string[] scopes) => Add(token, scopes.Length > 0 ? scopes : [StoreScope], TimeSpan.FromHours(1));

    /// <summary>From now on no token that was given out is good.</summary>
    public void RevokeAll()
    {
        lock (gate)
        {
            foreach (var token in tokens.Keys.ToList())
            {
                tokens[token] = (tokens[token].Scopes, DateTimeOffset.MinValue);
            }
        }
    }

    /// <param name="publicKey">PEM.</param>
    public void AddServiceAccount(string email, string publicKey) => accounts[email] = publicKey;

    public void AddConsent(string clientId, string clientSecret, string refreshToken) => consents[(clientId, clientSecret, refreshToken)] = true;

    /// <summary>Workflows of this repository may act as the account.</summary>
    public void Trust(string provider, string email, long repository) => pools[provider] = (email, repository);

    /// <summary>A job with <c>id-token: write</c> in this repository: the token that it asks GitHub with.</summary>
    public void AddJob(string requestToken, long repository) => jobs[requestToken] = repository;

    public bool Knows(string token) => tokens.TryGetValue(token, out var known) && known.Ends > time.GetUtcNow();

    public bool Allows(string token, params string[] scopes) => tokens[token].Scopes.Overlaps(scopes);

    /// <summary>Null for an address that is none of ours.</summary>
    public StoreReply? Answer(StoreRequest request, ICollection<string> wrong) => request.Path switch
    {
        "/oauth/token" => OAuth(request, wrong),
        "/sts/v1/token" => Exchange(request),
        "/github/id-token" => WorkflowToken(request),
        _ when request.Path.StartsWith("/iam/v1/projects/-/serviceAccounts/", StringComparison.Ordinal) => Impersonate(request, wrong),
        _ => null,
    };

    public void Dispose() => gitHubKey.Dispose();

    private StoreReply OAuth(StoreRequest request, ICollection<string> wrong)
    {
        if (request.Method != "POST" || request.ContentType != "application/x-www-form-urlencoded" || request.Bearer is not null)
        {
            wrong.Add("The token endpoint takes a form by POST, and no bearer token.");
        }

        var form = request.Form();

        return form.GetValueOrDefault("grant_type") switch
        {
            "refresh_token" => consents.ContainsKey((form.GetValueOrDefault("client_id", ""), form.GetValueOrDefault("client_secret", ""), form.GetValueOrDefault("refresh_token", "")))
                ? Granted(StoreScope)
                : consents.Keys.Any(consent => consent.Id == form.GetValueOrDefault("client_id") && consent.Secret == form.GetValueOrDefault("client_secret"))
                    ? StoreErrors.OAuth(400, "invalid_grant", "Token has been expired or revoked.")
                    : StoreErrors.OAuth(401, "invalid_client", "The OAuth client was not found."),
            "urn:ietf:params:oauth:grant-type:jwt-bearer" => Assertion(form.GetValueOrDefault("assertion", "")) is { } objection ? StoreErrors.OAuth(400, "invalid_grant", objection) : Granted(StoreScope),
            _ => StoreErrors.OAuth(400, "unsupported_grant_type", "Invalid grant_type."),
        };
    }

    /// <summary>What is wrong with a service account's assertion; null when it is good.</summary>
    private string? Assertion(string jwt)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();

        return Claims(jwt) switch
        {
            null => "Invalid JWT: it cannot be read.",
            { } claims when !accounts.TryGetValue(Text(claims, "iss"), out var key) || !IsSigned(jwt, key) => "Invalid JWT Signature.",
            { } claims when Text(claims, "aud") != OAuthAudience => "Invalid JWT: its audience is another.",
            { } claims when claims.TryGetProperty("sub", out _) => "Invalid JWT: it acts for another subject.",
            { } claims when Text(claims, "scope") != StoreScope => "Invalid JWT: its scope is another.",
            { } claims when Number(claims, "iat") > now || Number(claims, "exp") <= now || Number(claims, "exp") > Number(claims, "iat") + 3600 => "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.",
            _ => null,
        };
    }

    private StoreReply Exchange(StoreRequest request)
    {
        var form = request.Form();
        var audience = form.GetValueOrDefault("audience", "");
        var provider = audience.StartsWith("//iam.googleapis.com/", StringComparison.Ordinal) ? audience["//iam.googleapis.com/".Length..] : "";
        var token = form.GetValueOrDefault("subject_token", "");

        if (form.GetValueOrDefault("grant_type") != "urn:ietf:params:oauth:grant-type:token-exchange" || form.GetValueOrDefault("subject_token_type") != "urn:ietf:params:oauth:token-type:jwt"
            || form.GetValueOrDefault("requested_token_type") != "urn:ietf:params:oauth:token-type:access_token" || form.GetValueOrDefault("scope") != CloudScope)
        {
            return StoreErrors.OAuth(400, "invalid_request", "Invalid value for grant_type, subject_token_type, requested_token_type or scope.");
        }

        return (Claims(token), pools.TryGetValue(provider, out var pool)) switch
        {
            (_, false) => StoreErrors.OAuth(400, "invalid_target", "The target service indicated by the \"audience\" parameters is invalid."),
            ({ } claims, _) when IsSigned(token, gitHubKey.ExportSubjectPublicKeyInfoPem()) && Text(claims, "iss") == GitHubIssuer && Text(claims, "aud") == audience && Number(claims, "exp") > time.GetUtcNow().ToUnixTimeSeconds() =>
                Text(claims, "repository_id") == $"{pool.Repository}" ? Granted(CloudScope, $"federated {provider}") : StoreErrors.OAuth(403, "unauthorized_client", "The given credential is rejected by the attribute condition."),
            _ => StoreErrors.OAuth(400, "invalid_grant", "ID Token could not be verified."),
        };
    }

    private StoreReply Impersonate(StoreRequest request, ICollection<string> wrong)
    {
        var email = Uri.UnescapeDataString(request.Path["/iam/v1/projects/-/serviceAccounts/".Length..].Replace(":generateAccessToken", "", StringComparison.Ordinal));
        var scopes = request.Json() is { } json && json.TryGetProperty("scope", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(scope => scope.GetString()!).ToArray() : [];

        if (request.Method != "POST" || !request.Path.EndsWith(":generateAccessToken", StringComparison.Ordinal) || scopes.Length == 0)
        {
            wrong.Add("generateAccessToken takes {scope, lifetime} by POST.");
        }

        if (request.Bearer is not { } bearer || !Knows(bearer))
        {
            return StoreErrors.Unauthenticated;
        }

        if (!pools.Any(pool => pool.Value.Email == email && Allows(bearer, $"federated {pool.Key}")))
        {
            return StoreErrors.Refuse(403, "PERMISSION_DENIED", "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).", "IAM_PERMISSION_DENIED");
        }

        var token = Mint(scopes);

        return StoreReply.Json(new JsonObject { ["accessToken"] = token, ["expireTime"] = (time.GetUtcNow() + Life).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) });
    }

    private StoreReply WorkflowToken(StoreRequest request)
    {
        if (request.Bearer is not { } bearer || !jobs.TryGetValue(bearer, out var repository) || request.Query["api-version"] != "2.0")
        {
            return new(401, "");
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject { ["iss"] = GitHubIssuer, ["aud"] = request.Query["audience"].ToString(), ["repository_id"] = $"{repository}", ["iat"] = now, ["exp"] = now + 300 };
        var signed = $"{Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        var token = $"{signed}.{Base64Url.EncodeToString(gitHubKey.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        Add(token, ["workflow identity"], TimeSpan.FromMinutes(5));

        return StoreReply.Json(new JsonObject { ["value"] = token, ["count"] = 1 });
    }

    private StoreReply Granted(params string[] scopes) => StoreReply.Json(new JsonObject { ["access_token"] = Mint(scopes), ["expires_in"] = (long)Life.TotalSeconds, ["scope"] = scopes[0], ["token_type"] = "Bearer" });

    private string Mint(string[] scopes)
    {
        var token = $"ya29.sandbox-{++given}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
        Add(token, scopes, Life);

        return token;
    }

    private void Add(string token, IEnumerable<string> scopes, TimeSpan life)
    {
        lock (gate)
        {
            tokens[token] = (scopes.ToHashSet(), time.GetUtcNow() + life);
        }
    }

    private static JsonElement? Claims(string jwt)
    {
        try
        {
            return jwt.Split('.') is [_, var claims, _] ? JsonElement.Parse(Base64Url.DecodeFromChars(claims)) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            return null;
        }
    }

    private static bool IsSigned(string jwt, string publicKey)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(publicKey);
        var end = jwt.LastIndexOf('.');

        return rsa.VerifyData(Encoding.ASCII.GetBytes(jwt[..end]), Base64Url.DecodeFromChars(jwt.AsSpan(end + 1)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static long Number(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;
}
