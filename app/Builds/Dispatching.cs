using Hotfix.Domain;

namespace Hotfix.Builds;

/// <summary>Whether a hotfix that was made just now has its workflow started, and with which inputs. Source: seeds/000, "Hotfix-Specific CI/CD Pipeline", the inputs of its dispatch.</summary>
internal static class Dispatching
{
    public static Values<Effect> Of(Domain.Hotfix hotfix, Profile profile) =>
        profile.Pipeline is { Dispatch: true } rules && hotfix.Fix is { Head: { } head, Version: { } version } fix && (hotfix.Assessment?.Severity ?? rules.DefaultSeverity) is { } severity && Has(rules, severity)
            ? [new StartWorkflow(hotfix.Issue, PipelineRules.WorkflowOf(rules).Split('/')[^1], fix.Branch, head, new($"{severity}", rules.DefaultTarget ?? "beta", version.Version, PlanHash.Of(fix)))]
            : [];

    /// <summary>Why none is started although the configuration wants them to be; empty where nothing keeps it.</summary>
    public static string Omission(Domain.Hotfix hotfix, Profile profile) =>
        profile.Pipeline is { Dispatch: true } rules && (hotfix.Assessment?.Severity ?? rules.DefaultSeverity) is { } severity && !Has(rules, severity)
            ? $"The workflow is not started for it, because `pipeline.severities` does not name {severity}."
            : "";

    private static bool Has(PipelineRules rules, Severity severity) => rules.Severities.Count == 0 || rules.Severities.Contains(severity);
}
