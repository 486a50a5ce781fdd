using Hotfix.Extension.Manifests;

namespace Hotfix.Extension.Smoke;

/// <summary>A package as a browser loads it from a folder: without what the store put into it, which no folder may hold, and with a key that gives two releases the same id.</summary>
internal static class UnpackedFiles
{
    private const string KeyName = "key";

    /// <summary>The newer one's, else the older one's; null where neither has one, for then the folder gives the id.</summary>
    public static string? Key(ExtensionPackage now, ExtensionPackage? last) => now.Manifest?.Root.TextOf(KeyName) ?? last?.Manifest?.Root.TextOf(KeyName);

    public static IEnumerable<PackageFile> Of(ExtensionPackage package, string? key) => package.Files
        .Where(file => !file.Path.StartsWith(Parachute.StoresOwn, StringComparison.Ordinal))
        .Select(file => file.Path == Manifest.FileName && key is not null ? file with { Bytes = ManifestEdit.Put(file.Bytes.Span, KeyName, key) } : file);
}
