using Hotfix.Domain;

namespace Hotfix.Triage.Clocks;

/// <summary>After a decision: the clocks as the events have them by now, and the card where they changed what it says.</summary>
internal sealed class Timekeeping(IssueFacts facts)
{
    public Plan Finish(Plan plan, Domain.Hotfix? current, DateTimeOffset at)
    {
        if (plan.Next is not { Assessment: { Severity: { } severity } assessment } next)
        {
            return plan.Next is { Deadlines.Count: > 0 } unrated ? plan with { Next = unrated with { Deadlines = [], Effort = null } } : plan;
        }

        var events = next.State.IsOpen() ? Timeline.Rated(next.Events, severity, current is null ? next.OpenedAt : RatedAt(next, at), facts.Delivery) : next.Events;
        var deadlines = Deadlines.Of(events, severity, facts.Process.Profile);
        var effort = Effort.Of(assessment.Impact.Value, facts.Past.GetValueOrDefault(assessment.Impact.Value), facts.Process.Profile);
        var changed = current is not null && current.Deadlines != deadlines && next.Card is not null;

        return plan with
        {
            Next = next with { Events = events, Deadlines = deadlines, Effort = plan.Then == NextStep.None ? next.Effort : effort },
            Then = plan.Then == NextStep.None && changed ? NextStep.Card : plan.Then,
        };
    }

    /// <summary>An answer that comes late rates the issue now, not before what it was rated meanwhile.</summary>
    private static DateTimeOffset RatedAt(Domain.Hotfix next, DateTimeOffset at) => at > next.UpdatedAt ? at : next.UpdatedAt;
}
