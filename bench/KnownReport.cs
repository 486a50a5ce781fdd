using System.Text.Json.Serialization;
using Hotfix.Domain;

namespace Hotfix.Bench;

/// <summary>
/// A report with what its own team made of it. <paramref name="Class"/> is the severity; null where there is none, and then <paramref name="Group"/> says what it is instead
/// (<c>question</c>, <c>feature</c>, …).
/// </summary>
internal sealed record KnownReport(int Line, string Title, string Body, string Source, Severity? Class, string Group);

/// <summary>A line of the file; fields that are not named here are passed over.</summary>
internal sealed record KnownRow(string? Title, string? Body, string? Severity, string? Kind, string? Source);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(KnownRow))]
internal sealed partial class BenchJson : JsonSerializerContext;

/// <summary>What was given cannot be measured; the message is one sentence for the person who gave it.</summary>
internal sealed class BenchException(string message, Exception? inner = null) : Exception(message, inner);
