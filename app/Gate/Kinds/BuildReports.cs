using Hotfix.Domain;
using Hotfix.Triage;

namespace Hotfix.Gate.Kinds;

/// <summary>What the workflow told of exactly the commit that would be merged. A report of any other says nothing of it.</summary>
internal static class BuildReports
{
    public static Build? Of(GateFacts facts) => facts.Fix.Build is { } build && build.Commit == facts.Pull.Head ? build : null;

    /// <summary>Why there is none, and what would bring it.</summary>
    public static Finding None(GateFacts facts)
    {
        var head = Quote.Code(Own.Short(facts.Pull.Head));

        return (facts.Fix.Run, facts.Fix.Build) switch
        {
            ({ Standing: RunStanding.Queued or RunStanding.Running } run, _) when run.Commit == facts.Pull.Head => new(ItemStanding.Waiting, $"The hotfix workflow has not told yet what came of {head}; [its run]({run.Url}) is under way."),
            ({ Standing: > RunStanding.Running } run, _) when run.Commit == facts.Pull.Head => Finding.Open($"[The run]({run.Url}) of the hotfix workflow on {head} is over and told nothing: its last step is to be `hotfix report`; run it again."),
            (_, { } other) => Finding.Open($"The hotfix workflow told of {Quote.Code(Own.Short(other.Commit))}, and not of {head}: run it on the newest commit."),
            _ => Finding.Open($"The hotfix workflow told nothing of {head}: run {Quote.Code(PipelineRules.WorkflowOf(facts.Profile.Pipeline))} on {Quote.Code(facts.Fix.Branch)}."),
        };
    }

    /// <summary>A run may still fail after it has told that all is well, and GitHub's word on it is above its own; null where the two agree.</summary>
    public static Finding? Contradiction(GateFacts facts, Build build) => (build.Result, facts.Fix.Run) switch
    {
        (BuildResult.Success, { Standing: RunStanding.Failed } run) when IsOf(run, build) => new(ItemStanding.Failing, $"{Link(build)} told that it succeeded, and failed after that. Mend it and push, or run it again."),
        (BuildResult.Success, { Standing: RunStanding.Cancelled } run) when IsOf(run, build) => Finding.Open($"{Link(build)} told that it succeeded, and was cancelled after that: run it again."),
        _ => null,
    };

    private static bool IsOf(WorkflowRun run, Build build) => run.Id == build.Run && run.Attempt >= build.Attempt;

    public static string Link(Build build) => $"[run {build.Run}]({build.Url})";

    public static string Named(IEnumerable<BuildCheck> checks) => GateSentences.Checks(checks.Select(check => check.Name));
}
