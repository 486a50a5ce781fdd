using System.Text.Json;
using Hotfix.Sandbox;

namespace Hotfix.Tests.Cli;

/// <summary><c>hotfix triage --repo</c> against a sandbox in place of GitHub.</summary>
public sealed class TriageRepositoryTests : IAsyncLifetime
{
    private const string Token = RepositoryTester.Token;

    private readonly RepositoryTester tester = new();

    public ValueTask InitializeAsync() => tester.StartAsync();

    [Fact]
    public async Task Issues_are_listed_the_newest_first_and_pull_requests_are_not()
    {
        tester.File("It crashes for all users", 1);
        tester.File("Fix the crash", 1).Single().IsPullRequest = true;
        tester.File("How do I change the colours?", 1);
        tester.File("It was closed", 1).Single().Close();

        var (exitCode, output, error) = await tester.RunAsync("--json");
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(["3", "1"], rows.Select(row => row.GetProperty("id").GetString()));
        Assert.Equal("P0", rows[1].GetProperty("severity").GetString());
        Assert.Equal(["4", "3", "1"], await tester.IdsAsync("--state", "all"));
        Assert.Equal(["4"], await tester.IdsAsync("--state", "closed"));
        Assert.Contains("### P0 critical", (await tester.RunAsync("--explain", "1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_reads_no_more_pages_than_it_needs_and_goes_on_when_it_grows()
    {
        tester.File("It crashes", 350);

        Assert.Equal(RepositoryTester.Numbers(350, 301), await tester.IdsAsync("--limit", "50"));
        Assert.Single(tester.Targets);

        Assert.Equal(RepositoryTester.Numbers(350, 201), await tester.IdsAsync("--limit", "150"));
        Assert.Equal(["since", "page=2"], RepositoryTester.Kinds(tester.Targets.Skip(1)));

        tester.File("It crashes again", 10);
        Assert.Equal(RepositoryTester.Numbers(360, 1), await tester.IdsAsync());
        Assert.Equal(["since", "page=3", "page=4"], RepositoryTester.Kinds(tester.Targets.Skip(3)));
    }

    [Fact]
    public async Task What_was_fetched_is_asked_for_only_where_it_changed()
    {
        var issues = tester.File("It crashes", 250);
        await tester.IdsAsync();
        var first = tester.Targets.Count;

        issues[6].Close();
        issues[7].Edit(title: "How do I change the colours?");
        tester.File("It crashes", 1);

        var (_, output, _) = await tester.RunAsync("--json");
        Assert.Equal(RepositoryTester.Numbers(251, 1).Except(["7"]), RepositoryTester.Ids(output));
        Assert.Contains("""{"id":"8","kind":"question",""", output, StringComparison.Ordinal);
        Assert.Equal(3, first);
        Assert.Equal(["since"], RepositoryTester.Kinds(tester.Targets.Skip(first)));

        var length = new FileInfo(tester.CacheFile).Length;
        await tester.IdsAsync();
        Assert.InRange(new FileInfo(tester.CacheFile).Length - length, 0, 300); // how far it came, and no issue twice
    }

    [Fact]
    public async Task A_run_that_broke_off_goes_on_from_the_next_page()
    {
        tester.File("It crashes", 450);
        tester.Fail(SandboxFault.ServerError, 3, after: 2);

        var (exitCode, output, error) = await tester.RunAsync("--json");
        Assert.Equal((1, "", "GitHub failed to list the issues (500). What was fetched is kept: the same command goes on from there."), (exitCode, output, error.Trim()));
        tester.Forget();

        Assert.Equal(RepositoryTester.Numbers(450, 1), await tester.IdsAsync());
        Assert.Equal(["since", "page=3", "page=4", "page=5"], RepositoryTester.Kinds(tester.Targets));
    }

    [Fact]
    public async Task A_run_that_was_killed_goes_on_from_the_next_page()
    {
        tester.File("It crashes", 350);
        tester.Fail(SandboxFault.Slow, 1, after: 2);

        using (var process = HotfixProcess.Run(tester.Environment(Token), "triage", "--repo", "acme/extension"))
        {
            await tester.GitHub.WaitUntilAsync(_ => tester.GitHub.Faults.Held == 1, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        tester.GitHub.Faults.Clear();
        await File.AppendAllTextAsync(tester.CacheFile, """{"number":1,"title":"half a li""", TestContext.Current.CancellationToken);
        tester.Forget();

        Assert.Equal(RepositoryTester.Numbers(350, 1), await tester.IdsAsync());
        Assert.Equal(["since", "page=3", "page=4"], RepositoryTester.Kinds(tester.Targets));
    }

    [Fact]
    public async Task A_short_pause_is_waited_for_and_a_long_one_ends_the_run()
    {
        tester.File("It crashes", 150);
        tester.GitHub.Faults.RetryAfter = TimeSpan.FromSeconds(1);
        tester.GitHub.Faults.Next(SandboxFault.RetryAfter);
        Assert.Equal(RepositoryTester.Numbers(150, 51), await tester.IdsAsync("--limit", "100"));

        tester.GitHub.Faults.RetryAfter = TimeSpan.FromHours(1);
        tester.Fail(SandboxFault.RetryAfter, 1, after: 1);
        var (exitCode, _, error) = await tester.RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Matches(@"\AGitHub asked for a pause until [0-9: -]+Z\. What was fetched is kept: the same command goes on from there\.\n\z", error);
        Assert.Equal(RepositoryTester.Numbers(150, 1), await tester.IdsAsync());
    }

    [Fact]
    public async Task A_limit_of_the_nameless_says_what_a_token_would_do()
    {
        tester.GitHub.Faults.RetryAfter = TimeSpan.FromHours(1);
        tester.GitHub.Faults.Next(SandboxFault.RetryAfter);

        var (exitCode, _, error) = await tester.RunWithAsync("");

        Assert.Equal(1, exitCode);
        Assert.EndsWith("With a GITHUB_TOKEN it answers 5,000 requests an hour instead of 60.", error.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme/extension", "ghp_wrong", "GitHub does not accept the token in GITHUB_TOKEN.")]
    [InlineData("acme/extension", "ghp wrong", "GITHUB_TOKEN holds characters that no token has.")]
    [InlineData("acme/none", Token, "GitHub has no repository acme/none, or none that the token in GITHUB_TOKEN may see.")]
    [InlineData("acme/none", "", "GitHub has no public repository acme/none; for a private one set GITHUB_TOKEN.")]
    public async Task Who_may_not_read_is_told_why(string name, string token, string sentence)
    {
        var (exitCode, output, error) = await HotfixProcess.RunAsync(tester.Environment(token), TestContext.Current.CancellationToken, "triage", "--repo", name);

        Assert.Equal((1, "", sentence), (exitCode, output, error.Trim()));
    }

    [Fact]
    public async Task A_wrong_address_of_GitHub_is_named()
    {
        var environment = tester.Environment(Token);
        environment["HOTFIX_GITHUB_URL"] = "github.com";

        var (exitCode, _, error) = await HotfixProcess.RunAsync(environment, TestContext.Current.CancellationToken, "triage", "--repo", "acme/extension");

        Assert.Equal((1, "HOTFIX_GITHUB_URL is 'github.com': it is the address of GitHub's REST API, like https://api.github.com or https://HOST/api/v3."), (exitCode, error.Trim()));
    }

    [Fact]
    public async Task A_renamed_repository_is_followed_and_everybody_may_read_it()
    {
        tester.File("It crashes", 3);
        tester.Repository.Rename("add-on");

        var (exitCode, output, _) = await tester.RunWithAsync("", "--json");

        Assert.Equal(0, exitCode);
        Assert.Equal(RepositoryTester.Numbers(3, 1), RepositoryTester.Ids(output));
    }

    public ValueTask DisposeAsync() => tester.DisposeAsync();
}
