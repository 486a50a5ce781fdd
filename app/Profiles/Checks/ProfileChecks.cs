using Hotfix.Domain;
using Hotfix.Profiles.Nodes;

namespace Hotfix.Profiles.Checks;

/// <summary>Every check of a whole profile, in one list.</summary>
internal static class ProfileChecks
{
    /// <param name="source">The file that is blamed where it has a part in it.</param>
    /// <param name="known">What is wrong already. Parts of the file in which something is are not looked at: what was dropped there would be missed here.</param>
    public static IReadOnlyList<ConfigError> Find(Profile profile, Origins origins, string source, IReadOnlyList<ConfigError> known)
    {
        var doubtful = origins.Root.Entries.Where(entry => known.Any(error => IsIn(entry, error))).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);

        return
        [
            .. Faults(profile, origins)
                .Where(fault => !fault.Paths.Any(path => doubtful.Contains(Origins.Steps(path).First())))
                .Select(fault => ConfigError.At(origins.In(source, fault.Paths), fault.Message)),
        ];

        bool IsIn(Entry entry, ConfigError error) => entry.Place.Source == error.Source && entry.Place.Line <= error.Line
            && !origins.Root.Entries.Any(other => other.Place.Source == error.Source && other.Place.Line <= error.Line && other.Place.Line > entry.Place.Line);
    }

    private static IEnumerable<Fault> Faults(Profile profile, Origins origins) =>
    [
        .. EntriesCheck.Find(profile),
        .. DeadlineCheck.Find(profile),
        .. BandCheck.Find(profile),
        .. LabelCheck.Find(origins.Root),
        .. TwinCheck.Find(origins.Root),
        .. RuleCheck.Find(profile),
        .. ScoreCheck.Find(profile),
        .. CalendarCheck.Find(profile),
        .. PeopleCheck.Find(profile),
        .. RotationCheck.Find(profile),
        .. EffortCheck.Find(profile),
        .. WordCheck.Find(profile),
        .. CountCheck.Find(profile),
        .. NameCheck.Find(profile),
        .. VersionFileCheck.Find(profile),
    ];
}
