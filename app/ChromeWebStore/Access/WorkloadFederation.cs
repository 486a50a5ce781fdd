using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hotfix.ChromeWebStore.Access;

/// <summary>
/// A GitHub workflow's own identity, exchanged for a service account's token: no secret is stored anywhere. The workflow's OIDC token goes to Google's Security Token Service, and what that gives lets the account be impersonated.
/// <para>Source: cloud.google.com, "Configure Workload Identity Federation with deployment pipelines"; RFC 8693; GitHub, "About security hardening with OpenID Connect".</para>
/// </summary>
/// <param name="provider">Like <c>projects/123/locations/global/workloadIdentityPools/POOL/providers/PROVIDER</c>.</param>
/// <param name="minted">Shown each token on the way, to be hidden in logs.</param>
internal sealed partial class WorkloadFederation(string provider, string email, Uri requestUrl, Secret requestToken, StoreEndpoints endpoints, TokenEndpoint endpoint, Action<Secret> minted) : IStoreCredential
{
    private const string CloudPlatform = "https://www.googleapis.com/auth/cloud-platform";

    public bool IsRenewable => true;

    public static bool IsProvider(string text) => Provider().IsMatch(text);

    public static bool IsEmail(string text) => Email().IsMatch(text);

    public async Task<MintedToken> MintAsync(CancellationToken cancellationToken)
    {
        var audience = $"//iam.googleapis.com/{provider}";
        var own = await endpoint.SendAsync(Asked(audience), StoreAccessJson.Default.IdTokenWire, cancellationToken);
        minted(own.Value);
        var federated = await endpoint.PostFormAsync(
            endpoints.Sts,
            StoreCall.Sts,
            [
                new("audience", audience),
                new("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
                new("requested_token_type", "urn:ietf:params:oauth:token-type:access_token"),
                new("scope", CloudPlatform),
                new("subject_token_type", "urn:ietf:params:oauth:token-type:jwt"),
                new("subject_token", own.Value.Reveal()),
            ],
            StoreAccessJson.Default.GrantedWire,
            cancellationToken);
        minted(federated.AccessToken);
        var token = await endpoint.SendAsync(Impersonation(federated.AccessToken), StoreAccessJson.Default.ImpersonatedWire, cancellationToken);

        return new(token.AccessToken, token.ExpireTime);
    }

    private StoreCall Asked(string audience) => new(
        HttpMethod.Get, new($"{requestUrl.AbsoluteUri}{(requestUrl.Query.Length > 0 ? "&" : "?")}audience={Uri.EscapeDataString(audience)}"), "give the workflow's identity (does the job have `id-token: write`?)")
    {
        Who = "GitHub",
        Authorization = requestToken,
        IsRepeatable = true,
    };

    private StoreCall Impersonation(Secret federated) => new(
        HttpMethod.Post, new($"{endpoints.Iam.AbsoluteUri.TrimEnd('/')}/v1/projects/-/serviceAccounts/{Uri.EscapeDataString(email)}:generateAccessToken"), $"let the workflow act as {email}")
    {
        Who = StoreCall.Iam,
        Authorization = federated,
        Body = JsonSerializer.SerializeToUtf8Bytes(new([TokenEndpoint.Scope], "1800s"), StoreAccessJson.Default.ImpersonationRequestWire),
        IsRepeatable = true,
    };

    [GeneratedRegex(@"\Aprojects/[0-9]+/locations/global/workloadIdentityPools/[a-z0-9-]{4,32}/providers/[a-z0-9-]{4,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Provider();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
