using System.Text.Json.Serialization;

namespace Hotfix.GitHub.Git;

/// <summary>A branch or a tag. The name is whole: <c>refs/heads/main</c>.</summary>
internal sealed record RefWire(string Ref, ObjectWire Object);

/// <summary>What a ref or an annotated tag leads to: <c>commit</c>, <c>tag</c>, <c>tree</c> or <c>blob</c>.</summary>
internal sealed record ObjectWire(string Type, string Sha);

internal sealed record AnnotatedTagWire(ObjectWire Object);

internal sealed record ListedTagWire(string Name);

internal sealed record CommitWire(string Sha, string Message, ShaWire Tree, ShaWire[] Parents);

/// <summary>Whatever was made, or is named.</summary>
internal sealed record ShaWire(string Sha);

/// <summary>A folder; one with more entries than GitHub lists is cut.</summary>
internal sealed record TreeWire(TreeEntryWire[] Tree, bool Truncated = false);

/// <summary>A file or folder in a folder. Modes are git's: <c>100644</c>, <c>100755</c> (executable), <c>120000</c> (link), <c>040000</c> (folder), <c>160000</c> (submodule).</summary>
internal sealed record TreeEntryWire(string Path, string Mode, string Type, string Sha);

/// <summary>A file's bytes, in base64 with line breaks.</summary>
internal sealed record BlobWire(string Content, string Encoding);

internal sealed record ComparisonWire(ShaWire? MergeBaseCommit);

internal sealed record RepositoryWire(string DefaultBranch);

internal sealed record RefCreation(string Ref, string Sha);

internal sealed record RefChange(string Sha, bool Force);

internal sealed record TreeCreation(string BaseTree, NewEntry[] Tree);

/// <summary>A file with its text, or with a blob that was made before. What is null is not sent: a <c>sha</c> of null would delete the file.</summary>
internal sealed record NewEntry(string Path, string Mode, string Type, string? Content, string? Sha);

/// <summary>Without author and committer: GitHub then signs it as the App's.</summary>
internal sealed record CommitCreation(string Message, string Tree, string[] Parents);

internal sealed record BlobCreation(string Content, string Encoding);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RefWire[]))]
[JsonSerializable(typeof(AnnotatedTagWire))]
[JsonSerializable(typeof(ListedTagWire[]))]
[JsonSerializable(typeof(CommitWire))]
[JsonSerializable(typeof(TreeWire))]
[JsonSerializable(typeof(BlobWire))]
[JsonSerializable(typeof(ComparisonWire))]
[JsonSerializable(typeof(RepositoryWire))]
[JsonSerializable(typeof(RefCreation))]
[JsonSerializable(typeof(RefChange))]
[JsonSerializable(typeof(TreeCreation))]
[JsonSerializable(typeof(CommitCreation))]
[JsonSerializable(typeof(BlobCreation))]
internal sealed partial class GitJson : JsonSerializerContext;
