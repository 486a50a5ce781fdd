using System.Text.Json;
using System.Text.Json.Serialization;
using Hotfix.Cli.Extension.Lint;
using Hotfix.Extension.Metadata;

namespace Hotfix.Cli.Extension.Metadata;

/// <summary><c>hotfix-metadata.json</c>: what a package is, where it comes from, and what was seen of it. The same inputs give the same bytes.</summary>
/// <param name="Schema">Raised when a field changes its meaning.</param>
/// <param name="Commit">The full id.</param>
/// <param name="BuiltAt">The commit's time in UTC, not the clock's.</param>
/// <param name="BuildType"><c>release</c> on a tag, <c>hotfix</c> on a branch <c>hotfix/…</c>, else <c>development</c>; or what was said.</param>
/// <param name="Tests">Null where no report was given.</param>
internal sealed record PackageMetadata(
    int Schema, string Name, string Version, string? VersionName, string Commit, DateTimeOffset BuiltAt, string BuildType, ChangesLine Changes, TestResults? Tests, LintLine Findings, IReadOnlyList<ArtifactLine> Artifacts);

/// <param name="Since">The tag they are counted from.</param>
/// <param name="Truncated">Whether there are more than are listed.</param>
internal sealed record ChangesLine(string? Since, bool Truncated, IReadOnlyList<ChangeLine> Commits);

internal sealed record ChangeLine(string Commit, string Subject);

internal sealed record ArtifactLine(string File, long Bytes, string Sha256);

[JsonSerializable(typeof(PackageMetadata))]
[JsonSerializable(typeof(CycloneDx))]
internal sealed partial class MetadataJson : JsonSerializerContext
{
    /// <summary>As it is written to a file.</summary>
    public static MetadataJson Readable { get; } = new(Written(indented: true));

    /// <summary>As it is printed.</summary>
    public static MetadataJson Line { get; } = new(Written(indented: false));

    private static JsonSerializerOptions Written(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
