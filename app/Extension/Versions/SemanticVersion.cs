using System.Text.RegularExpressions;

namespace Hotfix.Extension.Versions;

/// <summary>As much of a semantic version (semver.org 2.0.0, sections 2 and 9) as its way into the store needs.</summary>
/// <param name="PreRelease">What follows the hyphen, like <c>beta.1</c>; null for a release.</param>
internal sealed partial record SemanticVersion(string Text, ushort Major, ushort Minor, ushort Patch, string? PreRelease)
{
    private const int MaxCharacters = 128;

    /// <param name="text">Perhaps with a <c>v</c> before it, as tags have.</param>
    public static SemanticVersion Parse(string text)
    {
        var bare = text.StartsWith('v') ? text[1..] : text;
        var match = bare.Length > MaxCharacters ? Match.Empty : Pattern().Match(bare);

        if (!match.Success)
        {
            throw new ExtensionException($"'{Shown.Of(text)}' is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1.");
        }

        if (match.Groups["build"].Success)
        {
            throw new ExtensionException($"'{Shown.Of(text)}' carries build metadata ({match.Groups["build"].Value}), which puts versions in no order: the store needs a higher version, like a new patch or pre-release.");
        }

        return new(bare, Part("major"), Part("minor"), Part("patch"), match.Groups["pre"] is { Success: true, Value: var pre } ? pre : null);

        ushort Part(string name) => ushort.TryParse(match.Groups[name].ValueSpan, out var number)
            ? number
            : throw new ExtensionException($"'{Shown.Of(text)}' has a number above 65535, the most that the store takes.");
    }

    [GeneratedRegex(@"\A(?<major>0|[1-9][0-9]*)\.(?<minor>0|[1-9][0-9]*)\.(?<patch>0|[1-9][0-9]*)(-(?<pre>(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*))?(\+(?<build>[0-9A-Za-z.-]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
