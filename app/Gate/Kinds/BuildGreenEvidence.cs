using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate.Kinds;

/// <summary>The hotfix workflow built the newest commit, and said so with a token that GitHub signed. Source: seeds/000, "Hotfix-Specific CI/CD Pipeline", rapid-build and automated-testing.</summary>
internal sealed class BuildGreenEvidence() : Evidence(new(
    "build-green", "build-green", "The hotfix workflow (`pipeline.workflow`) reported that its run on exactly the newest commit succeeded, and none of its checks failed. A dry run counts: it builds and tests the same."))
{
    public override string? Objection(EvidenceCall call) => Arguments.Objection(Rule, call, 0, 0);

    public override Finding Look(EvidenceCall call, GateItem item, GateFacts facts)
    {
        if (BuildReports.Of(facts) is not { } build)
        {
            return BuildReports.None(facts);
        }

        var failed = build.Checks.Where(check => check.Conclusion == BuildConclusion.Failure).ToList();

        return (build.Result, failed.Count) switch
        {
            (BuildResult.Failure, _) or (_, > 0) => new(ItemStanding.Failing, $"{BuildReports.Link(build)} failed{(build.FailedStep is { } step ? $" at {Quote.Code(step)}" : "")}{(failed.Count > 0 ? $"; red: {BuildReports.Named(failed)}" : "")}. Mend it and push, or run it again."),
            (BuildResult.Cancelled, _) => Finding.Open($"{BuildReports.Link(build)} was cancelled: run it again."),
            _ => Finding.Closed($"{BuildReports.Link(build)} built {Quote.Code(Own.Short(build.Commit))}."),
        };
    }
}
