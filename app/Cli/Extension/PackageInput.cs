using Hotfix.Extension;
using Hotfix.Extension.Crx;
using Hotfix.Extension.Zip;

namespace Hotfix.Cli.Extension;

/// <summary>An extension somebody named: a folder, a zip or a CRX. Whether a CRX is genuine is not asked here; <c>verify</c> does.</summary>
internal static class PackageInput
{
    public static async Task<ExtensionPackage> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return new(await FolderFiles.ReadAsync(path, PackageLimits.Default, cancellationToken));
        }

        if (!File.Exists(path))
        {
            throw new ExtensionException($"There is no folder or file '{path}'.");
        }

        ReadOnlyMemory<byte> bytes = await InputFile.ReadAsync(path, cancellationToken);

        return new(ZipReader.Read(CrxFile.IsOne(bytes.Span) ? CrxFile.Zip(bytes) : bytes, $"'{path}'", PackageLimits.Default));
    }
}
