using System.Net;
using Hotfix.GitHub;
using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.Ports;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.GitHub;

/// <summary>Reading other people's repositories with a person's token: nothing is written, and the token goes nowhere else.</summary>
public sealed class IssueListTests : IDisposable
{
    private readonly ManualTime time = new(GitHubTester.Start);
    private readonly Wire wire = new();
    private readonly IssueList list;

    public IssueListTests() => list = new(new Uri("https://api.github.com"), new Token("ghp_secret"), time, new Random(1), _ => { }, wire);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", false)]
    [InlineData("PATCH", true)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", false)]
    [InlineData("HEAD", false)]
    [InlineData("GET", true)]
    public async Task Only_a_plain_GET_passes(string method, bool body)
    {
        var sent = new Sends();
        var call = new Call(new HttpMethod(method), new Uri("https://api.github.com/repos/a/b/issues"), Call.App, "try") { Body = body ? new byte[1] : null };

        await Assert.ThrowsAsync<InvalidOperationException>(() => new ReadsOnly(sent).SendAsync(call, Cancellation));
        Assert.Equal(0, sent.Count);

        await new ReadsOnly(sent).SendAsync(call with { Method = HttpMethod.Get, Body = null }, Cancellation);
        Assert.Equal(1, sent.Count);
    }

    [Fact]
    public async Task A_link_to_another_host_is_not_followed()
    {
        wire.Link = "<https://evil.example/issues?page=2>; rel=\"next\"";

        await Assert.ThrowsAsync<UnavailableException>(() => list.ReadAsync(list.First("a", "b", "open", null), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => list.ReadAsync(new Uri("https://evil.example/issues"), Cancellation));
        Assert.Equal(["GET https://api.github.com/repos/a/b/issues?state=open&per_page=100 Bearer ghp_secret"], wire.Requests);
    }

    [Fact]
    public async Task A_redirect_to_another_host_takes_no_token_along()
    {
        wire.Location = new Uri("https://elsewhere.example/issues");

        await list.ReadAsync(list.First("a", "b", "all", GitHubTester.Start), Cancellation);

        Assert.Equal(["GET https://api.github.com/repos/a/b/issues?state=all&since=2026-11-20T10:00:00Z&per_page=100 Bearer ghp_secret", "GET https://elsewhere.example/issues "], wire.Requests);
    }

    [Fact]
    public async Task Pull_requests_are_left_out_and_labels_come_in_two_shapes()
    {
        wire.Body = """
            [{"number":2,"title":"t","body":null,"state":"open","created_at":"2026-01-02T00:00:00Z","updated_at":"2026-01-02T00:00:00Z","labels":["a",{"name":"b"},{"name":null},{}],"user":null},
             {"number":1,"title":"t","state":"open","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","labels":[],"user":{"login":"mia"},"pull_request":{"url":"u"}}]
            """;

        var page = await list.ReadAsync(list.First("a", "b", "all", null), Cancellation);

        Assert.Equal(["a", "b"], Assert.Single(page.Issues).LabelNames);
        Assert.Equal((1, null), (page.Last?.Number, page.Next));
    }

    public void Dispose()
    {
        list.Dispose();
        wire.Dispose();
    }

    private sealed class Sends : ICalls
    {
        public int Count { get; private set; }

        public Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
        {
            Count++;
            using var response = new HttpResponseMessage();

            return Task.FromResult(new Answer(HttpStatusCode.OK, response.Headers, default));
        }
    }

    private sealed class Wire : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        public string Body { get; set; } = "[]";

        public string? Link { get; set; }

        public Uri? Location { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add($"{request.Method} {request.RequestUri} {request.Headers.Authorization}");
            var response = new HttpResponseMessage(Location is null ? HttpStatusCode.OK : HttpStatusCode.MovedPermanently) { Content = new StringContent(Body) };
            response.Headers.Location = Location;
            Location = null;

            if (Link is not null)
            {
                response.Headers.Add("Link", Link);
            }

            return Task.FromResult(response);
        }
    }
}
