using System.Net;
using System.Text;
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

        var attempts = await tester.HookDeliveries.AttemptsAsync(Cancellation).Take(3).ToListAsync(Cancellation);

        Assert.Equal(new DeliveryAttempt(3, Delivery, "issues", new(2026, 11, 20, 9, 59, 3, TimeSpan.Zero), 502), attempts[0]);
        Assert.Equal([3, 2, 1], attempts.Select(attempt => attempt.Id));
        Assert.Equal(2, tester.GitHub.Requests.Count);
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

    private static string Page(params int[] ids) =>
        $"[{string.Join(',', ids.Select(id => $$"""{"id":{{id}},"guid":"{{Delivery}}","delivered_at":"2026-11-20T09:59:0{{id}}Z","redelivery":false,"duration":0.1,"status":"failed to connect","status_code":502,"event":"issues","action":"opened"}"""))}]";
}
