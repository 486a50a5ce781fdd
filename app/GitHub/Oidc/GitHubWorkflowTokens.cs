using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotfix.Ports;

namespace Hotfix.GitHub.Oidc;

/// <summary>
/// Reads tokens as nothing but RS256 by a key of the issuer: the token's own word for how it is signed is compared, and never followed. Promises and errors: see <see cref="IWorkflowTokens"/>.
/// </summary>
internal sealed class GitHubWorkflowTokens(OidcOptions options, IssuerKeys keys, TimeProvider time) : IWorkflowTokens
{
    /// <summary>Characters. GitHub's have about 2,000.</summary>
    private const int MaxToken = 16 * 1024;

    private const string NoToken = "it is no token of three parts.";

    public async Task<TokenReading> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > MaxToken || token.Split('.') is not [var head, var body, var signature] || Decode(head, OidcJson.Default.TokenHeadWire) is not { } signed || !Base64Url.IsValid(signature))
        {
            return No(NoToken);
        }

        if (signed is not { Alg: "RS256", Crit: null })
        {
            return No("alg is not RS256.");
        }

        if (signed.Kid is not { Length: > 0 and <= 200 } name || await keys.FindAsync(name, cancellationToken) is not { } key)
        {
            return No($"kid names no key of {options.Issuer}.");
        }

        if (!IsSigned(key, $"{head}.{body}", signature))
        {
            return No("its signature is not the issuer's.");
        }

        return Decode(body, OidcJson.Default.ClaimsWire) is not { } claims ? No("its claims are no JSON of the expected shape.") : Wrong(claims) is { } objection ? No(objection) : Claims(claims);
    }

    private static TokenReading No(string objection) => new(null, objection);

    private string? Wrong(ClaimsWire claims)
    {
        var now = time.GetUtcNow();

        return claims switch
        {
            _ when claims.Iss != options.Issuer.AbsoluteUri.TrimEnd('/') => $"iss is not {options.Issuer}.",
            _ when !IsForUs(claims.Aud) => $"aud is not {options.Audience}, the address of this App.",
            { Exp: null } or { Nbf: null } or { Iat: null } => "exp, nbf or iat is missing.",
            _ when At(claims.Exp) + options.Skew <= now => "exp is over: ask for a new token just before it is sent.",
            _ when At(claims.Nbf) - options.Skew > now => "nbf is not yet.",
            _ when At(claims.Iat) - options.Skew > now => "iat is in the future.",
            _ => null,
        };
    }

    /// <summary>Made for us, and for nobody else, who could send it on.</summary>
    private bool IsForUs(JsonElement? audience) => audience switch
    {
        { ValueKind: JsonValueKind.String } one => one.GetString() == options.Audience,
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() == 1 => IsForUs(list[0]),
        _ => false,
    };

    /// <summary>A job in a workflow of somebody else's always names that; one that names none is in the workflow itself.</summary>
    private static TokenReading Claims(ClaimsWire claims) => claims switch
    {
        _ when Number(claims.RepositoryId) is null => No("repository_id is missing, or is no number."),
        _ when Text(claims.Repository) is null => No("repository is missing."),
        _ when Text(claims.Ref) is null => No("ref is missing."),
        _ when claims.Sha is not { Length: 40 or 64 } || !claims.Sha.All(char.IsAsciiHexDigitLower) => No("sha is missing, or is no commit."),
        _ when Text(claims.EventName) is null => No("event_name is missing."),
        _ when Text(claims.WorkflowRef) is null => No("workflow_ref is missing."),
        _ when Number(claims.RunId) is null => No("run_id is missing, or is no number."),
        _ when Number(claims.RunAttempt) is not (>= 1 and <= int.MaxValue) => No("run_attempt is missing, or is no number."),
        _ => new(
            new(Number(claims.RepositoryId)!.Value, claims.Repository!, claims.Ref!, claims.Sha!, claims.EventName!, claims.WorkflowRef!, claims.JobWorkflowRef ?? claims.WorkflowRef!, Number(claims.RunId)!.Value, (int)Number(claims.RunAttempt)!.Value),
            null),
    };

    private static string? Text(string? claim) => claim is { Length: > 0 and <= 1000 } ? claim : null;

    private static long? Number(string? claim) => long.TryParse(claim, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static DateTimeOffset At(long? seconds) => DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds!.Value, 0, 100_000_000_000));

    private static bool IsSigned(RSAParameters key, string data, string signature)
    {
        using var rsa = RSA.Create(key);

        return rsa.VerifyData(Encoding.ASCII.GetBytes(data), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static T? Decode<T>(string part, JsonTypeInfo<T> type)
        where T : class
    {
        if (!Base64Url.IsValid(part))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(part), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
