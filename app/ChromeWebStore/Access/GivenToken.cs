namespace Hotfix.ChromeWebStore.Access;

/// <summary>An access token that somebody else made, like google-github-actions/auth in the same job.</summary>
internal sealed class GivenToken(Secret token) : IStoreCredential
{
    public bool IsRenewable => false;

    public Task<MintedToken> MintAsync(CancellationToken cancellationToken) => Task.FromResult(new MintedToken(token, null));
}
