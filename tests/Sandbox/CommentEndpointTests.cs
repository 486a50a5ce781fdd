using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class CommentEndpointTests
{
    private const string Comments = "repos/octo-org/beta/issues/1/comments";

    [Fact]
    public async Task A_comment_says_that_the_app_wrote_it()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);

        var (response, body) = await tester.PostAsync(Comments, """{"body":"Triaged."}""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("hotfix-sandbox[bot]", body!["user"]!["login"]!.GetValue<string>());
        Assert.Equal("Bot", body["user"]!["type"]!.GetValue<string>());
        Assert.Equal(1001, body["performed_via_github_app"]!["id"]!.GetValue<long>());
        Assert.Equal("Triaged.", Assert.Single(issue.Comments).Body);
    }

    [Theory]
    [InlineData("", "one two three")]
    [InlineData("?sort=updated&direction=asc", "two three one")]
    [InlineData("?sort=updated", "one three two")]
    [InlineData("?sort=created&direction=desc", "three two one")]
    [InlineData("?sort=updated&direction=asc&since=2026-11-20T12:02:00Z", "three one")]
    public async Task All_comments_of_a_repository_are_listed_in_the_order_asked_for(string query, string expected)
    {
        await using var tester = await SandboxTester.StartAsync();
        var (first, second) = (tester.Repository.File("It crashes", null).Issue, tester.Repository.File("It hangs", null).Issue);
        var one = first.Comment("first").Comment;
        tester.Clock.Now += TimeSpan.FromMinutes(1);
        second.Comment("two");
        tester.Clock.Now += TimeSpan.FromMinutes(1);
        first.Comment("three");
        tester.Clock.Now += TimeSpan.FromMinutes(1);
        one.Edit("one");

        var (_, body) = await tester.GetAsync($"repos/octo-org/beta/issues/comments{query}");

        Assert.Equal(expected, string.Join(' ', body!.AsArray().Select(comment => comment!["body"]!.GetValue<string>())));
    }

    [Fact]
    public async Task A_comment_is_read_edited_and_deleted_by_its_id()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);
        var (_, posted) = await tester.PostAsync(Comments, """{"body":"Triaged."}""");
        var path = $"repos/octo-org/beta/issues/comments/{posted!["id"]}";

        await tester.SendAsync(HttpMethod.Patch, path, """{"body":"Triaged again."}""");
        var (_, read) = await tester.GetAsync(path);
        var (deleted, _) = await tester.SendAsync(HttpMethod.Delete, path);

        Assert.Equal("Triaged again.", read!["body"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty(issue.Comments);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync(path)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.SendAsync(HttpMethod.Patch, path, """{"body":"?"}""")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tester.SendAsync(HttpMethod.Delete, path)).Response.StatusCode);
    }

    [Fact]
    public async Task A_person_s_comment_is_not_the_app_s_and_can_be_deleted_by_hand()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);
        var (comment, _) = issue.Comment("Me too!");

        var (_, before) = await tester.GetAsync(Comments);
        comment.Delete();
        var (_, after) = await tester.GetAsync(Comments);

        Assert.Null(Assert.Single(before!.AsArray())!["performed_via_github_app"]);
        Assert.Empty(after!.AsArray());
        Assert.Equal(0, tester.GitHub.State.CommentCount);
    }

    [Fact]
    public async Task A_comment_longer_than_65536_characters_is_a_422()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);

        var (response, body) = await tester.PostAsync(Comments, new JsonObject { ["body"] = new string('x', 65537) }.ToJsonString());
        var (longest, _) = await tester.PostAsync(Comments, new JsonObject { ["body"] = new string('x', 65536) }.ToJsonString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("Body is too long (maximum is 65536 characters)", body!["errors"]![0]!["message"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Created, longest.StatusCode);
        Assert.Single(issue.Comments);
    }

    [Theory]
    [InlineData("""{"text":"Hello"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"body":7}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"body":" "}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"body":""", HttpStatusCode.BadRequest)]
    public async Task A_comment_without_a_proper_text_is_refused(string json, HttpStatusCode status)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Checked = false;
        var (issue, _) = tester.Repository.File("It crashes", null);

        var (response, _) = await tester.PostAsync(Comments, json);

        Assert.Equal(status, response.StatusCode);
        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task Pages_are_followed_by_their_links()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);
        Assert.All(Enumerable.Range(1, 65), number => issue.Comment($"{number}"));

        var (first, thirty) = await tester.GetAsync(Comments);
        var second = Next(first);
        var (last, five) = await tester.GetAsync(Next((await tester.GetAsync(second)).Response));

        Assert.Equal(30, thirty!.AsArray().Count);
        Assert.Equal(["61", "62", "63", "64", "65"], five!.AsArray().Select(comment => comment!["body"]!.GetValue<string>()));
        Assert.Contains($"/repositories/{tester.Repository.Id}/issues/1/comments?per_page=30&page=2", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", Assert.Single(last.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?per_page=100", 100)]
    [InlineData("?per_page=1000", 100)]
    [InlineData("?per_page=7&page=2", 7)]
    [InlineData("?page=9", 0)]
    public async Task A_page_holds_what_was_asked_for_up_to_a_hundred(string query, int expected)
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);
        Assert.All(Enumerable.Range(1, 120), number => issue.Comment($"{number}"));

        Assert.Equal(expected, (await tester.GetAsync(Comments + query)).Body!.AsArray().Count);
    }

    private static string Next(HttpResponseMessage response)
    {
        var links = Assert.Single(response.Headers.GetValues("Link")).Split(", ");
        return Assert.Single(links, link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal)).Split('<', '>')[1];
    }
}
