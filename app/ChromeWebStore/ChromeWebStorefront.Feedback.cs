using System.Globalization;
using Hotfix.ChromeWebStore.Wire;
using Hotfix.Domain.Storefront;
using Hotfix.Ports;

namespace Hotfix.ChromeWebStore;

/// <summary>What users say and how many they are.</summary>
internal sealed partial class ChromeWebStorefront
{
    private const int MaxReviewPage = 200;
    private const int MaxMetricPage = 1000;

    /// <summary>More pages than anybody asks for: tokens from page to page this long are a circle.</summary>
    private const int MaxPages = 100;

    public async Task<IReadOnlyList<StoreReview>> ReviewsAsync(int limit, int? stars, CancellationToken cancellationToken)
    {
        var reviews = new List<StoreReview>();
        var query = $":fetchReviews?pageSize={Math.Min(limit, MaxReviewPage)}&orderBy={Uri.EscapeDataString("createTime desc")}{(stars is { } one ? $"&filter={Uri.EscapeDataString($"rating = {one}")}" : "")}";
        string? page = null;

        for (var turned = 0; reviews.Count < limit; turned++)
        {
            var answer = await calls.SendAsync(Get(query + Page(page, turned), "tell the reviews"), StoreWireJson.Default.ReviewsWire, cancellationToken);
            reviews.AddRange((answer.Reviews ?? []).OfType<ReviewWire>().Select(Review));

            if (string.IsNullOrEmpty(page = answer.NextPageToken))
            {
                break;
            }
        }

        return [.. reviews.Take(limit)];
    }

    public async Task<StoreRating> RatingAsync(CancellationToken cancellationToken)
    {
        var wire = await calls.SendAsync(Get("/ratingSummary", "tell the rating"), StoreWireJson.Default.RatingWire, cancellationToken);

        return new(wire.Rating, wire.RatingCount, wire.NonEmptyReviewCount, [wire.OneStarRatingCount, wire.TwoStarRatingCount, wire.ThreeStarRatingCount, wire.FourStarRatingCount, wire.FiveStarRatingCount]);
    }

    public async Task<IReadOnlyList<MetricLine>> MetricsAsync(MetricQuery query, CancellationToken cancellationToken)
    {
        var lines = new List<MetricLine>();
        var address = $":queryMetrics?{Date("first", query.First)}&{Date("last", query.Last)}"
            + string.Concat(query.Metrics.Select(metric => $"&metrics={Uri.EscapeDataString(metric)}"))
            + (query.Dimension is { } dimension ? $"&dimensions={Uri.EscapeDataString(dimension)}" : "")
            + string.Create(CultureInfo.InvariantCulture, $"&pageSize={MaxMetricPage}");
        string? page = null;

        for (var turned = 0; turned == 0 || !string.IsNullOrEmpty(page); turned++)
        {
            var answer = await calls.SendAsync(Get(address + Page(page, turned), "tell its counts"), StoreWireJson.Default.MetricsWire, cancellationToken);
            lines.AddRange((answer.MetricRows ?? []).OfType<MetricRowWire>().Select(row => Line(row, query)));
            page = answer.NextPageToken;
        }

        return lines;
    }

    private static StoreReview Review(ReviewWire wire) => new(StoreText.Line(wire.AuthorInfo?.DisplayName, 80), wire.Rating is >= 1 and <= 5 ? wire.Rating : null, StoreText.Line(wire.Comment, 4000), wire.CreateTime);

    /// <summary>A value that is not named stands where its metric was asked for.</summary>
    private static MetricLine Line(MetricRowWire row, MetricQuery query) => new(
        Day(row.Date),
        query.Dimension is null ? null : StoreText.Line(row.DimensionValues is [var value, ..] ? value : "", 80),
        [.. (row.MetricValues ?? []).Index().Where(value => value.Item is not null).Select(value => KeyValuePair.Create(value.Item!.Metric is { Length: > 0 } name ? StoreText.Line(name, 40) : query.Metrics.ElementAtOrDefault(value.Index) ?? "", value.Item.Value))]);

    private static DateOnly? Day(DateWire? wire) =>
        wire is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && wire.Day <= DateTime.DaysInMonth(wire.Year, wire.Month) ? new(wire.Year, wire.Month, wire.Day) : null;

    private static string Date(string name, DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"timeSpec.{name}Date.year={date.Year}&timeSpec.{name}Date.month={date.Month}&timeSpec.{name}Date.day={date.Day}");

    private static string Page(string? token, int turned) => turned >= MaxPages
        ? throw new UnavailableException($"The store's answer has more than {MaxPages} pages.")
        : token is null ? "" : $"&pageToken={Uri.EscapeDataString(token)}";
}
