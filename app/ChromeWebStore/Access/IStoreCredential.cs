namespace Hotfix.ChromeWebStore.Access;

/// <summary>
/// Something that a token for the store is had by.
/// <para>Errors: <see cref="Ports.RefusedException"/> and <see cref="Ports.UnavailableException"/>, one sentence without a secret.</para>
/// </summary>
internal interface IStoreCredential
{
    /// <summary>Whether a new token can be had when the store turns one down.</summary>
    bool IsRenewable { get; }

    Task<MintedToken> MintAsync(CancellationToken cancellationToken);
}

/// <param name="Expires">Null where nobody said.</param>
internal sealed record MintedToken(Secret Token, DateTimeOffset? Expires);
