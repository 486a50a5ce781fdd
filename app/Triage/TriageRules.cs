using Hotfix.Domain;

namespace Hotfix.Triage;

/// <summary>Whether a rule of the profile fires: every condition it states must hold.</summary>
internal static class TriageRules
{
    public static bool Fires(TriageRule rule, Severity severity, Frequency frequency, bool coreFeature, decimal score) =>
        (rule.Severities.Count == 0 || rule.Severities.Contains(severity))
        && score >= (rule.ScoreAtLeast ?? decimal.MinValue)
        && score < (rule.ScoreBelow ?? decimal.MaxValue)
        && frequency >= (rule.FrequencyAtLeast ?? Frequency.Unknown)
        && (rule.CoreFeature ?? coreFeature) == coreFeature;
}
