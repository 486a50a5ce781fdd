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
    /// <summary>More than the reports of one attempt need, and what a state can hold of them.</summary>
    private const int MaxNamed = 80;

    /// <summary>Something of it was given out: what only checks, or rehearses, has nothing to say of that.</summary>
    public bool Ships => !IsRehearsal && (Release is not null || Store is not null);

    /// <summary>Of two runs the later one's report counts, and of one run the later report.</summary>
    public bool Follows(Build other) => (Run, Attempt).CompareTo((other.Run, other.Attempt)) >= 0;

    /// <summary>What this one and an earlier report say together. Of the same attempt each job may tell its part: what another told of stays, and what failed there stays failed.</summary>
    public Build After(Build? last) => last is null || (last.Run, last.Attempt) != (Run, Attempt) ? this : this with
    {
        Result = Worse(last.Result, Result),
        Version = Version ?? last.Version,
        FailedStep = last.Result == Worse(last.Result, Result) ? last.FailedStep ?? FailedStep : FailedStep,
        Channel = Channel ?? last.Channel,
        IsRehearsal = IsRehearsal && last.IsRehearsal,
        Checks = Together(last.Checks),
        Artifacts = [.. last.Artifacts.Where(known => Artifacts.All(artifact => artifact.Name != known.Name)).Concat(Artifacts).Take(MaxNamed)],
        Release = Release ?? last.Release,
        Store = Store ?? last.Store,
    };

    private Values<BuildCheck> Together(Values<BuildCheck> last)
    {
        bool Same(BuildCheck one, BuildCheck other) => one.Name == other.Name && one.Kind == other.Kind;

        BuildCheck[] all =
        [
            .. last.Where(known => known.Conclusion == BuildConclusion.Failure || !Checks.Any(check => Same(check, known))),
            .. Checks.Where(check => !last.Any(known => known.Conclusion == BuildConclusion.Failure && Same(check, known))),
        ];

        return all.Length <= MaxNamed ? [.. all] : [.. all.OrderByDescending(check => check.Conclusion == BuildConclusion.Failure).Take(MaxNamed)];
    }

    private static BuildResult Worse(BuildResult one, BuildResult other) =>
        one == BuildResult.Failure || other == BuildResult.Failure ? BuildResult.Failure : one == BuildResult.Cancelled ? one : other;
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
/// <param name="Channel">Of the run that told it.</param>
internal sealed record StoreItem(string Item, string State, string? Version = null, int? Percentage = null, BuildChannel? Channel = null)
{
    /// <summary>It is the item that all users have, and not that of a beta or a rehearsal of the release.</summary>
    public bool IsForUsers => Channel is null or BuildChannel.Production;

    /// <summary>Users can have it; testers alone are none. Source: Chrome Web Store API v2, <c>fetchStatus</c>.</summary>
    public bool IsPublished => IsForUsers && State == "PUBLISHED";
}
