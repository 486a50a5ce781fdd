using System.Globalization;
using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>What the card says of the workflow's run and of what it told. Names, summaries and states are the workflow's words, and quoted.</summary>
internal static partial class Sentences
{
    private const int Few = 3;

    /// <summary>The run has reported, and GitHub says nothing else of it.</summary>
    public static bool IsTold(Fix fix) => fix is { Run: { } run, Build: { } build } && build.Follows(build with { Run = run.Id, Attempt = run.Attempt })
        && (run.Standing <= RunStanding.Running || run.Standing == RunStanding.Succeeded || build.Result != BuildResult.Success || build.Run > run.Id);

    public static string Run(WorkflowRun run) => run switch
    {
        { Standing: RunStanding.Refused, Why: var why } => $"GitHub did not start it{(why is { Length: > 0 } said ? $": {Quote.Long(said, 300)}" : ".")}",
        _ => $"{Link(run.Id, run.Attempt, run.Url)} of {Quote.Code(Short(run.Commit))} {Says(run)}.",
    };

    public static string Build(Build build, Fix fix) => string.Join(' ', new[]
    {
        $"{Link(build.Run, build.Attempt, build.Url)}{(build.Version is { } version ? $" built {Quote.Code(version)}" : "")} from {Quote.Code(Short(build.Commit))}{(build.Channel is { } channel ? $" for {Typed.Of(channel)}" : "")}{(build.IsRehearsal ? ", as a dry run" : "")}: {Result(build)}.",
        Checks(build),
        ReleaseOf(build, fix) is { } release ? $"[Release]({release})." : null,
        fix.Is(build.Commit) || build.Ref == $"tags/{fix.Tag}" ? null : "More was pushed since.",
    }.OfType<string>());

    /// <summary>A report as the timeline has it.</summary>
    public static string Told(KeepBuild kept) =>
        $"{Link(kept.Build.Run, kept.Build.Attempt, kept.Build.Url)} reported on {Quote.Code(Short(kept.Build.Commit))}: {Result(kept.Build)}{(kept.Objection is { } objection ? $"; that does not count. {objection}" : "")}";

    /// <summary>What the package is of which the card tells: the one that was given out, and where there is none the one that was built.</summary>
    public static Values<BuildArtifact> PackageOf(Fix fix) => fix switch
    {
        { Build: { } build, Shipped: { Artifacts.Count: > 0 } shipped } when shipped.Commit == build.Commit => shipped.Artifacts,
        _ => fix.Build?.Artifacts ?? [],
    };

    public static string Package(Values<BuildArtifact> artifacts)
    {
        var named = artifacts.Take(Few).Select(artifact => $"{(artifact.Url is { } url ? $"[{Quote.Code(artifact.Name)}]({url})" : Quote.Code(artifact.Name))}, SHA-256 {Quote.Code(artifact.Sha256)}");

        return $"{string.Join("; ", named)}{(artifacts.Count > Few ? $"; and {Whole(artifacts.Count - Few)} more" : "")}.";
    }

    private static string? ReleaseOf(Build build, Fix fix) => build.Release ?? (fix.Shipped is { } shipped && shipped.Commit == build.Commit ? shipped.Release : null);

    public static string Store(StoreItem item) =>
        $"{(item.Version is { } version ? $"{Quote.Code(version)} of " : "")}{Quote.Code(item.Item)} is {Quote.Code(item.State)}{(item.Percentage is { } percentage ? $", for {Whole(percentage)} % of its users" : "")}.";

    private static string Says(WorkflowRun run) => run.Standing switch
    {
        RunStanding.Queued => "is queued",
        RunStanding.Running => $"runs since {At(run.At)}",
        RunStanding.Succeeded => "succeeded",
        RunStanding.Cancelled => "was cancelled",
        _ => "failed",
    };

    private static string Result(Build build) => (build.Result, build.FailedStep) switch
    {
        (BuildResult.Success, _) => "it succeeded",
        (BuildResult.Cancelled, { } step) => $"it was cancelled at {Quote.Code(step)}",
        (BuildResult.Cancelled, null) => "it was cancelled",
        (_, { } step) => $"it failed at {Quote.Code(step)}",
        _ => "it failed",
    };

    private static string? Checks(Build build)
    {
        var failed = build.Checks.Where(check => check.Conclusion == BuildConclusion.Failure).ToList();
        var passed = build.Checks.Count(check => check.Conclusion == BuildConclusion.Success);

        return (build.Checks.Count, failed.Count) switch
        {
            (0, _) => null,
            (var all, 0) => $"{Whole(passed)} of {Whole(all)} checks passed{(passed < all ? ", the others were skipped" : "")}.",
            _ => $"Failed: {string.Join("; ", failed.Take(Few).Select(check => $"{Quote.Code(check.Name)}{(check.Summary is { } summary ? $" ({Quote.Code(summary)})" : "")}"))}{(failed.Count > Few ? $"; and {Whole(failed.Count - Few)} more" : "")}.",
        };
    }

    private static string Link(long run, int attempt, string url) => $"[run {run.ToString(CultureInfo.InvariantCulture)}{(attempt > 1 ? $", attempt {Whole(attempt)}" : "")}]({url})";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(string commit) => commit.Length > 7 ? commit[..7] : commit;
}
