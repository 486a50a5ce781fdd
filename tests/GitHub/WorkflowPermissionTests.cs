using System.Net;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

/// <summary>A branch at an old tag brings the workflows of its day, and GitHub takes that only from who may change workflows.</summary>
public sealed class WorkflowPermissionTests
{
    private const string Refs = "POST /repos/octo/app/git/refs";

    private static readonly (string, string) Accepted = ("x-accepted-github-permissions", "contents=write; contents=write,workflows=write");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_the_installation_has_accepted_it_the_branch_is_made()
    {
        await using var tester = await CodeTester.StartAsync();
        var old = Old(tester);
        tester.Sandbox.Installation.Permissions = new Dictionary<string, string> { ["contents"] = "write", ["workflows"] = "write", ["metadata"] = "read" };

        Assert.Null(await tester.Client.Git.CreateBranchAsync(tester.Repository, "release/v1.0.0", old, Cancellation));
        Assert.Equal(old, tester.Sandbox.Branches.Branch("release/v1.0.0")?.Sha);
    }

    [Fact]
    public async Task Where_it_has_not_a_sentence_says_what_happened_why_and_what_to_do()
    {
        await using var tester = await CodeTester.StartAsync();
        var old = Old(tester);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.Client.Git.CreateBranchAsync(tester.Repository, "release/v1.0.0", old, Cancellation));

        Assert.Equal(
            (403, $"GitHub refused to make the branch release/v1.0.0 in acme/extension at {old[..7]}, because the workflows (.github/workflows) of that commit are not those of the branches there are, and the App may not bring workflows in; grant the App \"Workflows: write\" and accept that in its installation, or make the branch by hand at that commit."),
            (refusal.Status, refusal.Message));
        Assert.Null(tester.Sandbox.Branches.Branch("release/v1.0.0"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task It_is_asked_for_only_after_GitHub_said_that_it_takes_it(HttpStatusCode status)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Refs, status, """{"message":"Resource not accessible by integration"}""", 1, Accepted);
        tester.GitHub.Answer(Refs, HttpStatusCode.Created);

        Assert.Null(await tester.Git.CreateBranchAsync(GitHubTester.Repository(), "release/v1.0.0", "0123456789", Cancellation));

        Assert.Equal(
            [
                """{"permissions":{"contents":"write","metadata":"read"}}""",
                """{"ref":"refs/heads/release/v1.0.0","sha":"0123456789"}""",
                """{"permissions":{"contents":"write","metadata":"read","workflows":"write"}}""",
                """{"ref":"refs/heads/release/v1.0.0","sha":"0123456789"}""",
            ],
            tester.GitHub.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task A_refusal_for_another_reason_is_not_sent_again()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Refs, HttpStatusCode.Forbidden, """{"message":"Resource not accessible by integration"}""", 1, ("x-accepted-github-permissions", "contents=write"));

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.Git.CreateBranchAsync(GitHubTester.Repository(), "fix", "0123456789", Cancellation));

        Assert.Equal("GitHub refused to make the branch fix in octo/app at 0123456 (403: Resource not accessible by integration); it would take the permission contents:write.", refusal.Message);
        Assert.Single(tester.GitHub.Calls);
    }

    [Fact]
    public async Task A_refusal_although_it_is_there_is_final()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Refs, HttpStatusCode.Forbidden, """{"message":"Resource not accessible by integration"}""", 2, Accepted);

        Assert.Equal(403, (await Assert.ThrowsAsync<RefusedException>(() => tester.Git.CreateBranchAsync(GitHubTester.Repository(), "fix", "0123456789", Cancellation))).Status);
        Assert.Equal(2, tester.GitHub.Calls.Count());
    }

    [Fact]
    public async Task A_suspended_installation_is_not_told_as_one_that_lacks_it()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Refs, HttpStatusCode.Forbidden, times: 1, headers: Accepted);
        tester.GitHub.Answer("access_tokens", 2, seen => seen.Body.Contains("workflows", StringComparison.Ordinal)
            ? FakeGitHub.Response(HttpStatusCode.Forbidden, """{"message":"This installation has been suspended"}""")
            : FakeGitHub.Response(HttpStatusCode.Created, """{"token":"sesame","expires_at":"2026-11-20T11:00:00Z"}"""));

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.Git.CreateBranchAsync(GitHubTester.Repository(), "fix", "0123456789", Cancellation));

        Assert.Equal("GitHub refused to get a token for installation 5 (403: This installation has been suspended).", refusal.Message);
    }

    private static string Old(CodeTester tester)
    {
        var (old, _) = tester.Sandbox.Push("main", ".github/workflows/ci.yml", "old");
        tester.Sandbox.Push("main", ".github/workflows/ci.yml", "new");

        return old.Sha;
    }
}
