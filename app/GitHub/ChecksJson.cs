using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

internal sealed record CheckCreation(string Name, string HeadSha, string Status, string Conclusion, CheckOutput Output, CheckAction[]? Actions, string? ExternalId);

internal sealed record CheckChange(string Status, string Conclusion, CheckOutput Output, CheckAction[]? Actions);

/// <summary>A button below the run.</summary>
internal sealed record CheckAction(string Label, string Description, string Identifier);

/// <summary>What a check run says. Text that is null is not sent.</summary>
internal sealed record CheckOutput(string Title, string Summary, string? Text, CheckAnnotation[] Annotations);

/// <summary>A remark on one line; columns may be given only where it begins and ends on the same one.</summary>
internal sealed record CheckAnnotation(string Path, int StartLine, int EndLine, int StartColumn, int EndColumn, string AnnotationLevel, string Title, string Message);

/// <summary>A check run as far as we read it.</summary>
internal sealed record CheckRunWire(long Id, string? Name = null, CheckApp? App = null, string? ExternalId = null);

internal sealed record CheckApp(long Id);

internal sealed record CheckRunList(CheckRunWire[] CheckRuns);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CheckCreation))]
[JsonSerializable(typeof(CheckChange))]
[JsonSerializable(typeof(CheckRunWire))]
[JsonSerializable(typeof(CheckRunList))]
internal sealed partial class ChecksJson : JsonSerializerContext;
