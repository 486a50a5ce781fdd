using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Extension.Lint;

namespace Hotfix.Cli.Extension.Lint;

/// <summary>A finding as <c>--json</c> prints it; <c>level</c> is <c>error</c>, <c>warning</c> or <c>note</c>.</summary>
internal sealed record FindingLine(string Rule, string Level, string Path, int? Line, string Message)
{
    public static FindingLine Of(LintFinding finding) => new(finding.Rule.Id, Word(finding.Rule.Level), finding.Path, finding.Line, finding.Message);

    public static string Word(LintLevel level) => level switch { LintLevel.Error => "error", LintLevel.Warning => "warning", _ => "note" };
}

/// <param name="Reason">Why a team allows it.</param>
internal sealed record AllowedLine(string Rule, string Path, int? Line, string Reason);

internal sealed record LintLine(int Errors, int Warnings, int Notes, IReadOnlyList<FindingLine> Findings, IReadOnlyList<AllowedLine> Allowed)
{
    public static LintLine Of(LintReport report) => new(
        report.Count(LintLevel.Error), report.Count(LintLevel.Warning), report.Count(LintLevel.Note), [.. report.Findings.Select(FindingLine.Of)],
        [.. report.Allowed.Select(allowed => new AllowedLine(allowed.Finding.Rule.Id, allowed.Finding.Path, allowed.Finding.Line, allowed.By.Reason))]);
}

internal sealed record RuleLine(string Rule, string Level, string About);

[JsonSerializable(typeof(LintLine))]
[JsonSerializable(typeof(RuleLine[]))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class LintJson : JsonSerializerContext
{
    public static LintJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
