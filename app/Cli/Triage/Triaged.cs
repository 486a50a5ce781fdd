using System.Text.Json;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Cli.Triage;

/// <summary>A report and what triage makes of it.</summary>
internal sealed record Triaged(string Id, string Title, Assessment Assessment)
{
    /// <summary>A report without an id is known by its title.</summary>
    public static Triaged Of(ReportRow row, Assessor assessor, Profile profile)
    {
        var title = row.Title ?? "";
        Values<string> labels = [.. (row.Labels ?? []).OfType<string>()];

        return new(row.Id ?? title, title, assessor.Assess(new(title, row.Body ?? ""), LabelRules.SeverityAmong(labels, profile)));
    }

    public TriageRow ToRow(Profile profile) => new(
        Id,
        Snake(Assessment.Kind.Value),
        Assessment.Severity?.ToString(),
        Snake(Assessment.Impact.Value),
        Snake(Assessment.Frequency.Value),
        Assessment.Score?.Total,
        Snake(Assessment.Decision),
        Assessment.Severity is null ? [profile.Kinds[Assessment.Kind.Value].Name] : [.. CardText.Reasons(Assessment, profile)]);

    private static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
