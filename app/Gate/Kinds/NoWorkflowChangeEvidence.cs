using Hotfix.Domain;

namespace Hotfix.Gate.Kinds;

/// <summary>What builds and releases the product is not changed on the way.</summary>
internal sealed class NoWorkflowChangeEvidence() : Evidence(new("no-workflow-change", "no-workflow-change", "No file below `.github/workflows` or `.github/actions` changes."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        var touched = facts.Pull.Files.Where(file => Builds(file.Path) || Builds(file.Was ?? "")).ToList();

        return touched.Count > 0
            ? new(
                ItemStanding.Failing,
                $"Changed: {Touching.Named(touched.Select(file => file.Path))}. Take that back: it belongs into a pull request of its own.",
                [.. touched.Where(file => file.Change != PathChange.Removed).Take(10).Select(file => new Annotation(file.Path, 1, 1, AnnotationLevel.Failure, "No part of a hotfix", "A hotfix leaves alone what builds and releases it."))])
            : facts.Pull.IsWhole ? Finding.Closed("No workflow changes.") : Finding.Open(GateSentences.NotWhole);
    }

    private static bool Builds(string path) => path.StartsWith(".github/workflows/", StringComparison.Ordinal) || path.StartsWith(".github/actions/", StringComparison.Ordinal);
}
