using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

/// <summary>GitHub's record of what it delivered. That the answers have GitHub's shape is seen to by <see cref="SandboxTester"/>.</summary>
public sealed class HookEndpointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_arrived_and_what_did_not_is_on_record_the_newest_first()
    {
        await using var tester = await SandboxTester.StartAsync();
        await using var receiver = await HookReceiver.StartAsync();
        tester.GitHub.Hook = receiver.Url;
        var (issue, opened) = tester.Repository.File("It crashes", null);
        var closed = issue.Close();

        await tester.GitHub.SendAsync(opened, Cancel);
        receiver.Answer = HttpStatusCode.ServiceUnavailable;
        await tester.GitHub.SendAsync(closed, Cancel);
        tester.GitHub.IsHookAway = true;
        Assert.Equal(HttpStatusCode.BadGateway, await tester.GitHub.SendAsync(closed, Cancel));
        tester.Use(tester.Jwt());
        var (_, list) = await tester.GetAsync("app/hook/deliveries");

        Assert.Equal(
            [$"{closed.Id} closed 502 true", $"{closed.Id} closed 503 false", $"{opened.Id} opened 202 false"],
            list!.AsArray().Select(one => $"{one!["guid"]} {one["action"]} {one["status_code"]} {one["redelivery"]}"));
        Assert.All(list.AsArray(), one => Assert.Equal((tester.Repository.Id, tester.Repository.Installation.Id), (one!["repository_id"]!.GetValue<long>(), one["installation_id"]!.GetValue<long>())));
    }

    [Fact]
    public async Task One_that_never_arrived_can_be_read_whole()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (_, opened) = tester.Repository.File("It crashes", "Für immer.");
        await LoseAsync(tester, opened);

        var (_, list) = await tester.GetAsync("app/hook/deliveries");
        var (_, whole) = await tester.GetAsync($"app/hook/deliveries/{list![0]!["id"]}");

        Assert.Equal((opened.Id, "issues"), ($"{whole!["request"]!["headers"]!["X-GitHub-Delivery"]}", $"{whole["request"]!["headers"]!["X-GitHub-Event"]}"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(opened.Payload), whole["request"]!["payload"]));
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync("app/hook/deliveries/1")).Response.StatusCode);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_cursor()
    {
        await using var tester = await SandboxTester.StartAsync();
        await LoseAsync(tester, [.. Enumerable.Range(0, 5).Select(at => tester.Repository.File($"Crash {at}", null).Delivery)]);
        List<string> sizes = [];

        for (var next = "app/hook/deliveries?per_page=2"; next is not null;)
        {
            var (response, page) = await tester.GetAsync(next);
            sizes.Add($"{page!.AsArray().Count}");
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(["2", "2", "1"], sizes);
        Assert.Equal(HttpStatusCode.BadRequest, (await tester.GetAsync("app/hook/deliveries?cursor=2")).Response.StatusCode);
    }

    [Fact]
    public async Task After_three_days_nothing_is_on_record()
    {
        await using var tester = await SandboxTester.StartAsync();
        await LoseAsync(tester, tester.GitHub.Ping());

        tester.Clock.Now += TimeSpan.FromDays(3) + TimeSpan.FromSeconds(1);
        tester.Use(tester.Jwt());

        Assert.Empty((await tester.GetAsync("app/hook/deliveries")).Body!.AsArray());
    }

    [Fact]
    public async Task An_installation_s_token_does_not_do()
    {
        await using var tester = await SandboxTester.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await tester.GetAsync("app/hook/deliveries")).Response.StatusCode);
    }

    private static async Task LoseAsync(SandboxTester tester, params SandboxDelivery[] deliveries)
    {
        tester.GitHub.Hook = new("http://127.0.0.1:9/");
        tester.GitHub.IsHookAway = true;

        foreach (var delivery in deliveries)
        {
            await tester.GitHub.SendAsync(delivery, Cancel);
        }

        tester.Use(tester.Jwt());
    }
}
