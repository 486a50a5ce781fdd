using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate.Kinds;

/// <summary>A fix that goes to a release's line must reach the other branches too, and people should hear before the merge that it does not apply there.</summary>
internal sealed class ForwardPortCleanEvidence() : Evidence(new(
    "forward-port-clean", "forward-port-clean(branches)", "The change applies without a conflict to each of the branches (the default one, when none is named), as they are now. The branch that it goes to by itself needs none."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 20);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        if (call.Arguments.Count == 0 && facts.Pull.Default is null)
        {
            return Finding.Open("GitHub does not say which branch is the default one.");
        }

        var branches = (call.Arguments.Count > 0 ? call.Arguments : [facts.Pull.Default!.Name]).Where(branch => branch != facts.Pull.Base).Select(branch => (Branch: branch, Port: PortOf(branch, facts))).ToList();
        var conflicts = branches.Where(one => one.Port is { Conflicts.Count: > 0 }).ToList();

        return branches.Where(one => one.Port is null).Select(one => one.Branch).ToList() switch
        {
            _ when conflicts.Count > 0 => new(
                ItemStanding.Failing,
                $"It does not apply: {GateSentences.Few([.. conflicts.Select(one => $"{Quote.Code(one.Branch)} in {Touching.Named(one.Port!.Conflicts)}")], 3)}. Whoever merges it has to carry it there by hand; if somebody does, `/hotfix override {item.Pinned.Id} --reason <who>` says so.",
                [.. conflicts.SelectMany(one => one.Port!.Conflicts.Select(path => new Annotation(path, 1, 1, AnnotationLevel.Warning, "Does not apply elsewhere", $"The change to this file conflicts with the branch {Quote.Plain(one.Branch)}."))).Take(10)]),
            { Count: > 0 } open => new(ItemStanding.Waiting, $"Not tried yet on {GateSentences.Few([.. open.Select(Quote.Code)], 5)} as it is now."),
            _ when branches.Count == 0 => Finding.Closed("It goes where it has to by itself."),
            _ => Finding.Closed($"It applies to {GateSentences.Few([.. branches.Select(one => Quote.Code(one.Branch))], 5)}."),
        };
    }

    /// <summary>Of the pair of heads as they are; of another branch than the default one, the target's is known only from what was computed.</summary>
    private static PortCheck? PortOf(string branch, GateFacts facts) => facts.Ports.LastOrDefault(port =>
        port.Branch == branch && port.Head == facts.Pull.Head && (facts.Pull.Default?.Name != branch || port.Target == facts.Pull.Default.Commit));
}
