using Hotfix.Domain;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;

namespace Hotfix.Builds;

/// <summary>A run of the hotfix workflow is followed on the card. What comes of it in the end is told by its report; this is GitHub's word on whether it runs at all, and on whether it failed in the end.</summary>
internal static class RunDecision
{
    /// <summary>Whether it is followed: then the gate may say something else.</summary>
    public static bool Counts(Plan plan, Domain.Hotfix? current) => plan.Next?.Fix?.Run != current?.Fix?.Run;

    public static Plan Decide(WorkflowRunChanged happened, Domain.Hotfix? current, BuildFacts facts)
    {
        if (current is not { Fix: { } fix, State: not HotfixState.Deleted } || happened.Path != PipelineRules.WorkflowOf(facts.Issue.Process.Profile.Pipeline))
        {
            return new(current, [], "a run of another workflow");
        }

        var isOurs = fix.Is(happened.Run.Commit) || (happened.Branch == fix.Tag && fix.Pull?.State == PullState.Merged && happened.Run.Commit == facts.Tagged);

        return !isOurs || !happened.Run.Follows(fix.Run)
            ? new(current, [], "a run that is over")
            : new Timekeeping(facts.Issue).Finish(new(current with { Fix = fix with { Run = happened.Run } }, [], $"run {happened.Run.Standing}", NextStep.Card), current, current.UpdatedAt);
    }
}
