using System.Collections.Frozen;
using Hotfix.Extension.Manifests;

namespace Hotfix.Extension;

/// <summary>The files of an extension, and its manifest as far as it can be read.</summary>
internal sealed class ExtensionPackage
{
    private readonly FrozenDictionary<string, PackageFile> files;

    public ExtensionPackage(IEnumerable<PackageFile> files)
    {
        this.files = files.ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
        ManifestFile = Find(Manifests.Manifest.FileName) is { } file ? JsonFileReader.Read(file.Bytes.Span) : null;
        Manifest = ManifestFile?.Root is { IsObject: true } root ? new(root) : null;
    }

    /// <summary>In the order of their paths.</summary>
    public IEnumerable<PackageFile> Files => files.Values.OrderBy(file => file.Path, StringComparer.Ordinal);

    public long Bytes => files.Values.Sum(file => (long)file.Bytes.Length);

    /// <summary>Null where there is no such file.</summary>
    public JsonFile? ManifestFile { get; }

    /// <summary>Null where it cannot be read.</summary>
    public Manifest? Manifest { get; }

    /// <summary>The extension's name, as people see it in its default language; what the manifest says where it names no message that is there.</summary>
    public string Name()
    {
        var name = Manifest?.Root.TextOf("name") ?? "";
        var message = name is ['_', '_', 'M', 'S', 'G', '_', .. var inner, '_', '_'] ? inner : null;
        var messages = message is not null && Find($"_locales/{Manifest?.Root.TextOf("default_locale")}/messages.json") is { } file ? JsonFileReader.Read(file.Bytes.Span).Root : null;

        return messages?.Members.LastOrDefault(member => string.Equals(member.Name, message, StringComparison.OrdinalIgnoreCase))?.Value.TextOf("message") ?? name;
    }

    /// <summary>The manifest that a question cannot be answered without.</summary>
    /// <exception cref="ExtensionException">It cannot be read.</exception>
    public Manifest NeededManifest(string where) => Manifest ?? throw new ExtensionException(
        ManifestFile is null ? $"There is no manifest.json at the root of {where}." : $"manifest.json of {where} is no JSON object: `hotfix extension lint` says where.");

    public PackageFile? Find(string path) => files.GetValueOrDefault(path.TrimStart('/'));
}
