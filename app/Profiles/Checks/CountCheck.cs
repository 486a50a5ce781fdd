using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>Numbers of which none is meant are left out, not set to 0; and no share is above 100 percent.</summary>
internal static class CountCheck
{
    public static IEnumerable<Fault> Find(Profile profile) =>
    [
        .. AtLeastOne(profile.Team.Capacity, "team.capacity"),
        .. profile.Team.People.SelectMany(person => AtLeastOne(person.Value.Capacity, $"team.people[{person.Key}].capacity")),
        .. AtLeastOne(profile.Effort.LearnedFrom, "effort.learned_from"),
        .. profile.Decisions.SelectMany(decision => AtLeastOne(decision.Value.Batch?.Size, $"decisions.{System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName($"{decision.Key}")}.batch.size")),
        .. AtLeastOne(profile.RollBackFirst?.AreasAtLeast, "roll_back_first.areas_at_least"),
        .. profile.RollBackFirst?.AffectedAbovePercent >= 100 ? [new Fault("No share of users is above 100 percent.", "roll_back_first.affected_above_percent")] : Array.Empty<Fault>(),
    ];

    private static IEnumerable<Fault> AtLeastOne(int? number, string path) =>
        number < 1 ? [new($"`{path.Split('.')[^1]}` is {number}, and it is at least 1.", path)] : [];
}
