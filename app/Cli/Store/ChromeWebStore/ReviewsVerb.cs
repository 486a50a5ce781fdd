using System.CommandLine;
using System.Globalization;
using Hotfix.Domain.Storefront;

namespace Hotfix.Cli.Store.ChromeWebStore;

/// <summary><c>hotfix store reviews</c>: the rating, and what users wrote last.</summary>
internal static class ReviewsVerb
{
    private const int MaxLimit = 1000;

    private static readonly Option<int> Limit = new("--limit") { Description = $"At most so many reviews, from 1 to {MaxLimit}.", HelpName = "n", DefaultValueFactory = _ => 20 };
    private static readonly Option<int?> Stars = new("--stars") { Description = "Only those with so many stars, from 1 to 5.", HelpName = "n" };

    public static Command Command { get; } = StoreArguments.Of("reviews", "The rating, and the newest reviews.", [Limit, Stars], RunAsync);

    private static async Task RunAsync(ParseResult arguments, StoreSession session, CancellationToken cancellationToken)
    {
        var (limit, stars) = (arguments.GetValue(Limit), arguments.GetValue(Stars));

        if (limit is < 1 or > MaxLimit || stars is < 1 or > 5)
        {
            throw new InputException(limit is < 1 or > MaxLimit ? $"--limit is '{limit}': it is a whole number from 1 to {MaxLimit}." : $"--stars is '{stars}': it is a whole number from 1 to 5.");
        }

        var rating = await session.Storefront.RatingAsync(cancellationToken);
        var reviews = await session.Storefront.ReviewsAsync(limit, stars, cancellationToken);

        await session.Output.TellAsync(
            new ReviewsLine(session.Storefront.Item.Item, rating.Average, rating.Count, rating.WithText, [.. rating.Stars], [.. reviews.Select(review => new ReviewLine(review.Author, review.Stars, review.Text, review.At))]),
            StoreLines.Readable.ReviewsLine,
            [Text(rating), .. reviews.Select(Text)]);
    }

    private static string Text(StoreRating rating) => rating.Count == 0
        ? "Nobody has rated it yet."
        : string.Create(CultureInfo.InvariantCulture, $"Rated {rating.Average:0.0} by {rating.Count:#,0} ({string.Join(", ", rating.Stars.Select((count, place) => $"{place + 1}★ {count}"))}); {rating.WithText:#,0} with text");

    private static string Text(StoreReview review) => string.Create(
        CultureInfo.InvariantCulture, $"{(review.Stars is { } stars ? $"{stars}★" : "?★")} {(review.At is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "undated")} {review.Author}: {review.Text}");
}
