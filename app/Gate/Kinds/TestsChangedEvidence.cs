using Hotfix.Domain;

namespace Hotfix.Gate.Kinds;

/// <summary>A test that would have seen the bug is part of the change.</summary>
internal sealed class TestsChangedEvidence() : Evidence(new("tests-changed", "tests-changed", "A file of `gate.tests` is added, changed or renamed; one that is only taken away does not count."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts) => Touching.Of(facts.Pull, facts.Profile.Gate.Tests).Where(file => file.Change != PathChange.Removed).Select(file => file.Path).ToList() switch
    {
        { Count: > 0 } paths => Finding.Closed($"Changed: {Touching.Named(paths)}."),
        _ when !facts.Pull.IsWhole => Finding.Open(GateSentences.NotWhole),
        _ => Finding.Open("No test is added or changed: add the one that would have seen this bug. Where tests are is `gate.tests` of the configuration."),
    };
}
