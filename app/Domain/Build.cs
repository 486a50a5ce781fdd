namespace Hotfix.Domain;

/// <summary>
/// What a run of the hotfix workflow said came of it. Which run it was, and of which commit, is GitHub's word (the claims of its token); all else is the run's own.
/// Source: README, "What a workflow tells"; GitHub docs, "OpenID Connect reference".
/// </summary>
/// <param name="Run">GitHub's number of the run; <paramref name="Attempt"/> counts from 1.</param>
/// <param name="Commit">40 hexadecimal digits.</param>
/// <param name="Ref">What it ran on: <c>heads/BRANCH</c> or <c>tags/TAG</c>.</param>
/// <param name="At">When the report came.</param>
/// <param name="Url">The run's page.</param>
/// <param name="Version">What was built.</param>
/// <param name="IsRehearsal">Nothing was written anywhere.</param>
/// <param name="Release">The page of the release it made.</param>
internal sealed record Build(
    long Run,
    int Attempt,
    string Commit,
    string Ref,
    DateTimeOffset At,
    string Url,
    BuildResult Result,
    string? Version = null,
    string? FailedStep = null,
    BuildChannel? Channel = null,
    bool IsRehearsal = false,
    Values<BuildCheck> Checks = default,
    Values<BuildArtifact> Artifacts = default,
    string? Release = null,
    StoreItem? Store = null)
{
    /// <summary>Of two runs the later one's report counts, and of one run the later report.</summary>
    public bool Follows(Build other) => (Run, Attempt).CompareTo((other.Run, other.Attempt)) >= 0;
}

internal enum BuildResult
{
    Success,
    Failure,
    Cancelled,
}

internal enum BuildChannel
{
    Beta,
    Staging,
    Production,
}

/// <summary>A step of the run that says yes or no.</summary>
/// <param name="Seconds">How long it took; null where that is not said.</param>
internal sealed record BuildCheck(string Name, BuildCheckKind Kind, BuildConclusion Conclusion, string? Summary = null, decimal? Seconds = null);

internal enum BuildCheckKind
{
    Build,
    Test,

    /// <summary>Dependencies, or the code, were looked at for what is known to be dangerous.</summary>
    Audit,
    Lint,
    Pack,
    Sign,

    /// <summary>The package was loaded as users load it.</summary>
    Smoke,
    Release,
    Publish,
}

internal enum BuildConclusion
{
    Success,
    Failure,
    Skipped,
}

/// <param name="Sha256">64 hexadecimal digits, small letters.</param>
internal sealed record BuildArtifact(string Name, string Sha256, long Bytes, string? Url = null);

/// <summary>How an item stands in the store.</summary>
/// <param name="State">In the store's word: <c>PENDING_REVIEW</c>, <c>PUBLISHED</c>.</param>
/// <param name="Percentage">Of the users who are offered it; null where that is not said.</param>
internal sealed record StoreItem(string Item, string State, string? Version = null, int? Percentage = null)
{
    /// <summary>Users can have it. Source: Chrome Web Store API v2, <c>fetchStatus</c>.</summary>
    public bool IsPublished => State is "PUBLISHED" or "PUBLISHED_TO_TESTERS";
}
