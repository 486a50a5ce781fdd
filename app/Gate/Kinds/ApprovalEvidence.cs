namespace Hotfix.Gate.Kinds;

/// <summary>People who have no part in the change looked at it as it is, and approve. Source: issue E; shared/reference/peers.md, §4.</summary>
internal sealed class ApprovalEvidence() : Evidence(new(
    "approval",
    "approval(n, by: team)",
    "So many people (one, when it is left out) approve the newest commit who may write to the repository and have no part in it: neither pushed it, nor wrote, committed or opened it. With `by`, only those of the team count. Commits that Hotfix itself adds keep an approval; anybody who asks for changes ends it."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 1, "by") ?? Arguments.Number(Rule, call, 0, 100);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts) => Approvals.Look(facts, Arguments.At(call, 0), call.Named.GetValueOrDefault("by"));
}
