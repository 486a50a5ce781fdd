using Hotfix.Domain;
using Hotfix.Profiles.Shapes;

namespace Hotfix.Profiles.Checks;

/// <summary>People exist once, by a login that GitHub may have given, and know and own what there is. Logins are compared without regard to case, as GitHub does.</summary>
internal static class PeopleCheck
{
    public static IEnumerable<Fault> Find(Profile profile) => [.. Logins(profile.Team), .. Expertise(profile), .. FeatureOwners(profile)];

    private static IEnumerable<Fault> Logins(TeamRules team)
    {
        foreach (var login in team.People.Keys.Where(login => Formats.Login.Fault(login) is not null))
        {
            yield return new($"`{Wording.Short(login)}` is no GitHub login: letters, digits and hyphens, without @.", $"team.people[{login}]");
        }

        foreach (var same in team.People.Keys.GroupBy(login => login, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            yield return new($"`{Wording.Short(same.Last())}` and `{Wording.Short(same.First())}` are one person at GitHub.", $"team.people[{same.Last()}]", $"team.people[{same.First()}]");
        }
    }

    private static IEnumerable<Fault> Expertise(Profile profile) =>
        from person in profile.Team.People
        from known in person.Value.Expertise.Select((area, at) => (Area: area, Path: $"team.people[{person.Key}].expertise[#{at}]"))
        where !profile.Areas.ContainsKey(known.Area)
        select new Fault($"`{Wording.Short(known.Area)}` is no area{Wording.Meant(known.Area, profile.Areas.Keys)} The areas: {Wording.List(profile.Areas.Keys)}.", known.Path);

    private static IEnumerable<Fault> FeatureOwners(Profile profile)
    {
        var (features, people) = (profile.CoreFeatures.Features.Keys, profile.Team.People.Keys);

        foreach (var (feature, owner) in profile.Team.FeatureOwners)
        {
            var path = $"team.feature_owners[{feature}]";

            if (!features.Contains(feature))
            {
                yield return new($"`{Wording.Short(feature)}` is no core feature{Wording.Meant(feature, features)} The features: {Wording.List(features)}.", path);
            }

            if (!people.Contains(owner, StringComparer.OrdinalIgnoreCase))
            {
                yield return new($"`{Wording.Short(owner)}` is not one of `people`{Wording.Meant(owner, people)}", path);
            }
        }
    }
}
