using Hotfix.Sandbox;

namespace Hotfix.Tests.Sandbox;

public sealed class CallsTests
{
    [Fact]
    public async Task Calls_are_counted_for_each_issue()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (first, _) = tester.Repository.File("It crashes", null);
        var (second, _) = tester.Repository.File("It is slow", null);
        tester.GitHub.Calls.Clear();

        await tester.PostAsync("repos/octo-org/beta/issues/1/labels", """{"labels":["P0"]}""");
        var (_, comment) = await tester.PostAsync("repos/octo-org/beta/issues/1/comments", """{"body":"Hello"}""");
        await tester.SendAsync(HttpMethod.Patch, $"repos/octo-org/beta/issues/comments/{comment!["id"]}", """{"body":"Hello again"}""");
        await tester.GetAsync("repos/octo-org/beta/labels");

        Assert.Equal(3, tester.GitHub.Calls.For(first));
        Assert.Equal(0, tester.GitHub.Calls.For(second));
        Assert.Equal(4, tester.GitHub.Calls.Count);
        Assert.Equal(new SandboxCall("POST", "/repos/octo-org/beta/issues/1/labels", 200, tester.Repository.Id, 1), tester.GitHub.Calls.All[0]);
    }

    [Fact]
    public async Task A_state_can_be_waited_for()
    {
        await using var tester = await SandboxTester.StartAsync();
        var (issue, _) = tester.Repository.File("It crashes", null);

        var waiting = tester.GitHub.WaitUntilAsync(_ => issue.Has("P0") && issue.Comments.Count == 1, TestContext.Current.CancellationToken);
        await tester.PostAsync("repos/octo-org/beta/issues/1/labels", """{"labels":["P0"]}""");
        Assert.False(waiting.IsCompleted);
        issue.Comment("Hello");

        await waiting;
        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task Many_may_write_at_once()
    {
        await using var tester = await SandboxTester.StartAsync();
        var issues = Enumerable.Range(1, 50).Select(number => tester.Repository.File($"Issue {number}", null).Issue).ToList();

        await Parallel.ForEachAsync(issues, TestContext.Current.CancellationToken, async (issue, _) =>
        {
            await tester.PostAsync($"repos/octo-org/beta/issues/{issue.Number}/labels", """{"labels":["P0","bug"]}""");
            await tester.PostAsync($"repos/octo-org/beta/issues/{issue.Number}/comments", """{"body":"Hello"}""");
        });

        Assert.All(issues, issue => Assert.Equal(2, issue.Labels.Count));
        Assert.All(issues, issue => Assert.Single(issue.Comments));
        Assert.Equal(50, tester.GitHub.State.CommentCount);
        Assert.Equal(["P0", "bug"], tester.Repository.Labels.Select(label => label.Name));
    }
}
