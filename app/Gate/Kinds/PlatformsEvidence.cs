using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate.Kinds;

/// <summary>It was tested wherever it runs. Source: seeds/001, Phase 4, "Platform testing".</summary>
internal sealed class PlatformsEvidence() : Evidence(new(
    "platforms", "platforms(list)", "For each word there is a check of that name, or of a matrix with it (`test (ubuntu, 22)` has `ubuntu` and `22`), and all of those are green."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 1, 50);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        var found = call.Arguments.Select(word => (Word: word, Checks: facts.Pull.Checks.Where(check => check.Name != GateReport.CheckName && Means(check.Name, word)).ToList())).ToList();
        var all = found.SelectMany(one => one.Checks).Distinct().ToList();
        var (red, waiting) = (Named(all, CheckHealth.Red), Named(all, CheckHealth.Waiting));

        return found.Where(one => one.Checks.All(check => check.Health == CheckHealth.Passed)).Select(one => one.Word).ToList() switch
        {
            _ when red.Count > 0 => new(ItemStanding.Failing, $"Red: {GateSentences.Checks(red)}. Mend what they found, or run them again."),
            { Count: > 0 } missing => Finding.Open($"No check of this commit was run for {GateSentences.Few([.. missing.Select(Quote.Code)], 5)}: run it there."),
            _ when waiting.Count > 0 => new(ItemStanding.Waiting, $"Not finished: {GateSentences.Checks(waiting)}."),
            _ when !facts.Pull.IsWhole => Finding.Open(GateSentences.NotWhole),
            _ => Finding.Closed($"Green: {GateSentences.Checks(all.Select(check => check.Name))}."),
        };
    }

    private static List<string> Named(IEnumerable<CheckState> checks, CheckHealth health) => [.. checks.Where(check => check.Health == health).Select(check => check.Name)];

    private static bool Means(string name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase)
        || (name.EndsWith(')') && name.LastIndexOf('(') is var open and >= 0 && name[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries).Contains(word, StringComparer.OrdinalIgnoreCase));
}
