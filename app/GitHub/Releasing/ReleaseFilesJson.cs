using System.Text.Json.Serialization;

namespace Hotfix.GitHub.Releasing;

/// <param name="Immutable">Missing on enterprise servers before 3.20, where no release is.</param>
internal sealed record ReleaseWithFiles(long Id, string TagName, string TargetCommitish, bool Draft, bool Prerelease, string HtmlUrl, string UploadUrl, ReleaseFileWire[] Assets, bool Immutable = false);

/// <param name="State"><c>uploaded</c>; anything else is an upload that has not ended, or failed.</param>
/// <param name="Digest"><c>sha256:</c> and 64 digits; null for what was uploaded before June 2025.</param>
internal sealed record ReleaseFileWire(long Id, string Name, string State, long Size, string? Digest = null, string? BrowserDownloadUrl = null);

internal sealed record NewRelease(string TagName, string TargetCommitish, string Name, string Body, bool Draft, bool Prerelease);

/// <summary>What is null stays as it is.</summary>
internal sealed record ReleaseChange(string? TargetCommitish = null, bool? Draft = null, bool? Prerelease = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReleaseWithFiles[]))]
[JsonSerializable(typeof(ReleaseFileWire))]
[JsonSerializable(typeof(NewRelease))]
[JsonSerializable(typeof(ReleaseChange))]
internal sealed partial class ReleaseFilesJson : JsonSerializerContext;
