using Hotfix.Domain.Versions;
using Hotfix.Extension.Manifests;

namespace Hotfix.Extension;

/// <summary>
/// The last good code as a higher version, for the day on which the store cannot take a release back: it only goes forward. Nothing is built; of all bytes only <c>version</c> and, where it is there, <c>version_name</c> change.
/// <para>What the store itself put into a CRX (<c>_metadata/</c>: hashes of the files as they were) is left behind.</para>
/// </summary>
/// <param name="From">The version of the last good package.</param>
/// <param name="VersionName">The last good one's, with the new version as its build: <c>1.2.3+1.2.4.1</c>, the same code given out again. Null where there was none.</param>
internal sealed record Parachute(ChromeVersion From, ChromeVersion Version, string? VersionName, string Why, IReadOnlyList<PackageFile> Files)
{
    public const string StoresOwn = "_metadata/";
    private const string VersionKey = "version";
    private const string VersionNameKey = "version_name";

    /// <param name="where">The package, as sentences name it.</param>
    /// <param name="taken">Everything known to be published, submitted, staged or released.</param>
    /// <exception cref="ExtensionException">It has no manifest or version, or there is no version above.</exception>
    public static Parachute Of(ExtensionPackage lastGood, string where, IReadOnlyCollection<ChromeVersion> taken)
    {
        var manifest = lastGood.NeededManifest(where);
        var from = VersionInput.Chrome(manifest.Version ?? throw new ExtensionException($"manifest.json of {where} has no version."));
        var next = StoreVersion.After([from, .. taken]);
        var version = next.Version ?? throw new ExtensionException(next.Refusal!);
        var name = manifest.Root.TextOf(VersionNameKey) is { } text ? $"{text.Split('+')[0]}+{version}" : null;

        return new(from, version, name, next.Why, [.. lastGood.Files.Where(file => !file.Path.StartsWith(StoresOwn, StringComparison.Ordinal)).Select(file => file.Path == Manifest.FileName ? Changed(file, version, name) : file)]);
    }

    private static PackageFile Changed(PackageFile file, ChromeVersion version, string? name)
    {
        var bytes = ManifestEdit.Replace(file.Bytes.Span, VersionKey, $"{version}");

        return file with { Bytes = name is null ? bytes : ManifestEdit.Replace(bytes, VersionNameKey, name) };
    }
}
