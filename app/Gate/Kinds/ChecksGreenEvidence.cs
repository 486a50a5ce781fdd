using Hotfix.Domain;

namespace Hotfix.Gate.Kinds;

/// <summary>What the repository runs on every commit says yes. Our own check is left out, or it would wait for itself.</summary>
internal sealed class ChecksGreenEvidence() : Evidence(new(
    "checks-green", "checks-green", "All required checks of the newest commit but `hotfix/gate` are green; where none is required, all there are, and at least one. A merge queue sees to this by itself."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        if (facts.InQueue)
        {
            return Finding.Closed("Left to the merge queue.");
        }

        var all = facts.Pull.Checks.Where(check => !check.IsOurs && check.Name != GateReport.CheckName).ToList();
        var names = facts.Pull.Required.Where(name => name != GateReport.CheckName && !facts.Pull.Checks.Any(check => check.IsOurs && check.Name == name)).ToList();
        var required = all.Where(check => check.IsRequired || names.Contains(check.Name)).ToList();
        var silent = names.Except(all.Select(check => check.Name)).ToList();
        var counted = required.Count + silent.Count > 0 ? required : all;

        return (counted.Where(check => check.Health == CheckHealth.Red).ToList(), counted.Where(check => check.Health == CheckHealth.Waiting).ToList()) switch
        {
            ({ Count: > 0 } red, _) => new(ItemStanding.Failing, $"Red: {GateSentences.Checks(red.Select(check => check.Name))}. Mend what they found, or run them again."),
            (_, { Count: > 0 } waiting) => new(ItemStanding.Waiting, $"Not finished: {GateSentences.Checks([.. waiting.Select(check => check.Name), .. silent])}."),
            _ when silent.Count > 0 => new(ItemStanding.Waiting, $"Required, and not begun on this commit: {GateSentences.Checks(silent)}."),
            _ when !facts.Pull.IsWhole => Finding.Open(GateSentences.NotWhole),
            _ when counted.Count == 0 => Finding.Open("No check has run on this commit: start one, or push once more."),
            _ => Finding.Closed($"Green: {GateSentences.Checks(counted.Select(check => check.Name))}."),
        };
    }
}
