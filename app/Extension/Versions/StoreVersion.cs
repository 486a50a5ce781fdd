using System.Globalization;

namespace Hotfix.Extension.Versions;

/// <summary>
/// The version an extension gets in the store for a semantic one: legal, and above everything known to be taken. A release keeps its three numbers; the fourth orders what shares them:
/// pre-releases by their kind (a bare number from 1, alpha from 1000, beta from 2000, rc from 3000, by their own number: the order that semantic versions have, so other kinds are refused), a release after its own pre-releases from 9000, and a second package of the same release one above the last.
/// Where even that is not above what is taken, it is the next free one, and <c>version_name</c> carries the semantic version all the same.
/// </summary>
/// <param name="VersionName">The manifest's <c>version_name</c>: what people see.</param>
/// <param name="Why">One sentence, or two when something is not known.</param>
internal sealed record StoreVersion(ChromeVersion Version, string VersionName, string Why)
{
    private const ushort AfterPreReleases = 9000;
    private const int Step = 1000;

    /// <summary>The same answer for the same question; who may give one out twice is the caller's to rule out.</summary>
    /// <param name="taken">Everything known to be published, submitted, staged or released.</param>
    /// <exception cref="ExtensionException">There is none.</exception>
    public static StoreVersion Allocate(SemanticVersion semantic, IReadOnlyCollection<ChromeVersion> taken)
    {
        ChromeVersion? highest = taken.Count == 0 ? null : taken.Max();
        var own = Own(semantic);
        var unknown = highest is null ? " Nothing was said about what the store has, so it is not known to be above that." : "";

        if (own == default)
        {
            throw new ExtensionException("0.0.0 is no version that the store takes: at least one number must not be zero.");
        }

        if (highest is null || own > highest)
        {
            return new(own, semantic.Text, (semantic.PreRelease is null ? $"{own} is the release's own version" : $"A pre-release has a fourth number, by which {own} comes before later ones") + Above(highest) + unknown);
        }

        if (semantic.PreRelease is null && highest is { Build: >= Step and < AfterPreReleases } && highest == own with { Build = highest.Value.Build })
        {
            var after = own with { Build = AfterPreReleases };

            return new(after, semantic.Text, $"{own} is below its own pre-release {highest}, which is taken, so the release is {after}.");
        }

        return highest.Value.Next() is { } next
            ? new(next, semantic.Text, $"{own} is not above {highest}, which is taken, so it is the next one, {next}.")
            : throw new ExtensionException($"There is no version above {highest}, which is taken: the store can take no further package of this extension.");
    }

    private static string Above(ChromeVersion? highest) => highest is null ? "." : $", and above {highest}, the highest that is taken.";

    private static ChromeVersion Own(SemanticVersion semantic) => new(semantic.Major, semantic.Minor, semantic.Patch, semantic.PreRelease is { } pre ? PreReleaseNumber(semantic.Text, pre.Split('.')) : (ushort)0);

    private static ushort PreReleaseNumber(string text, string[] identifiers)
    {
        var (band, number) = identifiers switch
        {
            [['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..] digits] => (0, Number(digits)),
            ["alpha" or "beta" or "rc"] => (Band(identifiers[0]), 0),
            ["alpha" or "beta" or "rc", var digits] => (Band(identifiers[0]), Number(digits)),
            _ => (0, null),
        };

        return number switch
        {
            null => throw new ExtensionException($"The pre-release of '{Shown.Of(text)}' has no place in the order of the store's versions: it is alpha, beta or rc, perhaps with one number, like beta.2, or a number alone."),
            >= Step => throw new ExtensionException($"The pre-release of '{Shown.Of(text)}' has a number above {Step - 1}: the store's version has room for no more."),

            // Without a kind, a first pre-release would be 0, the release's own.
            _ => (ushort)((band * Step) + (band == 0 ? Math.Max(number.Value, 1) : number.Value)),
        };
    }

    private static int Band(string kind) => kind switch { "alpha" => 1, "beta" => 2, _ => 3 };

    /// <summary>Null for what is no number; too large ones are all <see cref="Step"/>.</summary>
    private static int? Number(string digits) => digits.All(char.IsAsciiDigit) ? digits.Length > 3 ? Step : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
