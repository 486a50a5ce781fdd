using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class PullRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(".github/hotfix.yml", true)]
    [InlineData("docs/CODEOWNERS", true)]
    [InlineData("src/new.js", true)]
    [InlineData("src/old.js", true)]
    [InlineData("README.md", false)]
    [InlineData("src", false)]
    [InlineData(".GITHUB/hotfix.yml", false)]
    public async Task Says_whether_a_file_is_added_changed_removed_or_renamed(string path, bool touched)
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Push("main", Files(("README.md", "Hello"), (".github/hotfix.yml", "extends: cli"), ("docs/CODEOWNERS", "* @alice"), ("src/old.js", "let it = 'be';")));
        var (pull, _, _) = tester.Sandbox.OpenPull("change", Files((".github/hotfix.yml", "extends: appliance"), ("docs/CODEOWNERS", null), ("src/old.js", null), ("src/new.js", "let it = 'be';")));
        tester.Sandbox.Push("main", "README.md", "Changed after the pull request left");

        Assert.Equal(touched, await tester.Client.PullRequests.TouchesAsync(tester.Repository, pull.Number, path, Cancellation));
    }

    [Fact]
    public async Task Reads_pages_only_until_the_file_is_found()
    {
        await using var tester = await CodeTester.StartAsync();
        var (pull, _, _) = tester.Sandbox.OpenPull("change", Enumerable.Range(100, 250).ToDictionary(number => $"src/{number}.js", number => (string?)$"{number}"));

        Assert.True(await tester.Client.PullRequests.TouchesAsync(tester.Repository, pull.Number, "src/210.js", Cancellation));
        Assert.Equal(2, tester.Calls.Count());
        Assert.False(await tester.Client.PullRequests.TouchesAsync(tester.Repository, pull.Number, WatchedFiles.Config, Cancellation));
        Assert.Equal(5, tester.Calls.Count());
    }

    [Fact]
    public async Task Not_finding_the_pull_request_is_not_told_as_no()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.File("An issue", null);

        Assert.Equal(404, (await Assert.ThrowsAsync<RefusedException>(() => tester.Client.PullRequests.TouchesAsync(tester.Repository, 1, WatchedFiles.Config, Cancellation))).Status);
    }

    private static Dictionary<string, string?> Files(params (string Path, string? Text)[] files) => files.ToDictionary(file => file.Path, file => file.Text);
}
