namespace Hotfix.ChromeWebStore.Access;

/// <summary>A person's consent, kept as a refresh token. Source: RFC 6749, section 6.</summary>
internal sealed class RefreshToken(string clientId, Secret clientSecret, Secret refreshToken, Uri uri, TokenEndpoint endpoint) : IStoreCredential
{
    public bool IsRenewable => true;

    public Task<MintedToken> MintAsync(CancellationToken cancellationToken) => endpoint.GrantAsync(
        uri,
        [
            new("client_id", clientId),
            new("client_secret", clientSecret.Reveal()),
            new("refresh_token", refreshToken.Reveal()),
            new("grant_type", "refresh_token"),
        ],
        cancellationToken);
}
