using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.Cli.Release;

/// <param name="Tag">Null where there is no earlier release.</param>
/// <param name="File">Where its package was written.</param>
internal sealed record LastLine(string? Tag, string? File, string? Sha256, string? Url);

/// <param name="State"><c>draft</c>, <c>prerelease</c> or <c>release</c>; <c>none</c> where a dry run would make it.</param>
/// <param name="Created">By this run.</param>
/// <param name="Published">By this run.</param>
/// <param name="Files">All that it holds now: a file that was kept may be another than the one of its name that was given.</param>
/// <param name="Others">Tags of releases of the same version that hold another package under the name of this one.</param>
internal sealed record ReleaseLine(
    string Tag, string Commit, string State, string? Url, bool Created, bool Published, IReadOnlyList<string> Uploaded, IReadOnlyList<string> Kept, IReadOnlyList<ReleaseFileLine> Files, bool DryRun,
    IReadOnlyList<string> Others);

/// <param name="Sha256">Null where GitHub has not said.</param>
/// <param name="Url">Null in a draft, of which people get nothing.</param>
internal sealed record ReleaseFileLine(string Name, long Bytes, string? Sha256, string? Url);

/// <summary>What <c>hotfix release … --json</c> prints: one object, one line.</summary>
[JsonSerializable(typeof(LastLine))]
[JsonSerializable(typeof(ReleaseLine))]
internal sealed partial class ReleaseLines : JsonSerializerContext
{
    public static ReleaseLines Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
