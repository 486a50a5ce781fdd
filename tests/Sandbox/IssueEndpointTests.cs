using System.Net;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class IssueEndpointTests
{
    private const string Issue = "repos/octo-org/beta/issues/1";

    [Fact]
    public async Task An_issue_is_read_as_it_was_filed()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.File("It crashes 💥", "On start.", labels: ["bug"]);

        var (response, body) = await tester.GetAsync(Issue);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("It crashes 💥", body!["title"]!.GetValue<string>());
        Assert.Equal("beta-user", body["user"]!["login"]!.GetValue<string>());
        Assert.Equal("bug", body["labels"]![0]!["name"]!.GetValue<string>());
        Assert.Equal("2026-11-20T12:00:00Z", body["created_at"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_issue_nobody_filed_is_a_404()
    {
        await using var tester = await SandboxTester.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await tester.GetAsync(Issue)).Response.StatusCode);
    }

    [Theory]
    [InlineData("GET", Issue, null)]
    [InlineData("GET", $"{Issue}/comments", null)]
    [InlineData("POST", $"{Issue}/comments", """{"body":"Hello"}""")]
    [InlineData("POST", $"{Issue}/labels", """{"labels":["bug"]}""")]
    [InlineData("DELETE", $"{Issue}/labels/bug", null)]
    public async Task A_deleted_issue_is_a_410(string method, string path, string? json)
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.File("Spam", null).Issue.Delete();

        var (response, body) = await tester.SendAsync(new HttpMethod(method), path, json);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Equal("This issue was deleted", body!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Adding_labels_creates_those_the_repository_lacks_in_the_default_colour()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.Labels.Add("bug", "d73a4a");
        var (issue, _) = tester.Repository.File("It crashes", null);

        var (response, body) = await tester.PostAsync($"{Issue}/labels", """{"labels":["BUG","kind/new","bug"]}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["bug", "kind/new"], body!.AsArray().Select(label => label!["name"]!.GetValue<string>()));
        Assert.Equal(["d73a4a", "ededed"], issue.Labels.Select(label => label.Color));
    }

    [Fact]
    public async Task Labels_may_come_as_objects()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);

        await tester.PostAsync($"{Issue}/labels", """{"labels":[{"name":"bug"}]}""");

        Assert.True(issue.Has("bug"));
    }

    [Fact]
    public async Task An_issue_takes_a_hundred_labels_and_no_more()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null, "beta-user", [.. Enumerable.Range(1, 100).Select(number => $"label {number}")]);

        var (response, body) = await tester.PostAsync($"{Issue}/labels", """{"labels":["one more"]}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("Issues cannot have more than 100 labels", body!["errors"]![0]!["message"]!.GetValue<string>());
        Assert.Equal(100, issue.Labels.Count);
    }

    [Fact]
    public async Task A_label_is_taken_off_once()
    {
        await using var tester = await SandboxTester.StartAsync();
        tester.Repository.File("It crashes", null, labels: ["kind/bug", "old"]);

        var (first, left) = await tester.SendAsync(HttpMethod.Delete, $"{Issue}/labels/Kind%2Fbug");
        var (second, refused) = await tester.SendAsync(HttpMethod.Delete, $"{Issue}/labels/kind%2Fbug");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("old", Assert.Single(left!.AsArray())!["name"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal("Label does not exist", refused!["message"]!.GetValue<string>());
    }
}
