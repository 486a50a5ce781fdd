using Hotfix.ChromeWebStore;
using Hotfix.ChromeWebStore.Access;
using Hotfix.Domain.Storefront;

namespace Hotfix.Tests.ChromeWebStore;

/// <summary>Reviews, rating and counts.</summary>
public sealed class FeedbackTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reviews_come_newest_first_over_all_pages_and_as_one_line_each()
    {
        await using var tester = await StoreTester.StartAsync();

        foreach (var number in Enumerable.Range(0, 230))
        {
            tester.Item.AddReview($"Dana {number}", 1 + (number % 5), $"Line {number}\n::error::boom", Day.AddMinutes(number));
        }

        var all = await tester.Storefront.ReviewsAsync(1000, null, Cancellation);
        var bad = await tester.Storefront.ReviewsAsync(3, 1, Cancellation);

        Assert.Equal(230, all.Count);
        Assert.Equal(new StoreReview("Dana 229", 5, "Line 229 : :error: :boom", Day.AddMinutes(229)), all[0]);
        Assert.Equal(["Dana 225", "Dana 220", "Dana 215"], bad.Select(review => review.Author));
        Assert.Equal("fetchReviews fetchReviews fetchReviews", tester.Calls);
    }

    [Fact]
    public async Task The_rating_is_read_from_text_and_from_nothing()
    {
        await using var tester = await StoreTester.StartAsync();
        Assert.Equal(new StoreRating(0, 0, 0, [0, 0, 0, 0, 0]), await tester.Storefront.RatingAsync(Cancellation));

        tester.Item.AddReview("Dana", 5, "Good", Day);
        tester.Item.AddReview("Kim", 2, "", Day);

        Assert.Equal(new StoreRating(3.5, 2, 1, [0, 1, 0, 0, 1]), await tester.Storefront.RatingAsync(Cancellation));
    }

    [Fact]
    public async Task Counts_come_by_day_and_by_version()
    {
        await using var tester = await StoreTester.StartAsync();
        tester.Item.AddCount(new(2026, 11, 19), "users", 41_000, "app-version", "1.2.3");
        tester.Item.AddCount(new(2026, 11, 19), "users", 2_100, "app-version", "1.2.4");
        tester.Item.AddCount(new(2026, 11, 19), "users", 43_100);
        tester.Item.AddCount(new(2026, 11, 1), "users", 1, "app-version", "1.2.3");

        var lines = await tester.Storefront.MetricsAsync(new(new(2026, 11, 14), new(2026, 11, 20), ["users"], "app-version"), Cancellation);
        var whole = await tester.Storefront.MetricsAsync(new(new(2026, 11, 14), new(2026, 11, 20), ["users", "uninstalls"], null), Cancellation);

        Assert.Equal([new MetricLine(new(2026, 11, 19), "1.2.3", [KeyValuePair.Create("users", 41_000L)]), new(new(2026, 11, 19), "1.2.4", [KeyValuePair.Create("users", 2_100L)])], lines);
        Assert.Equal([new MetricLine(new(2026, 11, 19), null, [KeyValuePair.Create("users", 43_100L)])], whole);
    }

    [Fact]
    public async Task More_counts_than_a_page_has_are_read_to_the_end()
    {
        await using var tester = await StoreTester.StartAsync();

        foreach (var number in Enumerable.Range(0, 1500))
        {
            tester.Item.AddCount(new(2026, 11, 19), "users", number, "country", $"{number:0000}");
        }

        Assert.Equal(1500, (await tester.Storefront.MetricsAsync(new(new(2026, 11, 19), new(2026, 11, 19), ["users"], "country"), Cancellation)).Count);
        Assert.Equal("queryMetrics queryMetrics", tester.Calls);
    }

    [Fact]
    public async Task A_list_with_nothing_in_a_place_of_it_is_read_without_that_place()
    {
        var reviews = await Answering("""{"reviews":[null,{"rating":4,"comment":"Good"}]}""").ReviewsAsync(10, null, Cancellation);
        var lines = await Answering("""{"metricRows":[null,{"dimensionValues":[null],"metricValues":[null,{"value":"7"}]}]}""").MetricsAsync(new(new(2026, 11, 14), new(2026, 11, 20), ["users", "uninstalls"], "app-version"), Cancellation);

        Assert.Equal("Good", Assert.Single(reviews).Text);
        Assert.Equal([new MetricLine(null, "", [KeyValuePair.Create("uninstalls", 7L)])], lines);
    }

    private static ChromeWebStorefront Answering(string body)
    {
        var endpoints = StoreEndpoints.Read(_ => null);
#pragma warning disable CA2000 // Dispose objects before losing scope: it has no connection to close
        var wire = new StoreWire(StoreHttp.Create(new Canned(body)), TimeProvider.System, TimeSpan.Zero);
#pragma warning restore CA2000
        var credential = new CredentialReading(name => name == "CHROME_ACCESS_TOKEN" ? StoreTester.Token : null, endpoints, new TokenEndpoint(wire, TimeProvider.System), _ => { }, TimeProvider.System).Read();

        return new(new("publisher", new('a', 32)), endpoints, new(wire, new(credential, _ => { }, TimeProvider.System)));
    }

    private sealed class Canned(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") });
    }
}
