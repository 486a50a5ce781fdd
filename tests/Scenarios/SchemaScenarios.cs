using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hotfix.Profiles;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary><c>GET /schema/hotfix.json</c>, as an editor asks for it.</summary>
public sealed class SchemaScenarios
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_gets_the_schema_once_and_then_only_whether_it_is_still_right()
    {
        await using var tester = await HotfixTester.StartAsync();
        using var http = new HttpClient();
        var address = new Uri(tester.Url, "schema/hotfix.json");

        using var first = await http.GetAsync(address, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "application/schema+json"), (first.StatusCode, first.Content.Headers.ContentType?.ToString()));
        Assert.True(JsonNode.DeepEquals(ConfigSchema.Create(), JsonNode.Parse(await first.Content.ReadAsStringAsync(Cancellation))));

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(new EntityTagHeaderValue("\"another\"")));

        async Task<HttpStatusCode> AskAsync(EntityTagHeaderValue tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { tag } } };
            using var answer = await http.SendAsync(request, Cancellation);

            return answer.StatusCode;
        }
    }
}
