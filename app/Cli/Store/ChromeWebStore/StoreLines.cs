using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <param name="Result">submitted, uploaded, published, skipped, raised, rolled-back, cancelled or dry-run.</param>
/// <param name="State">The store's word; null where it shows none.</param>
/// <param name="Percentage">Of the users.</param>
/// <param name="Message">The same for people.</param>
internal sealed record OutcomeLine(string Result, string? State, string? Version, int? Percentage, string Item, string Url, IReadOnlyList<string> Warnings, string Message);

internal sealed record StatusLine(string Item, string Url, RevisionLine? Published, RevisionLine? Submitted, string? LastUpload, bool TakenDown, bool Warned);

internal sealed record RevisionLine(string State, IReadOnlyList<ChannelLine> Channels);

internal sealed record ChannelLine(string Version, int Percentage);

internal sealed record ReviewsLine(string Item, double Rating, long Ratings, long WithText, IReadOnlyList<long> Stars, IReadOnlyList<ReviewLine> Reviews);

internal sealed record ReviewLine(string Author, int? Stars, string Text, DateTimeOffset? At);

internal sealed record MetricsLine(string Item, string From, string To, string? By, IReadOnlyList<MetricRowLine> Rows);

internal sealed record MetricRowLine(string? Day, string? Of, IReadOnlyDictionary<string, long> Counts);

/// <summary>What <c>hotfix store … --json</c> prints: one object, one line.</summary>
[JsonSerializable(typeof(OutcomeLine))]
[JsonSerializable(typeof(StatusLine))]
[JsonSerializable(typeof(ReviewsLine))]
[JsonSerializable(typeof(MetricsLine))]
internal sealed partial class StoreLines : JsonSerializerContext
{
    /// <summary>Readable to people too: what HTML would want escaped is not.</summary>
    public static StoreLines Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
