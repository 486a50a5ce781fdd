namespace Hotfix.Gate.Kinds;

/// <summary>People who use the product tried the fix. Source: seeds/001, Phase 4, "Beta tester verification".</summary>
internal sealed class TesterEvidence() : Evidence(new("tester", "tester(n)", "So many people (one, when it is left out) of `gate.testers` said `/hotfix verified` of the newest commit, on the issue or the pull request."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 1) ?? Arguments.Number(Rule, call, 0, 100);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        var (needed, testers) = (Arguments.At(call, 0), facts.Profile.Gate.Testers);
        var confirmed = facts.State.Confirmations
            .Where(one => testers.Contains(one.By, StringComparer.OrdinalIgnoreCase) && Own.Keeps(facts, one.Head))
            .Select(one => one.By)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();

        return confirmed.Count >= needed ? Finding.Closed($"Confirmed by {GateSentences.People(confirmed)}.")
            : testers.Count == 0 ? Finding.Open("Nobody is a tester: name those who confirm fixes in `gate.testers` of the configuration.")
            : Finding.Open($"{(confirmed.Count == 0 ? "Nobody" : $"Only {GateSentences.People(confirmed)}")} confirmed what is there now, and {GateSentences.Count(needed, "tester", "testers")} must, by `/hotfix verified`. Testers are {GateSentences.People(testers)}.");
    }
}
