using System.Text.Json.Serialization;
using Hotfix.Extension.Metadata;

namespace Hotfix.Cli.Extension.Metadata;

/// <summary>A bill of materials, CycloneDX 1.6 (ECMA-424). Without a serial number or time of its own, so that the same lock file gives the same bytes.</summary>
internal sealed record CycloneDx(string BomFormat, string SpecVersion, int Version, CycloneMetadata Metadata, CycloneComponent[] Components)
{
    public static CycloneDx Of(string name, string version, DateTimeOffset at, IEnumerable<Dependency> dependencies) => new(
        "CycloneDX", "1.6", 1, new(at, new("application", $"{name}@{version}", name, version, null, null, null, null)), [.. dependencies.Select(Component)]);

    private static CycloneComponent Component(Dependency dependency)
    {
        // purl-spec: the scope's @ is written as %40
        var address = $"pkg:npm/{dependency.Name.Replace("@", "%40", StringComparison.Ordinal)}@{dependency.Version}";

        return new(
            "library", address, dependency.Name, dependency.Version, address, dependency.Development ? "excluded" : "required",
            dependency.Sha512 is null ? null : [new("SHA-512", dependency.Sha512)], dependency.License is null ? null : [new(new(dependency.License))]);
    }
}

internal sealed record CycloneMetadata(DateTimeOffset Timestamp, CycloneComponent Component);

/// <param name="Reference">Unique in the file.</param>
/// <param name="Scope"><c>excluded</c> for what is needed to build and not shipped.</param>
internal sealed record CycloneComponent(
    string Type, [property: JsonPropertyName("bom-ref")] string Reference, string Name, string Version, string? Purl, string? Scope, CycloneHash[]? Hashes, CycloneLicense[]? Licenses);

internal sealed record CycloneHash(string Alg, string Content);

internal sealed record CycloneLicense(CycloneLicenseName License);

internal sealed record CycloneLicenseName(string Name);
