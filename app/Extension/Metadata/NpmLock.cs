using Hotfix.Domain;
using Hotfix.Extension.Manifests;

namespace Hotfix.Extension.Metadata;

/// <summary>One package that a build drew in.</summary>
/// <param name="Sha512">Of the archive that the registry gave, in hexadecimal; null where the lock file has none.</param>
/// <param name="Development">Needed to build, and not shipped.</param>
internal sealed record Dependency(string Name, string Version, string? Sha512, string? License, bool Development);

/// <summary>npm's <c>package-lock.json</c> (docs.npmjs.com, versions 2 and 3): every package a build draws in.</summary>
internal static class NpmLock
{
    private const string Modules = "node_modules/";
    private const int MaxBytes = 32 << 20;
    private const string Sha512 = "sha512-";

    /// <exception cref="ExtensionException">It is no such file.</exception>
    public static Values<Dependency> Read(ReadOnlySpan<byte> file, string name) => JsonFileReader.Read(file, MaxBytes) switch
    {
        { Faults: [var fault, ..] } => throw new ExtensionException($"'{name}', line {fault.Line}: the file {fault.Sentence}."),
        { Root: var root } when root?["packages"] is { IsObject: true } packages =>
            [.. packages.Members.Select(Of).OfType<Dependency>().GroupBy(dependency => (dependency.Name, dependency.Version)).Select(One).OrderBy(dependency => dependency.Name, StringComparer.Ordinal).ThenBy(dependency => dependency.Version, StringComparer.Ordinal)],
        _ => throw new ExtensionException($"'{name}' is no package-lock.json of version 2 or 3: `npm install` with npm 7 or later writes one."),
    };

    /// <summary>One package in several places: built with only if none of them ships, and what one place does not say another may.</summary>
    private static Dependency One(IEnumerable<Dependency> same) => same.Aggregate((one, other) => one with
    {
        Sha512 = one.Sha512 ?? other.Sha512,
        License = one.License ?? other.License,
        Development = one.Development && other.Development,
    });

    private static Dependency? Of(JsonMember member)
    {
        var at = member.Name.LastIndexOf(Modules, StringComparison.Ordinal);

        return at >= 0 && member.Value["link"] is null && member.Value.TextOf("version") is { } version
            ? new(member.Value.TextOf("name") ?? member.Name[(at + Modules.Length)..], version, Hash(member.Value.TextOf("integrity")), member.Value.TextOf("license"), member.Value["dev"] is not null)
            : null;
    }

    private static string? Hash(string? integrity)
    {
        var hash = new byte[64];
        var found = integrity?.Split(' ').FirstOrDefault(one => one.StartsWith(Sha512, StringComparison.Ordinal));

        return found is not null && Convert.TryFromBase64String(found[Sha512.Length..], hash, out var written) && written == hash.Length ? Convert.ToHexStringLower(hash) : null;
    }
}
