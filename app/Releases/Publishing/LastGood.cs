using Hotfix.Domain;
using Hotfix.Domain.Versions;

namespace Hotfix.Releases.Publishing;

/// <summary>Which release users have before this one: the one of the highest version below it that is published and no pre-release. It is what a new package is compared with, and what a parachute is made of.</summary>
internal static class LastGood
{
    private const string Parachute = "parachute-";

    /// <param name="releases">All there are.</param>
    /// <param name="named">Its tag, where somebody said which.</param>
    public static HeldRelease? Of(IEnumerable<HeldRelease> releases, SemanticVersion version, string? named)
    {
        var published = releases.Where(release => !release.IsDraft);

        return named is null
            ? published
                .Where(release => !release.IsPrerelease)
                .Select(release => (Release: release, Version: TagPattern.Of("v{version}").Read(release.Tag)))
                .Where(one => one.Version is { PreRelease: null } && one.Version < version && PackageOf(one.Release, null) is not null)
                .OrderByDescending(one => one.Version)
                .Select(one => one.Release)
                .FirstOrDefault()
            : published.FirstOrDefault(release => release.Tag == named);
    }

    /// <summary>The extension in it: a zip that is no parachute. Of several, the one called as ours is; else the shortest name, for what is beside it (sources, symbols) says so in its name.</summary>
    /// <param name="name">What our packages are called before the version; null where that is not known.</param>
    public static HeldFile? PackageOf(HeldRelease release, string? name) => release.Files
        .Where(file => file.IsWhole && file.Name.EndsWith(".zip", StringComparison.Ordinal) && !file.Name.StartsWith(Parachute, StringComparison.Ordinal))
        .OrderBy(file => name is not null && file.Name.StartsWith($"{name}-", StringComparison.Ordinal) ? 0 : 1)
        .ThenBy(file => file.Name.Length)
        .ThenBy(file => file.Name, StringComparer.Ordinal)
        .FirstOrDefault();
}
