using Hotfix.Domain;

namespace Hotfix.Gate.Kinds;

/// <summary>Somebody looked at the newest commit for what is known to be dangerous. Source: seeds/000, "Hotfix-Specific CI/CD Pipeline", security-scan.</summary>
internal sealed class SecurityScanEvidence() : Evidence(new(
    "security-scan", "security-scan", "The hotfix workflow reported on exactly the newest commit: at least one check of the kind `audit` succeeded, and none of the kinds `audit` and `lint` failed. A run that GitHub says failed or was cancelled after it had reported success does not count."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        if (BuildReports.Of(facts) is not { } build)
        {
            return BuildReports.None(facts);
        }

        var scans = build.Checks.Where(check => check.Kind is BuildCheckKind.Audit or BuildCheckKind.Lint).ToList();
        var (red, green) = (scans.Where(check => check.Conclusion == BuildConclusion.Failure).ToList(), scans.Where(check => check.Conclusion == BuildConclusion.Success).ToList());

        return (red.Count, green.Any(check => check.Kind == BuildCheckKind.Audit)) switch
        {
            ( > 0, _) => new(ItemStanding.Failing, $"{BuildReports.Link(build)} found something: {BuildReports.Named(red)}. Mend it, or override the item with the reason why it is no danger."),
            _ when BuildReports.Contradiction(facts, build) is { } contradiction => contradiction,
            (_, false) => Finding.Open($"{BuildReports.Link(build)} tells of no audit that was carried out: it takes a check of the kind `audit`, and one that is skipped is none."),
            _ => Finding.Closed($"{BuildReports.Link(build)} found nothing: {BuildReports.Named(green)}."),
        };
    }
}
