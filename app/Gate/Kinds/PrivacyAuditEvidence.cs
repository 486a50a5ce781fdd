namespace Hotfix.Gate.Kinds;

/// <summary>What the product sends about its users changes only after somebody looked at it with that in mind. Source: seeds/001, Phase 4, "Privacy audit".</summary>
internal sealed class PrivacyAuditEvidence() : Evidence(new(
    "privacy-audit",
    "privacy-audit(by: team)",
    "Asked only where files of `gate.telemetry` change: then somebody (of the team, where one is named) approves as for `approval`, and the review says \"privacy audit\"."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0, "by");

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts) => Touching.Of(facts.Pull, facts.Profile.Gate.Telemetry) switch
    {
        { Count: > 0 } files => Approvals.Look(facts, 1, call.Named.GetValueOrDefault("by"), IsAudit, "It must say \"privacy audit\".") is var found && found.Standing == ItemStanding.Closed
            ? found
            : found with { Says = $"It changes what is sent about users: {Touching.Named(files.Select(file => file.Path))}. {found.Says}" },
        _ when !facts.Pull.IsWhole => Finding.Open(GateSentences.NotWhole),
        _ => new(ItemStanding.NotAsked, "Nothing changes that sends data about users."),
    };

    private static bool IsAudit(string body) => body.Contains("privacy audit", StringComparison.OrdinalIgnoreCase) || body.Contains("privacy-audit", StringComparison.OrdinalIgnoreCase);
}
