using System.Text.Json.Serialization;
using Hotfix.GitHub;

namespace Hotfix.Cli.Triage.Fetching;

/// <summary>An issue as it is kept: a line of JSON.</summary>
internal sealed record CachedIssue(int Number, string Title, string? Body, DateTimeOffset Created, DateTimeOffset Updated, string State, string[] Labels, string? Author)
{
    public static CachedIssue Of(ListedIssue issue) =>
        new(issue.Number, issue.Title, issue.Body, issue.CreatedAt, issue.UpdatedAt, issue.State, [.. issue.LabelNames], issue.User?.Login);

    public ReportRow ToRow() => new($"{Number}", Title, Body, $"{Created:O}", Labels, Author);
}

/// <summary>How far fetching came: a line after the issues it speaks of. What stands after the last one of these was not written to its end, and does not count.</summary>
/// <param name="AsOf">What GitHub changed from then on has not been looked at.</param>
/// <param name="Reached">The pages were read down to an issue created then.</param>
/// <param name="Next">The page that comes next; null when all were read.</param>
internal sealed record CacheMark(DateTimeOffset AsOf, DateTimeOffset Reached, Uri? Next);

/// <summary>A line of either kind, as far as the index needs it.</summary>
internal sealed record CacheLine(int? Number, DateTimeOffset Created, DateTimeOffset Updated, string? State, DateTimeOffset? AsOf, DateTimeOffset Reached, Uri? Next);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CachedIssue))]
[JsonSerializable(typeof(CacheMark))]
[JsonSerializable(typeof(CacheLine))]
internal sealed partial class CacheJson : JsonSerializerContext;
