using System.Net;
using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class AssigneeTests
{
    private const string Assignees = "/repos/octo/app/issues/1/assignees";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_of_the_team_is_assigned_beside_the_others_and_taken_off_again()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Team.UnionWith(["alice", "bob"]);
        var (issue, _) = tester.Sandbox.File("It crashes", null);
        issue.Assign("bob", by: "maintainer");
        var id = new IssueId(tester.Repository, issue.Number);

        Assert.True(await tester.Client.Issues.AssignAsync(id, "Alice", Cancellation));
        Assert.True(await tester.Client.Issues.AssignAsync(id, "alice", Cancellation));
        Assert.Equal(["bob", "Alice"], issue.Assignees.Select(user => user.Login));

        await tester.Client.Issues.UnassignAsync(id, "alice", Cancellation);
        await tester.Client.Issues.UnassignAsync(id, "alice", Cancellation);
        Assert.Equal(["bob"], issue.Assignees.Select(user => user.Login));
    }

    [Fact]
    public async Task Whom_GitHub_drops_without_a_word_is_not_assigned()
    {
        await using var tester = await CodeTester.StartAsync();
        var (issue, _) = tester.Sandbox.File("It crashes", null);

        Assert.False(await tester.Client.Issues.AssignAsync(new(tester.Repository, issue.Number), "stranger", Cancellation));
        Assert.Empty(issue.Assignees);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"assignees":null}""")]
    [InlineData("""{"assignees":[null,{"login":null},{"login":"bob"}]}""")]
    public async Task An_answer_without_the_login_is_a_no(string body)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Assignees, HttpStatusCode.Created, body);

        Assert.False(await tester.Issues.AssignAsync(GitHubTester.Issue(), "alice", Cancellation));
        Assert.Equal("""{"assignees":["alice"]}""", tester.GitHub.Requests[^1].Body);
    }

    [Fact]
    public async Task It_is_a_write_and_creates_nothing()
    {
        using var tester = new GitHubTester(Hotfix.GitHub.Pacing.GitHub);
        var release = new TaskCompletionSource();
        tester.GitHub.Hold($"POST {Assignees}", release.Task, 1, () => FakeGitHub.Response(HttpStatusCode.Created, """{"assignees":[{"login":"alice"}]}"""));
        tester.GitHub.Answer($"POST {Assignees}", HttpStatusCode.Created, """{"assignees":[{"login":"alice"}]}""", times: 200);

        var first = tester.Issues.AssignAsync(GitHubTester.Issue(), "alice", Cancellation);
        var second = tester.Issues.AssignAsync(GitHubTester.Issue(), "alice", Cancellation);
        Assert.Single(tester.GitHub.Calls);
        release.SetResult();
        Assert.True(await first && await second);

        for (var time = 0; time < 100; time++)
        {
            Assert.True(await tester.Issues.AssignAsync(GitHubTester.Issue(), "alice", Cancellation));
        }

        await tester.PostAsync();
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone, 410)]
    [InlineData(HttpStatusCode.NotFound, 404)]
    [InlineData(HttpStatusCode.Forbidden, 403)]
    public async Task A_refusal_is_told(HttpStatusCode answered, int status)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Assignees, answered, """{"message":"No"}""", times: 2);

        Assert.Equal(status, (await Assert.ThrowsAsync<RefusedException>(() => tester.Issues.AssignAsync(GitHubTester.Issue(), "alice", Cancellation))).Status);
        Assert.Equal(status, (await Assert.ThrowsAsync<RefusedException>(() => tester.Issues.UnassignAsync(GitHubTester.Issue(), "alice", Cancellation))).Status);
    }

    [Fact]
    public async Task What_became_of_it_is_unknown_after_a_failure_and_it_is_not_repeated()
    {
        await using var tester = await CodeTester.StartAsync();
        var (issue, _) = tester.Sandbox.File("It crashes", null);
        tester.GitHub.Faults.Next(SandboxFault.ServerErrorAfter, 1, (_, path) => path.EndsWith("/assignees", StringComparison.Ordinal));

        var outage = await Assert.ThrowsAsync<UnavailableException>(() => tester.Client.Issues.AssignAsync(new(tester.Repository, issue.Number), "maintainer", Cancellation));

        Assert.Equal("GitHub failed to assign acme/extension#1 to 'maintainer' (500); whether it happened is unknown.", outage.Message);
        Assert.Single(issue.Assignees);
        Assert.Single(tester.Calls);
    }
}
