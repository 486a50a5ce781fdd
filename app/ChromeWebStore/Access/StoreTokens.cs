namespace Hotfix.ChromeWebStore.Access;

/// <summary>The token for the store, kept until a minute before it ends. Each new one is shown to those who have to hide it in a log before it is used.</summary>
internal sealed class StoreTokens(IStoreCredential credential, Action<Secret> minted, TimeProvider time)
{
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(1);

    private MintedToken? kept;

    public async Task<Secret> GetAsync(CancellationToken cancellationToken)
    {
        if (kept is { } token && (token.Expires is not { } end || time.GetUtcNow() < end - Spare))
        {
            return token.Token;
        }

        kept = await credential.MintAsync(cancellationToken);
        minted(kept.Token);

        return kept.Token;
    }

    /// <summary>Forgets a token that was turned down.</summary>
    /// <returns>Whether another can be had.</returns>
    public bool Drop(Secret refused)
    {
        if (!credential.IsRenewable)
        {
            return false;
        }

        kept = kept?.Token == refused ? null : kept;

        return true;
    }
}
