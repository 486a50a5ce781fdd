using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>Turns are taken by people of the team, each of them once around, for a day at least.</summary>
internal static class RotationCheck
{
    private const string Logins = "team.rotation.logins";

    public static IEnumerable<Fault> Find(Profile profile) => profile.Team.Rotation is { } rotation ? Of(rotation, [.. profile.Team.People.Keys]) : [];

    private static IEnumerable<Fault> Of(RotationRule rotation, IReadOnlyList<string> people)
    {
        if (rotation.Logins.Count == 0)
        {
            yield return new("Nobody takes turns here; name at least one login, or leave `rotation` out.", Logins, "team.rotation");
        }

        if (rotation.Days < 1)
        {
            yield return new("A turn lasts at least 1 day.", "team.rotation.days");
        }

        foreach (var (login, at) in rotation.Logins.Select((login, at) => (login, at)))
        {
            if (!people.Contains(login, StringComparer.OrdinalIgnoreCase))
            {
                yield return new($"`{Wording.Short(login)}` is not one of `people`{Wording.Meant(login, people)}", $"{Logins}[#{at}]");
            }

            if (rotation.Logins.Take(at).Contains(login, StringComparer.OrdinalIgnoreCase))
            {
                yield return new($"`{Wording.Short(login)}` takes turns twice.", $"{Logins}[#{at}]");
            }
        }
    }
}
