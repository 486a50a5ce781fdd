using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>A week has working hours, and a vacation ends after it began. Times and dates have their form already: HH:mm and yyyy-MM-dd compare as text.</summary>
internal static class CalendarCheck
{
    public static IEnumerable<Fault> Find(Profile profile)
    {
        var clocks = profile.Clocks;

        if (clocks.Days.Count == 0)
        {
            yield return new("There are no working days, so business clocks would never run.", "clocks.days");
        }

        if (string.CompareOrdinal(clocks.From, clocks.To) >= 0)
        {
            yield return new($"The working day begins at {clocks.From} and ends at {clocks.To}; it must end later on the same day.", "clocks.to", "clocks.from");
        }

        foreach (var (person, rule) in profile.Team.People)
        {
            foreach (var (absence, at) in rule.Away.Select((absence, at) => (absence, at)).Where(away => string.CompareOrdinal(away.absence.From, away.absence.To) > 0))
            {
                yield return new($"The absence ends on {absence.To}, before it begins on {absence.From}.", $"team.people[{person}].away[#{at}].to", $"team.people[{person}].away[#{at}].from");
            }
        }
    }
}
