using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.Cli.Triage;

/// <summary>
/// A report of a file: a line of <c>.jsonl</c>, or an object (or a list of them) in <c>.json</c>. Source: issue B, "Try before you install"; a field that is not named here is passed over, so that an export
/// with more in it can be read as it is.
/// </summary>
internal sealed record ReportRow([property: JsonConverter(typeof(IdConverter))] string? Id, string? Title, string? Body, string? Created, string?[]? Labels, string? Author);

/// <summary>What <c>--json</c> prints, one line a report. Severity is null for what is no bug, and so is the score.</summary>
internal sealed record TriageRow(
    string Id,
    string Kind,
    string? Severity,
    string Impact,
    string Frequency,
    decimal? Score,
    string Decision,
    IReadOnlyList<string> Reasons);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ReportRow))]
[JsonSerializable(typeof(TriageRow))]
internal sealed partial class TriageJson : JsonSerializerContext
{
    /// <summary>For lines that people read too: backticks and letters beyond ASCII stay as they are, control characters do not.</summary>
    public static TriageJson Lines { get; } = new(new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
