namespace Hotfix.Gate.Kinds;

/// <summary>A person's word: the box is ticked.</summary>
internal sealed class ManualEvidence() : Evidence(new("manual", "manual", "Its box is ticked; the check shows who did it, where that is known.") { IsInText = true })
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts) => item.IsTicked ? Finding.Closed("It is ticked.") : Finding.Open("Tick its box once it is true.");
}
