using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

/// <summary>What lies at a path: <c>file</c>, <c>dir</c>, <c>symlink</c> or <c>submodule</c>. The content of a file is base64 with line breaks.</summary>
internal sealed record ContentWire(string Type, long Size, string Sha, string? Encoding = null, string? Content = null);

/// <summary>A file that a pull request changes; a renamed one has been called otherwise before.</summary>
internal sealed record ChangedFileWire(string Filename, string? PreviousFilename = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ContentWire))]
[JsonSerializable(typeof(ChangedFileWire[]))]
internal sealed partial class FilesJson : JsonSerializerContext;
