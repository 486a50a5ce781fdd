using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox;

public sealed class CheckEndpointTests
{
    private const string Runs = "repos/octo-org/beta/check-runs";

    [Fact]
    public async Task A_check_is_created_read_and_changed_and_annotations_only_become_more()
    {
        await using var tester = await SandboxTester.StartAsync();

        var (created, run) = await tester.PostAsync(Runs, Body(tester, """, "conclusion":"failure","output":{"title":"Wrong","summary":"One error","text":"More","annotations":[ANNOTATION]}"""));
        var (changed, _) = await tester.SendAsync(HttpMethod.Patch, $"{Runs}/{run!["id"]}", Annotated("""{"status":"completed","conclusion":"success","output":{"title":"Right","summary":"No error","annotations":[ANNOTATION]}}"""));
        var (_, read) = await tester.GetAsync($"{Runs}/{run["id"]}");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (created.StatusCode, changed.StatusCode));
        Assert.Equal(("completed", "failure", 1), (run["status"]!.GetValue<string>(), run["conclusion"]!.GetValue<string>(), run["output"]!["annotations_count"]!.GetValue<int>()));
        Assert.Equal(("success", "Right", "More", 2), (read!["conclusion"]!.GetValue<string>(), read["output"]!["title"]!.GetValue<string>(), read["output"]!["text"]!.GetValue<string>(), read["output"]!["annotations_count"]!.GetValue<int>()));
        Assert.Equal(1001, read["app"]!["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task The_runs_of_a_commit_are_listed_by_name_and_App_the_latest_of_each()
    {
        await using var tester = await SandboxTester.StartAsync();
        var commit = tester.Repository.Branches.Head.Sha;
        var (_, first) = await tester.PostAsync(Runs, Body(tester, ""));
        var (_, second) = await tester.PostAsync(Runs, Body(tester, ""));
        var other = tester.Repository.AddCheck("hotfix/config", commit, appId: 15368);
        var list = $"repos/octo-org/beta/commits/{commit}/check-runs";

        Assert.Equal([$"{second!["id"]}", $"{other.Id}"], await IdsAsync(list));
        Assert.Equal([$"{second["id"]}"], await IdsAsync($"{list}?check_name=hotfix%2Fconfig&app_id=1001&filter=latest"));
        Assert.Equal([$"{first!["id"]}", $"{second["id"]}"], await IdsAsync($"{list}?app_id=1001&filter=all"));
        Assert.Empty(await IdsAsync($"{list}?check_name=other"));

        async Task<IEnumerable<string>> IdsAsync(string path)
        {
            var (_, body) = await tester.GetAsync(path);
            Assert.Equal(body!["check_runs"]!.AsArray().Count, body["total_count"]!.GetValue<int>());

            return body["check_runs"]!.AsArray().Select(run => $"{run!["id"]}");
        }
    }

    [Theory]
    [InlineData(""", "status":"completed" """)]
    [InlineData(""", "conclusion":"stale" """)]
    [InlineData(""", "status":"done" """)]
    [InlineData(""", "output":{"title":"Only a title"}""")]
    [InlineData(""", "output":{"title":"T","summary":"S","annotations":[{"path":"a","start_line":0,"end_line":1,"annotation_level":"notice","message":"m"}]}""")]
    [InlineData(""", "output":{"title":"T","summary":"S","annotations":[{"path":"a","start_line":1,"end_line":1,"annotation_level":"fatal","message":"m"}]}""")]
    [InlineData(""", "output":{"title":"T","summary":"S","annotations":[{"path":"a","start_line":1,"end_line":2,"start_column":1,"annotation_level":"notice","message":"m"}]}""")]
    public async Task What_GitHub_does_not_take_is_a_422_and_creates_nothing(string more)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Checked = false;

        var (response, _) = await tester.PostAsync(Runs, Body(tester, more));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty(tester.Repository.Checks);
    }

    [Fact]
    public async Task So_are_too_much_text_too_many_annotations_and_an_unknown_commit()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Checked = false;
        var annotations = string.Join(',', Enumerable.Repeat("ANNOTATION", 51));

        foreach (var json in (string[])
        [
            Body(tester, $$""", "output":{"title":"T","summary":"{{new string('x', 65_536)}}"}"""),
            Body(tester, $$""", "output":{"title":"T","summary":"S","annotations":[{{annotations}}]}"""),
            $$"""{"name":"hotfix/config","head_sha":"{{new string('0', 40)}}"}""",
            """{"name":"hotfix/config","head_sha":"main"}""",
        ])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tester.PostAsync(Runs, json)).Response.StatusCode);
        }

        Assert.Empty(tester.Repository.Checks);
    }

    [Fact]
    public async Task Another_App_s_check_cannot_be_changed()
    {
        await using var tester = await SandboxTester.StartAsync();
        var check = tester.Repository.AddCheck("build", tester.Repository.Branches.Head.Sha, appId: 15368);

        Assert.Equal(HttpStatusCode.Forbidden, (await tester.SendAsync(HttpMethod.Patch, $"{Runs}/{check.Id}", """{"status":"in_progress"}""")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.SendAsync(HttpMethod.Patch, $"{Runs}/1", """{"status":"in_progress"}""")).Response.StatusCode);
        Assert.Equal("queued", check.Status);
    }

    [Fact]
    public async Task What_the_app_says_comes_back_to_it()
    {
        await using var tester = await SandboxTester.StartAsync(options => options with { Echo = true });
        await using var receiver = await HookReceiver.StartAsync();
        tester.GitHub.Hook = receiver.Url;

        await tester.PostAsync(Runs, Body(tester, """, "conclusion":"success" """));
        HookReceiver.Received[] received = [await receiver.NextAsync(), await receiver.NextAsync()];

        Assert.Equal(["created", "completed"], received.Select(one => JsonNode.Parse(one.Body)!["action"]!.GetValue<string>()));
        Assert.All(received, one => Assert.Equal("check_run", one.Headers["X-GitHub-Event"]));
        Assert.All(received, one => Assert.Empty(OpenApi.GitHub.CheckWebhook("check_run", one.Body)));
    }

    private static string Body(SandboxTester tester, string more) => Annotated($$"""{"name":"hotfix/config","head_sha":"{{tester.Repository.Branches.Head.Sha}}"{{more}}}""");

    private static string Annotated(string json) =>
        json.Replace("ANNOTATION", """{"path":"a.yml","start_line":1,"end_line":1,"start_column":2,"end_column":2,"annotation_level":"failure","title":"T","message":"M"}""", StringComparison.Ordinal);
}
