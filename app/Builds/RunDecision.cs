using Hotfix.Domain;
using Hotfix.Triage;
using Hotfix.Triage.Clocks;

namespace Hotfix.Builds;

/// <summary>A run of the hotfix workflow is followed on the card. What comes of it in the end is told by its report; this is GitHub's word on whether it runs at all.</summary>
internal static class RunDecision
{
    public static Plan Decide(WorkflowRunChanged happened, Domain.Hotfix? current, IssueFacts facts)
    {
        if (current is not { Fix: { } fix, State: not HotfixState.Deleted } || happened.Path != PipelineRules.WorkflowOf(facts.Process.Profile.Pipeline))
        {
            return new(current, [], "a run of another workflow");
        }

        var isOurs = fix.Is(happened.Run.Commit) || (happened.Branch == fix.Tag && fix.Pull?.State == PullState.Merged);

        return !isOurs || !happened.Run.Follows(fix.Run)
            ? new(current, [], "a run that is over")
            : new Timekeeping(facts).Finish(new(current with { Fix = fix with { Run = happened.Run } }, [], $"run {happened.Run.Standing}", NextStep.Card), current, current.UpdatedAt);
    }
}
