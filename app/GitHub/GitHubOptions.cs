namespace Hotfix.GitHub;

/// <summary>Where GitHub is, who we are there, and how patient we are with it.</summary>
/// <param name="Url">The base of the REST API: <c>https://api.github.com</c>, or <c>https://HOST/api/v3</c> of a GitHub Enterprise Server.</param>
/// <param name="AppId">The App's number, the issuer of its JWT.</param>
/// <param name="Key">The App's private key.</param>
/// <param name="Pacing">How fast one installation may be worked with.</param>
/// <param name="CallTimeout">How long one request may take, answer included.</param>
internal sealed record GitHubOptions(Uri Url, long AppId, AppPrivateKey Key, Pacing Pacing, TimeSpan CallTimeout)
{
    /// <summary>How often a read is tried in all. A write is tried once.</summary>
    public int ReadTries { get; init; } = 3;

    /// <summary>The pause before a read's second try; it doubles with each further one.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The pauses before each further try to use a branch that was made just now, which GitHub may not see everywhere yet. Source: reference/github-api.md, section 1.6.</summary>
    public IReadOnlyList<TimeSpan> BranchPauses { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <summary>Bytes of answers kept to be confirmed by their ETag.</summary>
    public long CacheBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Repositories whose labels are remembered as being right.</summary>
    public int KnownRepositories { get; init; } = 10_000;
}
