using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Ports;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hotfix.Tests.Scenarios;

/// <summary>Ready means: what comes now can be stored and handled. Else it says what is missing, and where to set it right.</summary>
public sealed class ReadyScenarios
{
    private const string Everything = "issues issue_comment push pull_request pull_request_review check_run check_suite status merge_group workflow_run create delete release";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_when_the_store_answers_and_the_app_is_set_up()
    {
        await using var hotfix = await HotfixTester.StartAsync();

        var (status, body, json) = await AskAsync(hotfix);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["ready", "missing", "checkedAt"], json.Select(field => field.Key));
        Assert.True(json["ready"]!.GetValue<bool>());
        Assert.Empty(json["missing"]!.AsArray());
        Assert.DoesNotContain(hotfix.Store, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("actions:write checks:write contents:write members:read merge_queues:read metadata:read pull_requests:write statuses:read workflows:write", Everything, "The App needs the permission issues: write and has none of it; give it on the App's settings page, under Permissions & events, then accept it in each installation.")]
    [InlineData("actions:write checks:write contents:write issues:read members:read merge_queues:read metadata:read pull_requests:write statuses:read workflows:write", Everything, "The App needs the permission issues: write and has issues: read; give it on the App's settings page, under Permissions & events, then accept it in each installation.")]
    [InlineData("actions:write contents:write checks:read issues:write members:read merge_queues:read metadata:read pull_requests:write statuses:read workflows:write", Everything, "The App needs the permission checks: write and has checks: read; give it on the App's settings page, under Permissions & events, then accept it in each installation.")]
    [InlineData("actions:write checks:write contents:read issues:write members:read merge_queues:read metadata:read pull_requests:write statuses:read workflows:write", Everything, "The App needs the permission contents: write and has contents: read; give it on the App's settings page, under Permissions & events, then accept it in each installation.")]
    [InlineData("actions:write checks:write contents:write issues:write members:read merge_queues:read metadata:read pull_requests:write statuses:read workflows:write", "issue_comment push pull_request pull_request_review check_run check_suite status merge_group workflow_run create delete release", "The App is not told of the event issues; subscribe it on the App's settings page, under Permissions & events.")]
    public async Task What_the_app_lacks_is_named(string permissions, string events, string sentence)
    {
        await using var hotfix = await HotfixTester.StartAsync();
        Register(hotfix, permissions, events);

        var (status, _, json) = await AskAsync(hotfix);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.False(json["ready"]!.GetValue<bool>());
        Assert.Equal([sentence], Missing(json));
    }

    [Fact]
    public async Task Each_thing_that_is_missing_is_named()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        Register(hotfix, "", "");

        var (_, _, json) = await AskAsync(hotfix);

        Assert.Equal(23, Missing(json).Count());
    }

    [Fact]
    public async Task More_than_is_needed_is_enough()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        Register(hotfix, "actions:write issues:admin checks:write members:write metadata:read contents:write pull_requests:admin merge_queues:write statuses:write workflows:write", $"{Everything} label");

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(hotfix)).Status);
    }

    [Theory]
    [InlineData(nameof(SandboxFault.ServerError), "GitHub failed to say what the App may do (500).")]
    [InlineData(nameof(SandboxFault.Drop), "The connection to GitHub failed when it was asked to say what the App may do.")]
    public async Task A_GitHub_that_does_not_answer_is_named(string fault, string sentence)
    {
        await using var hotfix = await HotfixTester.StartAsync(new FastTime(600));
        hotfix.GitHub.Faults.Rate(Enum.Parse<SandboxFault>(fault), 1);

        var (status, _, json) = await AskAsync(hotfix);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, sentence), (status, Assert.Single(Missing(json))));
    }

    [Fact]
    public async Task Credentials_that_GitHub_does_not_accept_are_named_and_not_shown()
    {
        await using var stranger = await SandboxGitHub.StartAsync(new(), Cancellation);
        await using var hotfix = await HotfixTester.StartAsync(gitHub: stranger.Url);

        var (status, body, json) = await AskAsync(hotfix);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(["GitHub does not accept the App's credentials to say what the App may do (401: A JSON web token could not be decoded)."], Missing(json));
        Assert.DoesNotContain("eyJ", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_named_without_saying_where_it_is()
    {
        await using var hotfix = await HotfixTester.StartAsync(change: services => services.AddSingleton<IDocuments>(new BrokenDocuments()));

        var (status, body, json) = await AskAsync(hotfix);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The store cannot be read and written; the log says why."), (status, Assert.Single(Missing(json))));
        Assert.DoesNotContain(BrokenDocuments.Where, body, StringComparison.Ordinal);
        Assert.Contains($"Error: Not ready: {BrokenDocuments.Where}", hotfix.Log.All);
    }

    [Fact]
    public async Task An_answer_is_kept_for_half_a_minute_whoever_asks()
    {
        var time = new ManualTime();
        await using var hotfix = await HotfixTester.StartAsync(time);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(hotfix)));
        Register(hotfix, "", "");

        time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(hotfix)).Status);
        Assert.Single(hotfix.GitHub.Calls.All);

        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(hotfix)).Status);
        Assert.Equal(2, hotfix.GitHub.Calls.All.Count);
    }

    private static void Register(HotfixTester hotfix, string permissions, string events) => hotfix.GitHub.State.Register(
        permissions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':')).ToDictionary(one => one[0], one => one[1]),
        events.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static async Task<(HttpStatusCode Status, string Body, JsonObject Json)> AskAsync(HotfixTester hotfix)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(hotfix.Url, "/ready"), Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);

        return (answer.StatusCode, body, JsonNode.Parse(body)!.AsObject());
    }

    private static IEnumerable<string> Missing(JsonObject json) => json["missing"]!.AsArray().Select(sentence => $"{sentence}");
}
