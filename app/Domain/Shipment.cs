namespace Hotfix.Domain;

/// <summary>What was last given out of a commit. It stays on the card when a run that only checks, or rehearses, tells of the same commit.</summary>
/// <param name="Run">The run that released or published last; 0 where a package was built and neither was done.</param>
/// <param name="Commit">40 hexadecimal digits.</param>
/// <param name="Release">The page of the release.</param>
internal sealed record Shipment(long Run, int Attempt, string Commit, string? Release, Values<BuildArtifact> Artifacts)
{
    /// <summary>What it is after a report. A package that was given out is not replaced by one that was only built.</summary>
    public static Shipment? After(Shipment? last, Build build)
    {
        var known = last?.Commit == build.Commit ? last : null;

        return build switch
        {
            { Ships: true } => new(build.Run, build.Attempt, build.Commit, build.Release ?? known?.Release, build.Artifacts.Count > 0 ? build.Artifacts : known?.Artifacts ?? []),
            { IsRehearsal: false, Artifacts.Count: > 0 } when known is null or { Run: 0 } => new(0, 0, build.Commit, null, build.Artifacts),
            _ => last,
        };
    }

    /// <summary>Whether a report is of this run or a later one.</summary>
    public bool Precedes(Build build) => (build.Run, build.Attempt).CompareTo((Run, Attempt)) >= 0;
}
