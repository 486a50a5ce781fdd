namespace Hotfix.Domain.Storefront;

/// <param name="Stars">From 1 to 5; null where the store does not say.</param>
/// <param name="Text">As somebody wrote it: anybody on the internet.</param>
internal sealed record StoreReview(string Author, int? Stars, string Text, DateTimeOffset? At);

/// <param name="Average">From 1 to 5.</param>
/// <param name="Stars">How many gave one star, two, three, four, five.</param>
internal sealed record StoreRating(double Average, long Count, long WithText, Values<long> Stars);

/// <summary>What is asked of the store's counts. The store counts by days.</summary>
/// <param name="Dimension">Null for none; the API takes one.</param>
internal sealed record MetricQuery(DateOnly First, DateOnly Last, Values<string> Metrics, string? Dimension);

/// <param name="Dimension">The value that the row is about, like a version; null where none was asked for.</param>
/// <param name="Counts">By the name of the metric.</param>
internal sealed record MetricLine(DateOnly? Day, string? Dimension, Values<KeyValuePair<string, long>> Counts);
