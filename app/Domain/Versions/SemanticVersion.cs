using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Domain.Versions;

/// <summary>A semantic version (semver.org 2.0.0), ordered by its section 11. Versions that differ only in build metadata are equal in order and still two versions.</summary>
/// <param name="Text">As it was written, without a <c>v</c> before it.</param>
/// <param name="PreRelease">What follows the hyphen, like <c>beta.1</c>; null for a release.</param>
/// <param name="Build">What follows the plus sign; null for none.</param>
internal sealed partial record SemanticVersion(string Text, long Major, long Minor, long Patch, string? PreRelease, string? Build = null) : IComparable<SemanticVersion>
{
    private const int MaxCharacters = 128;

    /// <summary>So that one more always fits.</summary>
    private const int MaxDigits = 18;

    /// <summary>What stands before the pre-release.</summary>
    public string Core => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    /// <summary>The version without its build metadata: what has a place in the order.</summary>
    public string Ordered => PreRelease is null ? Core : $"{Core}-{PreRelease}";

    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Why the text is none, as the end of a sentence; null when it is one.</summary>
    /// <param name="text">Perhaps with a <c>v</c> before it, as tags have.</param>
    public static string? Objection(string text) => Match(text) switch
    {
        { Success: false } => "is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1",
        var match when Numbers(match).Any(number => number.Length > MaxDigits) => $"has a number of more than {MaxDigits} digits",
        _ => null,
    };

    /// <param name="text">Perhaps with a <c>v</c> before it, as tags have.</param>
    /// <returns>Null for what is none; <see cref="Objection"/> says why.</returns>
    public static SemanticVersion? TryParse(string text)
    {
        if (Objection(text) is not null)
        {
            return null;
        }

        var match = Match(text);
        var numbers = Numbers(match).Select(number => long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();

        return new(match.Value, numbers[0], numbers[1], numbers[2], Part(match, "pre"), Part(match, "build"));
    }

    public int CompareTo(SemanticVersion? other) => other is null
        ? 1
        : (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch)) is var order and not 0 ? order : PreReleaseOrder.Compare(PreRelease, other.PreRelease);

    private static Match Match(string text)
    {
        var bare = text.StartsWith('v') ? text[1..] : text;

        return bare.Length > MaxCharacters ? System.Text.RegularExpressions.Match.Empty : Pattern().Match(bare);
    }

    private static string[] Numbers(Match match) => [match.Groups["major"].Value, match.Groups["minor"].Value, match.Groups["patch"].Value];

    private static string? Part(Match match, string name) => match.Groups[name] is { Success: true, Value: var part } ? part : null;

    [GeneratedRegex(@"\A(?<major>0|[1-9][0-9]*)\.(?<minor>0|[1-9][0-9]*)\.(?<patch>0|[1-9][0-9]*)(-(?<pre>(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*))?(\+(?<build>[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
