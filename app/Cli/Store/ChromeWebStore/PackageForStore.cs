using Hotfix.Cli.Extension;
using Hotfix.Domain.Storefront;
using Hotfix.Domain.Versions;
using Hotfix.Extension;
using Hotfix.Extension.Crx;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary>The package that is to go to the store, looked at before anything is sent.</summary>
internal sealed record PackageForStore(StorePackage Package, ChromeVersion Version)
{
    /// <param name="meant">The version it is expected to have; null for whichever.</param>
    /// <exception cref="ExtensionException">It is no package that the store takes.</exception>
    public static async Task<PackageForStore> ReadAsync(string path, ChromeVersion? meant, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> bytes = await InputFile.ReadAsync(path, cancellationToken);

        if (CrxFile.IsOne(bytes.Span) && CrxFile.Verify(bytes) is CrxVerdict.Refused refused)
        {
            throw new ExtensionException($"'{path}' is no CRX that the store takes. {refused.Sentence}");
        }

        var text = (await PackageInput.ReadAsync(path, cancellationToken)).NeededManifest($"'{path}'").Version ?? "";
        var version = ChromeVersion.TryParse(text)
            ?? throw new ExtensionException($"The version '{Shown.Of(text)}' in manifest.json of '{path}' {ChromeVersion.Objection(text)}: the store takes one to four numbers up to 65535, like 1.2.3.");

        return meant is { } other && other != version
            ? throw new ExtensionException($"--version is {other}, and manifest.json of '{path}' says {version}: it is not the package that is meant.")
            : new(new(bytes), version);
    }
}
