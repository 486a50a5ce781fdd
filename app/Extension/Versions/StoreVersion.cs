using System.Globalization;

namespace Hotfix.Extension.Versions;

/// <summary>
/// The version an extension gets in the store for a semantic one: legal, and above everything known to be taken. A release keeps its three numbers; the fourth orders what shares them:
/// pre-releases by their kind (others from 1, alpha from 1000, beta from 2000, rc from 3000, by their own number), a release after its own pre-releases from 9000, and a second package of the same release one above the last.
/// Where even that is not above what is taken, it is the next free one, and <c>version_name</c> carries the semantic version all the same.
/// </summary>
/// <param name="VersionName">The manifest's <c>version_name</c>: what people see.</param>
/// <param name="Why">One sentence, or two when something is not known.</param>
internal sealed record StoreVersion(ChromeVersion Version, string VersionName, string Why)
{
    private const ushort AfterPreReleases = 9000;
    private const int Band = 1000;

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

        if (semantic.PreRelease is null && highest is { Build: >= Band and < AfterPreReleases } && highest == own with { Build = highest.Value.Build })
        {
            var after = own with { Build = AfterPreReleases };

            return new(after, semantic.Text, $"{own} is below its own pre-release {highest}, which is taken, so the release is {after}.");
        }

        return highest.Value.Next() is { } next
            ? new(next, semantic.Text, $"{own} is not above {highest}, which is taken, so it is the next one, {next}.")
            : throw new ExtensionException($"There is no version above {highest}, which is taken: the store can take no further package of this extension.");
    }

    private static string Above(ChromeVersion? highest) => highest is null ? "." : $", and above {highest}, the highest that is taken.";

    private static ChromeVersion Own(SemanticVersion semantic) => new(semantic.Major, semantic.Minor, semantic.Patch, semantic.PreRelease is { } pre ? PreReleaseNumber(pre.Split('.')) : (ushort)0);

    private static ushort PreReleaseNumber(string[] identifiers)
    {
        var kind = identifiers[0].ToUpperInvariant().TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-');
        var band = kind switch { "ALPHA" or "A" => 1, "BETA" or "B" => 2, "RC" => 3, _ => 0 };
        var digits = identifiers.Length > 1 ? identifiers[^1] : identifiers[0][kind.Length..].TrimStart('-');
        var number = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? Math.Min(parsed, Band - 1) : 0;

        // Without a kind, a first pre-release would be 0, the release's own.
        return (ushort)((band * Band) + (band == 0 ? Math.Max(number, 1) : number));
    }
}
