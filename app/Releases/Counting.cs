using System.Globalization;
using Hotfix.Domain.Versions;

namespace Hotfix.Releases;

/// <summary>
/// The version after another. A hotfix of a pre-release stays one and counts up its last number (1.1.0-beta, 1.1.0-beta.1, 1.1.0-beta.2); a hotfix of a release counts up the patch, whatever the profile counts up: a pre-release
/// of the same version would be below it. Source: semver.org 2.0.0, section 11; seeds/001, "Version bump"; seeds/003, "Release".
/// </summary>
internal static class Counting
{
    /// <summary>Strictly above; null when the numbers have no room for it.</summary>
    public static SemanticVersion? Next(SemanticVersion version) => SemanticVersion.TryParse(version.PreRelease is { } pre
        ? $"{version.Core}-{After(pre)}"
        : string.Create(CultureInfo.InvariantCulture, $"{version.Major}.{version.Minor}.{version.Patch + 1}"));

    private static string After(string preRelease)
    {
        var last = preRelease[(preRelease.LastIndexOf('.') + 1)..];

        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < long.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"{preRelease[..^last.Length]}{number + 1}")
            : $"{preRelease}.1";
    }
}
