using System.Globalization;

namespace Hotfix.Domain.Versions;

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
    public static StoreAllocation Allocate(SemanticVersion semantic, IReadOnlyCollection<ChromeVersion> taken)
    {
        ChromeVersion? highest = taken.Count == 0 ? null : taken.Max();

        if (Refusal(semantic) is { } refusal)
        {
            return new(null, refusal);
        }

        var own = Own(semantic);
        var unknown = highest is null ? " Nothing was said about what the store has, so it is not known to be above that." : "";

        if (highest is null || own > highest)
        {
            return Given(own, (semantic.PreRelease is null ? $"{own} is the release's own version" : $"A pre-release has a fourth number, by which {own} comes before later ones") + Above(highest) + unknown);
        }

        if (semantic.PreRelease is null && highest is { Build: >= Step and < AfterPreReleases } && highest == own with { Build = highest.Value.Build })
        {
            var after = own with { Build = AfterPreReleases };

            return Given(after, $"{own} is below its own pre-release {highest}, which is taken, so the release is {after}.");
        }

        return highest.Value.Next() is { } next
            ? Given(next, $"{own} is not above {highest}, which is taken, so it is the next one, {next}.")
            : new(null, NoneAbove(highest.Value));

        StoreAllocation Given(ChromeVersion version, string why) => new(new(version, semantic.Text, why), null);
    }

    /// <summary>For a package that has no version of its own to keep: the one after all that are taken.</summary>
    public static (ChromeVersion? Version, string Why, string? Refusal) After(IReadOnlyCollection<ChromeVersion> taken) => taken.Max() is var highest && highest.Next() is { } next
        ? (next, $"{highest} is the highest that is taken, so it is the next one, {next}.", null)
        : (null, "", NoneAbove(taken.Max()));

    /// <summary>Why the version has no place of its own among the store's, as a sentence; null when it has one.</summary>
    public static string? Refusal(SemanticVersion semantic) => (semantic, PlaceOf(semantic.PreRelease)) switch
    {
        ({ Build: { } build }, _) => $"'{semantic.Text}' carries build metadata ({build}), which puts versions in no order: the store needs a higher version, like a new patch or pre-release.",
        ({ Major: > ushort.MaxValue } or { Minor: > ushort.MaxValue } or { Patch: > ushort.MaxValue }, _) => $"'{semantic.Text}' has a number above 65535, the most that the store takes.",
        (_, (_, null)) => $"The pre-release of '{semantic.Text}' has no place in the order of the store's versions: it is alpha, beta or rc, perhaps with one number, like beta.2, or a number alone.",
        (_, (_, >= Step)) => $"The pre-release of '{semantic.Text}' has a number above {Step - 1}: the store's version has room for no more.",
        _ when Own(semantic) == default => "0.0.0 is no version that the store takes: at least one number must not be zero.",
        _ => null,
    };

    private static string NoneAbove(ChromeVersion highest) => $"There is no version above {highest}, which is taken: the store can take no further package of this extension.";

    private static string Above(ChromeVersion? highest) => highest is null ? "." : $", and above {highest}, the highest that is taken.";

    /// <summary>Of what is not refused.</summary>
    private static ChromeVersion Own(SemanticVersion semantic) => new((ushort)semantic.Major, (ushort)semantic.Minor, (ushort)semantic.Patch, PlaceOf(semantic.PreRelease) switch
    {
        _ when semantic.PreRelease is null => 0,

        // Without a kind, a first pre-release would be 0, the release's own.
        (0, var number) => (ushort)Math.Max(number!.Value, 1),
        var (band, number) => (ushort)((band * Step) + number!.Value),
    });

    /// <summary>The band of a pre-release's kind, and its number in there; null for what has no place.</summary>
    private static (int Band, int? Number) PlaceOf(string? preRelease) => preRelease?.Split('.') switch
    {
        null => (0, 0),
        [("alpha" or "beta" or "rc") and var kind] => (Band(kind), 0),
        [("alpha" or "beta" or "rc") and var kind, var digits] => (Band(kind), Number(digits)),
        [var digits] => (0, Number(digits)),
        _ => (0, null),
    };

    private static int Band(string kind) => kind switch { "alpha" => 1, "beta" => 2, _ => 3 };

    /// <summary>Null for what is no number; too large ones are all <see cref="Step"/>.</summary>
    private static int? Number(string digits) => digits.All(char.IsAsciiDigit) ? digits.Length > 3 ? Step : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}

/// <summary>The store's version, or the sentence why there is none.</summary>
internal sealed record StoreAllocation(StoreVersion? Version, string? Refusal);
