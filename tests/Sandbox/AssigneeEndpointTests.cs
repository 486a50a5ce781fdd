using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox;

public sealed class AssigneeEndpointTests
{
    private const string Assignees = "repos/octo-org/beta/issues/1/assignees";

    [Fact]
    public async Task Whoever_is_of_the_team_is_assigned_and_others_are_dropped_without_a_word()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Team.Add("alice");
        var (issue, _) = tester.Repository.File("It crashes", null);

        var (added, both) = await tester.PostAsync(Assignees, """{"assignees":["Alice","stranger","maintainer","alice"]}""");
        var (removed, one) = await tester.SendAsync(HttpMethod.Delete, Assignees, """{"assignees":["alice","stranger"]}""");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (added.StatusCode, removed.StatusCode));
        Assert.Equal(["Alice", "maintainer"], both!["assignees"]!.AsArray().Select(user => $"{user!["login"]}"));
        Assert.Equal("Alice", both["assignee"]!["login"]!.GetValue<string>());
        Assert.Equal(["maintainer"], one!["assignees"]!.AsArray().Select(user => $"{user!["login"]}"));
        Assert.Equal(["maintainer"], issue.Assignees.Select(user => user.Login));
    }

    [Fact]
    public async Task What_the_app_changes_comes_back_to_it()
    {
        await using var tester = await SandboxTester.StartAsync(options => options with { Echo = true });
        await using var receiver = await HookReceiver.StartAsync();
        tester.GitHub.Hook = receiver.Url;
        tester.Repository.File("It crashes", null);

        await tester.PostAsync(Assignees, """{"assignees":["maintainer","stranger"]}""");
        await tester.SendAsync(HttpMethod.Delete, Assignees, """{"assignees":["maintainer"]}""");
        HookReceiver.Received[] received = [await receiver.NextAsync(), await receiver.NextAsync()];

        Assert.Equal(["assigned maintainer", "unassigned maintainer"], received.Select(one => JsonNode.Parse(one.Body)!).Select(one => $"{one["action"]} {one["assignee"]!["login"]}"));
        Assert.All(received, one => Assert.Empty(OpenApi.GitHub.CheckWebhook("issues", one.Body)));
    }

    [Fact]
    public async Task Somebody_who_is_nobody_of_the_team_cannot_be_assigned_by_hand()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);

        Assert.Throws<ArgumentException>(() => issue.Assign("stranger", by: "maintainer"));
        Assert.Throws<ArgumentException>(() => issue.Unassign("maintainer", by: "maintainer"));
        Assert.Equal(HttpStatusCode.NotFound, (await tester.PostAsync("repos/octo-org/beta/issues/9/assignees", """{"assignees":["maintainer"]}""")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tester.PostAsync(Assignees, "{}")).Response.StatusCode);
    }
}
