using System.Net;
using System.Text;
using Hotfix.GitHub;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class HookDeliveriesTests : IDisposable
{
    private const string Delivery = "58474f00-b361-11eb-836d-0e4f3503ccbe";

    private readonly GitHubTester tester = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_record_is_read_page_by_page_as_far_as_the_reader_goes()
    {
        tester.GitHub.Answer("GET /app/hook/deliveries?per_page=100&cursor=v1_2", HttpStatusCode.OK, Page(1), 1, ("Link", "<https://api.github.com/app/hook/deliveries?per_page=100&cursor=v1_1>; rel=\"next\""));
        tester.GitHub.Answer("GET /app/hook/deliveries?per_page=100", HttpStatusCode.OK, Page(3, 2), 1, ("Link", "<https://api.github.com/app/hook/deliveries?per_page=100&cursor=v1_2>; rel=\"next\""));

        var attempts = await tester.HookDeliveries.AttemptsAsync(null, Cancellation).Take(3).ToListAsync(Cancellation);

        Assert.Equal(new DeliveryAttempt(3, Delivery, "issues", new(2026, 11, 20, 9, 59, 3, TimeSpan.Zero), 502) { Page = "https://api.github.com/app/hook/deliveries?per_page=100" }, attempts[0]);
        Assert.Equal([3, 2, 1], attempts.Select(attempt => attempt.Id));
        Assert.Equal(2, tester.GitHub.Requests.Count);
    }

    [Fact]
    public async Task It_is_read_on_where_somebody_stopped_and_from_the_beginning_where_that_page_is_of_another_GitHub()
    {
        tester.GitHub.Answer("GET /app/hook/deliveries?per_page=100&cursor=v1_2", HttpStatusCode.OK, Page(1));
        tester.GitHub.Answer("GET /app/hook/deliveries?per_page=100", HttpStatusCode.OK, Page(3));

        var on = await tester.HookDeliveries.AttemptsAsync("https://api.github.com/app/hook/deliveries?per_page=100&cursor=v1_2", Cancellation).ToListAsync(Cancellation);
        var anew = await tester.HookDeliveries.AttemptsAsync("https://github.example.com/app/hook/deliveries?per_page=100&cursor=v1_2", Cancellation).ToListAsync(Cancellation);

        Assert.Equal((1, 3), (Assert.Single(on).Id, Assert.Single(anew).Id));
    }

    [Fact]
    public async Task It_may_be_long_and_is_taken_for_a_circle_only_where_nobody_can_have_sent_as_much()
    {
        var url = new GitHubUrl(new("https://api.github.com"));

        Assert.Equal(2500, await new GitHubHookDeliveries(url, new Circle()).AttemptsAsync(null, Cancellation).Take(2500).CountAsync(Cancellation));
        await Assert.ThrowsAsync<UnavailableException>(async () => await new GitHubHookDeliveries(url, new Circle(), mostPages: 3).AttemptsAsync(null, Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task What_was_sent_is_read_as_it_stands()
    {
        tester.GitHub.Answer("GET /app/hook/deliveries/12345678901", HttpStatusCode.OK, """{"request":{"headers":{},"payload":{"action": "opened"}}}""");

        Assert.Equal("""{"action": "opened"}""", Encoding.UTF8.GetString((await tester.HookDeliveries.PayloadAsync(12345678901, Cancellation)).Span));
    }

    [Fact]
    public async Task What_GitHub_does_not_hold_any_more_is_said_to_be_gone()
    {
        tester.GitHub.Answer("GET /app/hook/deliveries/7", HttpStatusCode.OK, """{"request":{"headers":null,"payload":null}}""");
        tester.GitHub.Answer("GET /app/hook/deliveries/8", HttpStatusCode.NotFound, """{"message":"Not Found"}""");

        Assert.Equal("GitHub does not hold what it sent.", (await Assert.ThrowsAsync<FormatException>(() => tester.HookDeliveries.PayloadAsync(7, Cancellation))).Message);
        await Assert.ThrowsAsync<RefusedException>(() => tester.HookDeliveries.PayloadAsync(8, Cancellation));
    }

    public void Dispose() => tester.Dispose();

    /// <summary>Each page leads to another.</summary>
    private sealed class Circle : ICalls
    {
        private int pages;

        public Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
        {
            using var response = new HttpResponseMessage();
            response.Headers.Add("Link", $"<https://api.github.com/app/hook/deliveries?per_page=100&cursor=v1_{++pages}>; rel=\"next\"");

            return Task.FromResult(new Answer(HttpStatusCode.OK, response.Headers, Encoding.UTF8.GetBytes(Page(1))));
        }
    }

    private static string Page(params int[] ids) =>
        $"[{string.Join(',', ids.Select(id => $$"""{"id":{{id}},"guid":"{{Delivery}}","delivered_at":"2026-11-20T09:59:0{{id}}Z","redelivery":false,"duration":0.1,"status":"failed to connect","status_code":502,"event":"issues","action":"opened"}"""))}]";
}
