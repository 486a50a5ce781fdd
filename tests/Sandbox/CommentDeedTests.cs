using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Sandbox;

/// <summary>What happens to comments and issues after they are written: edits, reactions, closing, folding away.</summary>
public sealed class CommentDeedTests
{
    private const string Repository = "repos/octo-org/beta";

    [Fact]
    public async Task An_edit_names_who_made_it_and_what_was_there_before()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (pull, _, _) = tester.Repository.OpenPull("change", new Dictionary<string, string?> { ["a.txt"] = "one" });
        var (comment, _) = pull.Comment("Looks good.", by: "ana");

        var edited = comment.Edit("/hotfix start", by: "bo");
        var payload = JsonNode.Parse(edited.Payload)!;

        Assert.Equal(("issue_comment", "edited", "bo", "ana", "Looks good."), (edited.Event, $"{payload["action"]}", $"{payload["sender"]!["login"]}", $"{payload["comment"]!["user"]!["login"]}", $"{payload["changes"]!["body"]!["from"]}"));
        Assert.NotNull(payload["issue"]!["pull_request"]);
        Assert.Equal("ana", $"{JsonNode.Parse(comment.Edit("Never mind").Payload)!["sender"]!["login"]}");
        Assert.Empty(OpenApi.GitHub.CheckWebhook(edited.Event, edited.Payload));
    }

    [Fact]
    public async Task A_reaction_is_there_once()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (comment, _) = tester.Repository.File("It crashes", null).Issue.Comment("/hotfix start");
        var path = $"{Repository}/issues/comments/{comment.Id}/reactions";
        comment.React("eyes", by: "ana");

        var (first, _) = await tester.PostAsync(path, """{"content":"eyes"}""");
        var (again, _) = await tester.PostAsync(path, """{"content":"eyes"}""");
        var (_, read) = await tester.GetAsync($"{Repository}/issues/comments/{comment.Id}");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal([("ana", "eyes"), ("hotfix-sandbox[bot]", "eyes")], comment.Reactions.Select(reaction => (reaction.By.Login, reaction.Content)));
        Assert.Equal(2, read!["reactions"]!["eyes"]!.GetValue<int>());
        tester.Checked = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tester.PostAsync(path, """{"content":"shrug"}""")).Response.StatusCode);
        await tester.MayAsync(("pull_requests", "write"));
        Assert.Equal(HttpStatusCode.Forbidden, (await tester.PostAsync(path, """{"content":"rocket"}""")).Response.StatusCode);
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("not_planned")]
    [InlineData("duplicate")]
    public async Task An_issue_is_closed_for_a_reason_and_opened_again(string reason)
    {
        await using var tester = await SandboxTester.StartAsync(options => options with { Echo = true });
        await using var receiver = await HookReceiver.StartAsync();
        tester.GitHub.Hook = receiver.Url;
        var (issue, _) = tester.Repository.File("It crashes", null);

        var (_, closed) = await tester.PatchAsync($"{Repository}/issues/1", $$"""{"state":"closed","state_reason":"{{reason}}"}""");
        var told = JsonNode.Parse((await receiver.NextAsync()).Body)!;
        var (_, again) = await tester.PatchAsync($"{Repository}/issues/1", """{"state":"open","state_reason":"reopened"}""");
        var toldAgain = JsonNode.Parse((await receiver.NextAsync()).Body)!;

        Assert.Equal(("closed", reason), ($"{closed!["state"]}", $"{closed["state_reason"]}"));
        Assert.Equal(("closed", reason, "hotfix-sandbox[bot]"), ($"{told["action"]}", $"{told["issue"]!["state_reason"]}", $"{told["sender"]!["login"]}"));
        Assert.Equal(("open", "reopened", "reopened"), ($"{again!["state"]}", $"{again["state_reason"]}", $"{toldAgain["action"]}"));
        Assert.Null(issue.Closed);
    }

    [Fact]
    public async Task What_the_sandbox_does_not_change_of_an_issue_it_refuses()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.File("It crashes", null);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "The sandbox does not change 'labels' of an issue."), await tester.TryAsync(HttpMethod.Patch, $"{Repository}/issues/1", """{"labels":["bug"]}"""));
        Assert.Equal(HttpStatusCode.OK, (await tester.TryAsync(HttpMethod.Patch, $"{Repository}/issues/1")).Status);
        tester.Checked = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tester.TryAsync(HttpMethod.Patch, $"{Repository}/issues/1", """{"state":"gone"}""")).Status);
    }

    [Theory]
    [InlineData("mutation { minimizeComment(input: {subjectId: \"ID\", classifier: OUTDATED}) { minimizedComment { isMinimized } } }", "{}")]
    [InlineData("mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized } } }", """{"id":"ID"}""")]
    [InlineData("mutation M($input: MinimizeCommentInput!) { minimizeComment(input: $input) { minimizedComment { isMinimized } } }", """{"input":{"subjectId":"ID","classifier":"OUTDATED"}}""")]
    public async Task An_older_answer_is_folded_away(string query, string variables)
    {
        await using var tester = await SandboxTester.StartAsync();
        var (comment, _) = tester.Repository.File("It crashes", null).Issue.Comment("An answer");

        var (response, body) = await SendAsync(tester, query.Replace("ID\"", $"{comment.NodeId}\"", StringComparison.Ordinal), variables.Replace("\"ID\"", $"\"{comment.NodeId}\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(body["data"]!["minimizeComment"]!["minimizedComment"]!["isMinimized"]!.GetValue<bool>());
        Assert.Null(body["errors"]);
        Assert.True(comment.Minimized);
    }

    [Theory]
    [InlineData("mutation { minimizeComment(input: {subjectId: \"IC_kwDO00000000\", classifier: OUTDATED}) { clientMutationId } }", "NOT_FOUND")]
    [InlineData("mutation { minimizeComment(input: {subjectId: \"IC_kwDO00000000\", classifier: SPAM}) { clientMutationId } }", "argumentLiteralsIncompatible")]
    [InlineData("query { viewer { login } }", "undefinedField")]
    public async Task What_goes_wrong_in_a_mutation_comes_with_a_status_of_200(string query, string type)
    {
        await using var tester = await SandboxTester.StartAsync();

        var (response, body) = await SendAsync(tester, query, "{}");

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, $"{body["errors"]![0]!["type"]}"));
    }

    private static async Task<(HttpResponseMessage Response, JsonNode Body)> SendAsync(SandboxTester tester, string query, string variables)
    {
        var (response, body) = await tester.PostAsync("graphql", new JsonObject { ["query"] = query, ["variables"] = JsonNode.Parse(variables) }.ToJsonString());

        return (response, body!);
    }
}
