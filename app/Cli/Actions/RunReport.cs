using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.Cli.Actions;

/// <summary>What a run tells the App, as <c>POST /api/builds</c> takes it (README, "What a workflow tells"). Commit, run and workflow are no part of it: GitHub vouches for those.</summary>
internal sealed record RunReport(
    string? Version, string Result, string? FailedStep, string? Channel, bool DryRun, IReadOnlyList<RunCheck> Checks, IReadOnlyList<RunFile> Artifacts, string? Release, RunStore? Store);

internal sealed record RunCheck(string Name, string Kind, string Conclusion, string? Summary, double? Seconds);

/// <param name="Url">Where people get it; null where it is only the run's.</param>
internal sealed record RunFile(string Name, string Sha256, long Bytes, string? Url);

internal sealed record RunStore(string Item, string State, string? Version, int? Percentage);

/// <param name="Result">Of the job: <c>success</c>, <c>failure</c>, <c>cancelled</c> or <c>skipped</c>.</param>
internal sealed record NeededJob(string Result, Dictionary<string, string>? Outputs = null);

/// <param name="Message">What the store came to, for people.</param>
internal sealed record StoreResult(string? Result, string? State, string? Version, int? Percentage, string? Item, string? Url, string? Message, IReadOnlyList<string>? Warnings);

/// <param name="Files">What the release holds.</param>
internal sealed record ReleaseResult(string Tag, string State, string? Url, bool Created, bool Published, bool DryRun, IReadOnlyList<ReleasedFile>? Files = null);

internal sealed record ReleasedFile(string Name, long Bytes, string? Sha256, string? Url);

internal sealed record SignResult(string Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(Dictionary<string, NeededJob>))]
internal sealed partial class RunReportJson : JsonSerializerContext
{
    /// <summary>Readable to people too: what HTML would want escaped is not.</summary>
    public static RunReportJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <summary>What the verbs printed to files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoreResult))]
[JsonSerializable(typeof(ReleaseResult))]
[JsonSerializable(typeof(SignResult))]
internal sealed partial class ResultJson : JsonSerializerContext;
