using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate.Kinds;

/// <summary>The hotfix workflow built the newest commit, and said so with a token that GitHub signed. Source: seeds/000, "Hotfix-Specific CI/CD Pipeline", rapid-build and automated-testing.</summary>
internal sealed class BuildGreenEvidence() : Evidence(new(
    "build-green", "build-green", "The hotfix workflow (`pipeline.workflow`) reported that its run on exactly the newest commit succeeded, with at least one check of the kind `build` or `test` that succeeded and none that failed. A run that GitHub says failed or was cancelled after that does not count. A dry run counts: it builds and tests the same."))
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
            _ when BuildReports.Contradiction(facts, build) is { } contradiction => contradiction,
            _ when !build.Checks.Any(check => check is { Kind: BuildCheckKind.Build or BuildCheckKind.Test, Conclusion: BuildConclusion.Success }) =>
                Finding.Open($"{BuildReports.Link(build)} tells of nothing that was built or tested: it takes a check of the kind `build` or `test` that succeeded."),
            _ => Finding.Closed($"{BuildReports.Link(build)} built {Quote.Code(Own.Short(build.Commit))}."),
        };
    }
}
