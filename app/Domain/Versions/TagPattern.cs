namespace Hotfix.Domain.Versions;

/// <summary>
/// What tags of releases look like, by the profile's <c>branches.tag</c>: <c>v{version}</c>, <c>hotfix-v{version}</c>. A team whose hotfixes have a pattern of their own tags its usual releases <c>v1.2.3</c> or <c>1.2.3</c>: these are
/// understood as well. Other tags (<c>nightly</c>, <c>docs-v2</c>) speak of no version.
/// </summary>
internal sealed record TagPattern(string Prefix, string Suffix)
{
    private const string Version = "{version}";

    /// <summary>A pattern without <c>{version}</c> in it stands for the words before the version.</summary>
    public static TagPattern Of(string pattern)
    {
        var at = pattern.IndexOf(Version, StringComparison.Ordinal);

        return at < 0 ? new(pattern, "") : new(pattern[..at], pattern[(at + Version.Length)..]);
    }

    /// <summary>The tag of a version.</summary>
    public string TagOf(string version) => $"{Prefix}{version}{Suffix}";

    /// <summary>The version a tag speaks of, as it is written there; null for a tag of something else.</summary>
    public SemanticVersion? Read(string tag) => (Bare(tag) is { } bare ? SemanticVersion.TryParse(bare) : null) ?? SemanticVersion.TryParse(tag);

    /// <summary>What stands between the pattern's two ends.</summary>
    public string? Bare(string tag) => tag.Length > Prefix.Length + Suffix.Length && tag.StartsWith(Prefix, StringComparison.Ordinal) && tag.EndsWith(Suffix, StringComparison.Ordinal)
        ? tag[Prefix.Length..^Suffix.Length]
        : null;
}
