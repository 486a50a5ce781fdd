using System.Text.Json;

namespace Hotfix.Cli.Actions;

/// <summary>From what the steps left to what the App is told; of the last job of a workflow, with what the other jobs came to.</summary>
internal static class RunReporting
{
    private const int MaxChecks = 40;
    private const int MaxFiles = 20;
    private const int MaxName = 80;

    private static readonly (string Word, string Kind)[] Kinds = [("security", "audit"), ("audit", "audit"), ("smoke", "smoke"), ("test", "test"), ("deploy", "publish"), ("publish", "publish"), ("release", "release")];

    public static RunReport Of(RunState state)
    {
        var told = state.Needs.Values.Select(Told).OfType<RunReport>().ToList();
        List<RunCheck> checks =
        [
            .. state.Needs.SelectMany(job => OfNeeded(job.Key, job.Value)),
            .. state.Checks.Select(check => new RunCheck(check.Name, check.Kind, check.Conclusion, SummaryOf(check, state), check.Seconds)),
        ];
        var failed = checks.Find(check => check.Conclusion == "failure")?.Name;
        var isCancelled = !state.Complete || state.Needs.Values.Any(job => job.Result == "cancelled");

        return new(
            Text(state.Facts["version"]) ?? told.Select(report => report.Version).LastOrDefault(version => version is not null) ?? Text(state.Facts["expected_version"]),
            failed is not null ? "failure" : isCancelled ? "cancelled" : "success",
            failed,
            Text(state.Facts["channel"]),
            state.Facts.Is("dry_run"),
            [.. checks.Take(MaxChecks)],
            [.. FilesOf(state, told).Take(MaxFiles)],
            state.Release is { DryRun: false, Url: { } url } ? url : told.Select(report => report.Release).LastOrDefault(release => release is not null),
            StoreOf(state) ?? told.Select(report => report.Store).LastOrDefault(store => store is not null));
    }

    /// <summary>The store's own words say more than the step's.</summary>
    public static string SummaryOf(StepCheck check, RunState state) => check is { Kind: "publish", Conclusion: "success" } && state.Store?.Message is { } message ? message.ReplaceLineEndings(" ") : check.Summary;

    /// <summary>A job that only made a file knows less of it than the one that released it.</summary>
    private static IEnumerable<RunFile> FilesOf(RunState state, List<RunReport> told)
    {
        var all = state.Files.Concat(told.SelectMany(report => report.Artifacts)).ToList();
        var released = all.Where(file => file.Url is not null).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);

        return all.Where(file => file.Url is not null || !released.Contains(file.Name)).DistinctBy(file => (file.Name, file.Sha256));
    }

    private static RunStore? StoreOf(RunState state) => state.Store is { Item: { } item, State: { } word } store && !state.Facts.Is("dry_run") ? new(item, word, store.Version, store.Percentage) : null;

    /// <summary>What a job that ran the Action gave as its output <c>report</c>.</summary>
    private static RunReport? Told(NeededJob job)
    {
        try
        {
            var report = job.Outputs?.GetValueOrDefault("report") is { Length: > 0 } json ? JsonSerializer.Deserialize(json, RunReportJson.Default.RunReport) : null;

            return report is { Checks: { } checks, Artifacts: { } files } && checks.All(check => check is { Name: not null, Kind: not null, Conclusion: not null }) && files.All(file => file is { Name: not null, Sha256: not null }) ? report : null;
        }
        catch (JsonException)
        {
            return null; // a job of the caller's may call anything its report
        }
    }

    /// <summary>A job may also fail in a step that is not the Action's, which its report knows nothing of.</summary>
    private static IEnumerable<RunCheck> OfNeeded(string id, NeededJob job) => Told(job)?.Checks switch
    {
        { Count: > 0 } checks when job.Result == "success" || checks.Any(check => check.Conclusion == "failure") => checks,
        { Count: > 0 } checks => [.. checks, OfJob(id, job)],
        _ => [OfJob(id, job)],
    };

    private static RunCheck OfJob(string id, NeededJob job)
    {
        var (conclusion, what) = job.Result switch
        {
            "success" => ("success", "succeeded"),
            "skipped" => ("skipped", "was skipped"),
            "cancelled" => ("skipped", "was cancelled"),
            _ => ("failure", "failed"),
        };

        return new(Cut(id.Replace('_', ' ')), KindOf(id), conclusion, $"The job {what}.", null);
    }

    /// <summary>By the job's name, as seeds/000 names the jobs of its pipeline.</summary>
    private static string KindOf(string id) => Kinds.FirstOrDefault(kind => id.Contains(kind.Word, StringComparison.OrdinalIgnoreCase)).Kind ?? "build";

    /// <summary>As long as the App takes a name; a job's id may be longer.</summary>
    private static string Cut(string name) => name.Length <= MaxName ? name : $"{name[..(MaxName - 1)]}…";

    private static string? Text(string fact) => fact.Length == 0 ? null : fact;
}
