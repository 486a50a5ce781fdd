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

    public static string Link(Build build) => $"[run {build.Run}]({build.Url})";

    public static string Named(IEnumerable<BuildCheck> checks) => GateSentences.Checks(checks.Select(check => check.Name));
}
