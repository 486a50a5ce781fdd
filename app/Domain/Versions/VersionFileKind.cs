namespace Hotfix.Domain.Versions;

/// <summary>Files whose place of the version is known by their name.</summary>
internal enum VersionFileKind
{
    /// <summary>Known by nothing: the rule needs a pattern.</summary>
    Other,

    /// <summary>npm's package.json.</summary>
    NpmPackage,

    /// <summary>npm's package-lock.json and npm-shrinkwrap.json.</summary>
    NpmLock,

    /// <summary>The manifest.json of a browser extension.</summary>
    ExtensionManifest,

    CargoPackage,
    CargoLock,

    /// <summary>A project or property file of MSBuild.</summary>
    Project,
}

/// <summary>Which kind a file is, by its path.</summary>
internal static class VersionFileKinds
{
    public static VersionFileKind Of(string path) => path[(path.LastIndexOf('/') + 1)..] switch
    {
        "package.json" => VersionFileKind.NpmPackage,
        "package-lock.json" or "npm-shrinkwrap.json" => VersionFileKind.NpmLock,
        "manifest.json" => VersionFileKind.ExtensionManifest,
        "Cargo.toml" => VersionFileKind.CargoPackage,
        "Cargo.lock" => VersionFileKind.CargoLock,
        var name when name.EndsWith("proj", StringComparison.Ordinal) && name.Contains('.', StringComparison.Ordinal) => VersionFileKind.Project,
        var name when name.EndsWith(".props", StringComparison.Ordinal) => VersionFileKind.Project,
        _ => VersionFileKind.Other,
    };
}
