using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// Checks the App's JWT as GitHub does: RS256 by the App's key, <c>iss</c> its id or client id, <c>iat</c> not in the future, <c>exp</c> in the future by
/// at most 10 minutes (both in seconds since 1970). Errors: 401 in GitHub's words. Source: "Generating a JSON Web Token (JWT) for a GitHub App".
/// </summary>
internal static class AppJwt
{
    private const long MaxLifeSeconds = 600;

    public static RestAnswer? Refuse(string? jwt, SandboxState state)
    {
        if (jwt?.Split('.') is not [var header, var claims, var signature] || Decode(header) is not { } head || Decode(claims) is not { } body
            || !Text(head, "alg", "RS256") || !Signed(state.App, $"{header}.{claims}", signature))
        {
            return RestErrors.NotJwt;
        }

        var now = state.Now.ToUnixTimeSeconds();

        return (Seconds(body, "iat"), Seconds(body, "exp")) switch
        {
            (null, _) => Bad("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"),
            (_, null) => Bad("'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"),
            var (issued, _) when issued > now => Bad("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"),
            var (_, ends) when ends <= now =>
                Bad("'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"),
            var (_, ends) when ends > now + MaxLifeSeconds => Bad("'Expiration time' claim ('exp') is too far in the future"),
            _ when !body.TryGetProperty("iss", out _) => Bad("Missing 'issuer' claim ('iss') in assertion"),
            _ => Text(body, "iss", $"{state.App.Id}") || Text(body, "iss", state.App.ClientId) ? null : RestErrors.Refuse(404, "Integration not found"),
        };
    }

    private static RestAnswer Bad(string message) => RestErrors.Refuse(401, message);

    private static long? Seconds(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var seconds) ? seconds : null;

    /// <summary>Whether a claim says this; an App's id may come as a text or as a number.</summary>
    private static bool Text(JsonElement claims, string name, string expected) =>
        claims.TryGetProperty(name, out var value)
        && (value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText()) == expected;

    private static bool Signed(SandboxApp app, string data, string signature) =>
        Base64Url.IsValid(signature) && app.Signed(Encoding.UTF8.GetBytes(data), Base64Url.DecodeFromChars(signature));

    private static JsonElement? Decode(string part)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
