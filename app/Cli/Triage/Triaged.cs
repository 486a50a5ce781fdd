using System.Text.Json;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Cli.Triage;

/// <summary>A report and what triage makes of it.</summary>
/// <param name="IsByBot">The App leaves it alone, so trying triage does too.</param>
internal sealed record Triaged(string Id, string Title, Assessment Assessment, bool IsByBot)
{
    /// <summary>A report without an id is known by its title.</summary>
    public static Triaged Of(ReportRow row, Assessor assessor, Profile profile)
    {
        var title = row.Title ?? "";
        Values<string> labels = [.. (row.Labels ?? []).OfType<string>()];

        return new(row.Id ?? title, title, assessor.Assess(new(title, row.Body ?? ""), LabelRules.SeverityAmong(labels, profile)), IsBot(row.Author, profile));
    }

    public TriageRow ToRow(Profile profile) => IsByBot ? new(Id, "bot", null, "none", "unknown", null, "left_alone", ["filed by a bot"]) : new(
        Id,
        Snake(Assessment.Kind.Value),
        Assessment.Severity?.ToString(),
        Snake(Assessment.Impact.Value),
        Snake(Assessment.Frequency.Value),
        Assessment.Score?.Total,
        Snake(Assessment.Decision),
        Assessment.Severity is null ? [Sentences.Kind(Assessment, profile)] : [.. CardText.Reasons(Assessment, profile)]);

    private static bool IsBot(string? author, Profile profile) => author?.EndsWith("[bot]", StringComparison.Ordinal) == true && !profile.Bots.Contains(author);

    private static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
