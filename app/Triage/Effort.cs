using Hotfix.Domain;
using Hotfix.Triage.Clocks;

namespace Hotfix.Triage;

/// <summary>What it takes to mend something: the median and range of past hotfixes of that impact once there are enough of them, until then the profile's estimate. Source: seeds/000, "estimated_effort".</summary>
internal static class Effort
{
    /// <param name="past">The working time that each closed hotfix of this impact took (<see cref="Deadlines.Taken"/>).</param>
    /// <returns>Null when too few are past and the profile has no estimate.</returns>
    public static EffortEstimate? Of(Impact impact, Values<TimeSpan> past, Profile profile)
    {
        if (past.Count > 0 && past.Count >= profile.Effort.LearnedFrom)
        {
            TimeSpan[] sorted = [.. past.Order()];

            return new((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1], sorted.Length);
        }

        var time = new BusinessTime(ClockKind.Business, profile.Clocks);

        return profile.Effort.Estimates.TryGetValue(impact, out var rule)
            ? new(time.Of(rule.Usual).ToTimeSpan(), time.Of(rule.Least).ToTimeSpan(), time.Of(rule.Most).ToTimeSpan(), 0)
            : null;
    }
}
