using System.Globalization;
using System.Text.Json.Nodes;

namespace Hotfix.Sandbox.Store;

/// <summary>What users say of an item, and how they are counted.</summary>
internal sealed partial class SandboxItem
{
    private static readonly string[] StarNames = ["one", "two", "three", "four", "five"];

    private readonly List<Review> reviews = [];
    private readonly List<Count> counts = [];

    public void AddReview(string author, int stars, string text, DateTimeOffset at) => Locked(() =>
    {
        reviews.Add(new(author, stars, text, at));

        return true;
    });

    /// <param name="dimension">The dimension and its value, like <c>app-version</c> and <c>1.2.3</c>.</param>
    public void AddCount(DateOnly day, string metric, long value, string dimension = "", string of = "") => Locked(() =>
    {
        counts.Add(new(day, metric, value, dimension, of));

        return true;
    });

    public JsonObject Reviews(int size, int skip, int? stars)
    {
        var matching = reviews.Where(review => stars is null || review.Stars == stars).OrderByDescending(review => review.At).ToList();
        var json = new JsonObject
        {
            ["reviews"] = new JsonArray([.. matching.Skip(skip).Take(size).Select((review, place) => (JsonNode)new JsonObject
            {
                ["name"] = $"reviews/{skip + place}",
                ["item"] = $"publishers/{Publisher}/items/{Id}",
                ["authorInfo"] = new JsonObject { ["displayName"] = review.Author },
                ["rating"] = review.Stars,
                ["comment"] = review.Text,
                ["createTime"] = review.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            })]),
        };

        return WithNext(json, skip + size, matching.Count);
    }

    /// <summary>Whole numbers of 64 bits are written as text, and left out where they are 0.</summary>
    public JsonObject Rating()
    {
        var json = new JsonObject { ["name"] = $"publishers/{Publisher}/items/{Id}/ratingSummary" };

        if (reviews.Count > 0)
        {
            json["rating"] = reviews.Average(review => review.Stars);
        }

        foreach (var (name, count) in StarNames
            .Select((name, place) => ($"{name}StarRatingCount", reviews.Count(review => review.Stars == place + 1)))
            .Append(("ratingCount", reviews.Count))
            .Append(("nonEmptyReviewCount", reviews.Count(review => review.Text.Length > 0)))
            .Where(pair => pair.Item2 > 0))
        {
            json[name] = count.ToString(CultureInfo.InvariantCulture);
        }

        return json;
    }

    public JsonObject Metrics(DateOnly first, DateOnly last, IReadOnlyList<string> metrics, string dimension, int size, int skip)
    {
        var rows = counts
            .Where(count => count.Day >= first && count.Day <= last && metrics.Contains(count.Metric) && count.Dimension == dimension)
            .GroupBy(count => (count.Day, count.Of))
            .OrderBy(row => row.Key.Day).ThenBy(row => row.Key.Of, StringComparer.Ordinal)
            .ToList();
        var json = new JsonObject { ["metricRows"] = new JsonArray([.. rows.Skip(skip).Take(size).Select(row => (JsonNode)Row(row.Key.Day, dimension.Length > 0 ? row.Key.Of : null, row))]) };

        return WithNext(json, skip + size, rows.Count);
    }

    private static JsonObject Row(DateOnly day, string? of, IEnumerable<Count> counts)
    {
        var json = new JsonObject
        {
            ["date"] = new JsonObject { ["year"] = day.Year, ["month"] = day.Month, ["day"] = day.Day },
            ["metricValues"] = new JsonArray([.. counts.Select(count => (JsonNode)new JsonObject { ["metric"] = count.Metric, ["value"] = count.Value.ToString(CultureInfo.InvariantCulture) })]),
        };

        if (of is not null)
        {
            json["dimensionValues"] = new JsonArray(of);
        }

        return json;
    }

    private static JsonObject WithNext(JsonObject json, int next, int all)
    {
        if (next < all)
        {
            json["nextPageToken"] = $"page {next}";
        }

        return json;
    }

    private sealed record Review(string Author, int Stars, string Text, DateTimeOffset At);

    private sealed record Count(DateOnly Day, string Metric, long Value, string Dimension, string Of);
}
