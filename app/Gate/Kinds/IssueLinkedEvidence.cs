using Hotfix.Gate.Reading;

namespace Hotfix.Gate.Kinds;

/// <summary>Whoever looks at the pull request finds the issue, and the other way round.</summary>
internal sealed class IssueLinkedEvidence() : Evidence(new("issue-linked", "issue-linked", "The pull request's text names the issue (`#12`) where GitHub makes a link of it: not in code, not in a comment.") { IsInText = true })
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts) => BodyText.Names(facts.Pull.Body, facts.Issue.Number)
        ? Finding.Closed($"It names #{GateSentences.Number(facts.Issue.Number)}.")
        : Finding.Open($"The pull request's text does not name the issue: write #{GateSentences.Number(facts.Issue.Number)} into it.");
}
