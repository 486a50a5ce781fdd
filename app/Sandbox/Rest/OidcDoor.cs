using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace Hotfix.Sandbox.Rest;

/// <summary>
/// The issuer's documents, and where a runner's steps ask for a token: <c>ACTIONS_ID_TOKEN_REQUEST_URL</c> with <c>&amp;audience=</c>. Neither is a part of the REST API.
/// Source: OpenID Connect Discovery 1.0; RFC 7517; GitHub docs, "OpenID Connect reference".
/// </summary>
internal static class OidcDoor
{
    /// <summary>Null when the address is none of these.</summary>
    public static RestAnswer? Answer(RestRequest request, SandboxState state) => request switch
    {
        { Method: "GET", Segments: ["_services", "token", ".well-known", "openid-configuration"] } => Json(Discovery(state)),
        { Method: "GET", Segments: ["_services", "token", ".well-known", "jwks"] } => Json(KeySet(state)),
        { Method: "GET", Segments: ["_apis", "pipelines", "oidc", var run, "idtoken"] } => Token(request, state, run),
        _ => null,
    };

    private static JsonObject Discovery(SandboxState state) => new()
    {
        ["issuer"] = state.Issuer.Url,
        ["jwks_uri"] = $"{state.Issuer.Url}/.well-known/jwks",
        ["subject_types_supported"] = new JsonArray("public", "pairwise"),
        ["response_types_supported"] = new JsonArray("id_token"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["scopes_supported"] = new JsonArray("openid"),
    };

    private static JsonObject KeySet(SandboxState state)
    {
        state.Issuer.Asked++;
        var keys = new JsonArray();

        foreach (var (name, key) in state.Issuer.Keys)
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            keys.Add((JsonNode)new JsonObject
            {
                ["kty"] = "RSA",
                ["alg"] = "RS256",
                ["use"] = "sig",
                ["kid"] = name,
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            });
        }

        return new() { ["keys"] = keys };
    }

    private static RestAnswer Token(RestRequest request, SandboxState state, string id)
    {
        var run = state.Repositories.SelectMany(repository => repository.Runs).FirstOrDefault(run => $"{run.Id}" == id);

        if (run is null || request.Headers.Authorization.ToString() is not { } credentials || !credentials.Equals($"Bearer {run.RequestToken}", StringComparison.OrdinalIgnoreCase))
        {
            return RestErrors.Refuse(401, "Unauthorized");
        }

        var token = state.Issuer.Mint(run, request.Parameter("audience") ?? $"https://github.com/{run.Repository.Owner.Login}");

        return Json(new() { ["count"] = token.Length, ["value"] = token });
    }

    private static RestAnswer Json(JsonObject body) => new(200, System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));
}
