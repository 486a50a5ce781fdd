using Hotfix.Domain;

namespace Hotfix.Profiles.Checks;

/// <summary>What triage asks for by every word of an enum must be there for every one.</summary>
internal static class EntriesCheck
{
    public static IEnumerable<Fault> Find(Profile profile) =>
    [
        .. Missing("severities", profile.Severities),
        .. Missing("impacts", profile.Impacts),
        .. Missing("frequencies", profile.Frequencies),
        .. Missing("decisions", profile.Decisions),
        .. Missing("kinds", profile.Kinds),
    ];

    private static IEnumerable<Fault> Missing<TKey, TValue>(string path, IReadOnlyDictionary<TKey, TValue> entries)
        where TKey : struct, Enum => Enum.GetValues<TKey>().Except(entries.Keys).Select(key => new Fault($"`{path}` says nothing of {key}, and every one of its kind needs an entry.", path));
}
