using System.Text.Json;
using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Tests.Profiles;

/// <summary>How a profile's values are written in the rows of the tests that compare it with its document.</summary>
internal static class Rows
{
    /// <summary>What becomes of a report of this severity, with a score in the middle and nothing else known; "review" when no rule speaks.</summary>
    public static string DecisionOf(Profile profile, Severity severity) =>
        Snake(profile.Rules.FirstOrDefault(rule => TriageRules.Fires(rule, severity, Frequency.Unknown, false, 500))?.Decision ?? Decision.Review);

    public static string Snake<T>(T value) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");

    public static double? Minutes(Span? span) => span?.Longest.TotalMinutes;
}
