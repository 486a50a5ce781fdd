using System.Net;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class GitRefTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_the_commit_of_a_branch_and_of_both_kinds_of_tags()
    {
        await using var tester = await CodeTester.StartAsync();
        var (commit, _) = tester.Sandbox.Push("hotfix/v1.0.1", "a.txt", "1");
        tester.Sandbox.Tag("v1.0.0", commit.Sha);
        tester.Sandbox.Tag("v1.0.1", commit.Sha, annotated: true);

        foreach (var name in (string[])["heads/hotfix/v1.0.1", "tags/v1.0.0", "tags/v1.0.1"])
        {
            Assert.Equal(commit.Sha, await tester.Client.Git.CommitOfAsync(tester.Repository, name, Cancellation));
        }

        Assert.Equal(4, tester.Calls.Count());
        Assert.Equal(["v1.0.0", "v1.0.1"], (await tester.Client.Git.TagsAsync(tester.Repository, Cancellation)).Order());
    }

    [Fact]
    public async Task The_default_branch_is_what_the_settings_say()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("GET /repos/octo/app", HttpStatusCode.OK, """{"id":905,"default_branch":"trunk"}""");

        Assert.Equal("trunk", await tester.Git.DefaultBranchAsync(GitHubTester.Repository(), Cancellation));
    }

    [Theory]
    [InlineData("heads/hotfix")]
    [InlineData("tags/main")]
    [InlineData("tags/")]
    [InlineData("tags/a//b")]
    [InlineData("tags/../heads/main")]
    public async Task A_name_that_nothing_has_is_nothing(string name)
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Push("hotfix/v1.0.1", "a.txt", "1");

        Assert.Null(await tester.Client.Git.CommitOfAsync(tester.Repository, name, Cancellation));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"ref":"refs/tags/odd","object":{"type":"tree","sha":"1"}}""")]
    [InlineData(HttpStatusCode.Conflict, """{"message":"Git Repository is empty."}""")]
    public async Task So_are_a_tag_of_a_folder_and_whatever_an_empty_repository_is_asked_for(HttpStatusCode status, string body)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/git/ref/tags/odd", status, body);

        Assert.Null(await tester.Git.CommitOfAsync(GitHubTester.Repository(), "tags/odd", Cancellation));
    }

    [Fact]
    public async Task Not_being_able_to_look_is_not_told_as_nothing()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/git/ref/", HttpStatusCode.Forbidden, """{"message":"Resource not accessible by integration"}""");

        await Assert.ThrowsAsync<RefusedException>(() => tester.Git.CommitOfAsync(GitHubTester.Repository(), "heads/main", Cancellation));
    }

    [Fact]
    public async Task A_branch_is_made_and_one_that_is_there_is_success_only_at_the_same_commit()
    {
        await using var tester = await CodeTester.StartAsync();
        var (one, _) = tester.Sandbox.Push("main", "a.txt", "1");
        var (two, _) = tester.Sandbox.Push("main", "a.txt", "2");

        Assert.Null(await MakeAsync(tester, "hotfix/v1.0.1", one.Sha));
        Assert.Null(await MakeAsync(tester, "hotfix/v1.0.1", one.Sha));
        Assert.Equal(one.Sha, await MakeAsync(tester, "hotfix/v1.0.1", two.Sha));
        Assert.Equal(one.Sha, tester.Sandbox.Branches.Branch("hotfix/v1.0.1")?.Sha);
        Assert.Equal(5, tester.Calls.Count());
    }

    [Theory]
    [InlineData("hotfix", "hotfix/v1.0.1")]
    [InlineData("hotfix/v1.0.1/more", "hotfix/v1.0.1")]
    public async Task A_branch_in_the_way_is_named(string there, string wanted)
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.CreateBranch(there);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => MakeAsync(tester, wanted, tester.Sandbox.Branches.Head.Sha));

        Assert.Equal($"There can be no branch {wanted} in acme/extension beside {there}: in git a name is either a branch or a folder of branches, and never both.", refusal.Message);
    }

    [Fact]
    public async Task What_a_rule_forbids_is_told_in_its_own_words()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.CreateBranch("release/v0");
        tester.Sandbox.Protect("release/*");
        var head = tester.Sandbox.Branches.Head.Sha;

        Assert.Equal(
            (422, $"A rule of the repository does not let the App make the branch release/v1 in acme/extension at {head[..7]} (422: Cannot create ref due to creations being restricted); whoever looks after its rules can let the App past it, or do this by hand."),
            await RefusedAsync(() => MakeAsync(tester, "release/v1", head)));
        Assert.Equal(
            (422, "A rule of the repository does not let the App delete the branch release/v0 of acme/extension (422: Cannot delete this protected ref); whoever looks after its rules can let the App past it, or do this by hand."),
            await RefusedAsync(() => tester.Client.Git.DeleteBranchAsync(tester.Repository, "release/v0", head, Cancellation)));
        Assert.Equal(
            (422, "A rule of the repository does not let the App commit to the branch release/v0 of acme/extension (422: Cannot update this protected ref); whoever looks after its rules can let the App past it, or do this by hand."),
            await RefusedAsync(() => tester.Client.Git.CommitAsync(tester.Repository, "release/v0", head, "Version", [new("a.txt", "2", false)], false, Cancellation)));
    }

    [Theory]
    [InlineData("""{"message":"Protected branch update failed for refs/heads/main.\n\n- Changes must be made through a pull request."}""", "Protected branch update failed for refs/heads/main. - Changes must be made through a pull request")]
    [InlineData("""{"message":"Required status check \"build\" is expected."}""", "Required status check \"build\" is expected")]
    public async Task So_is_what_a_protected_branch_forbids(string body, string words)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("POST /repos/octo/app/git/refs", HttpStatusCode.UnprocessableEntity, body);

        Assert.Contains($"(422: {words})", (await RefusedAsync(() => tester.Git.CreateBranchAsync(GitHubTester.Repository(), "main", "0123456789", Cancellation))).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_is_not_there_is_a_refusal_and_an_outage_none()
    {
        await using var tester = await CodeTester.StartAsync();
        var nowhere = new string('0', 39) + "1";

        Assert.Equal(
            (422, "GitHub finds the request to make the branch hotfix/v1.0.1 in acme/extension at 0000000 invalid (422: Object does not exist)."), await RefusedAsync(() => MakeAsync(tester, "hotfix/v1.0.1", nowhere)));

        using var broken = new GitHubTester();
        broken.GitHub.Answer("/git/refs", HttpStatusCode.BadGateway);
        await Assert.ThrowsAsync<UnavailableException>(() => broken.Git.CreateBranchAsync(GitHubTester.Repository(), "hotfix/v1.0.1", nowhere, Cancellation));
    }

    [Fact]
    public async Task A_permission_that_is_not_accepted_breaks_only_what_needs_it()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Installation.Permissions = new Dictionary<string, string> { ["checks"] = "write", ["contents"] = "read", ["metadata"] = "read", ["pull_requests"] = "read" };
        var head = tester.Sandbox.Branches.Head.Sha;

        Assert.Equal(head, await tester.Client.Git.CommitOfAsync(tester.Repository, "heads/main", Cancellation));
        Assert.Equal(
            (422, $"GitHub gives the App no token for installation {tester.Sandbox.Installation.Id} with contents: write (422: The permissions requested are not granted to this installation); an owner of the account can accept the App's new permissions on the page of its installation."),
            await RefusedAsync(() => MakeAsync(tester, "hotfix/v1.0.1", head)));
    }

    [Fact]
    public async Task A_branch_is_deleted_only_where_it_stands_as_it_should()
    {
        await using var tester = await CodeTester.StartAsync();
        var head = tester.Sandbox.Branches.Head.Sha;
        tester.Sandbox.CreateBranch("hotfix/v1.0.1");
        tester.Sandbox.CreateBranch("hotfix/v1.0.2");
        var (pushed, _) = tester.Sandbox.Push("hotfix/v1.0.2", "a.txt", "work");

        Assert.True(await tester.Client.Git.DeleteBranchAsync(tester.Repository, "hotfix/v1.0.1", head, Cancellation));
        Assert.True(await tester.Client.Git.DeleteBranchAsync(tester.Repository, "hotfix/v1.0.1", head, Cancellation));
        Assert.False(await tester.Client.Git.DeleteBranchAsync(tester.Repository, "hotfix/v1.0.2", head, Cancellation));

        Assert.Equal([("hotfix/v1.0.2", pushed.Sha), ("main", head)], tester.Sandbox.Branches.All.Select(branch => (branch.Name, branch.Head.Sha)).Order());
    }

    [Fact]
    public async Task One_that_somebody_else_deleted_meanwhile_is_no_error()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("GET /repos/octo/app/git/ref/heads/fix", HttpStatusCode.OK, """{"ref":"refs/heads/fix","object":{"type":"commit","sha":"c1"}}""");
        tester.GitHub.Answer("DELETE /repos/octo/app/git/refs/heads/fix", HttpStatusCode.UnprocessableEntity, """{"message":"Reference does not exist"}""");

        Assert.True(await tester.Git.DeleteBranchAsync(GitHubTester.Repository(), "fix", "c1", Cancellation));
    }

    private static Task<string?> MakeAsync(CodeTester tester, string branch, string commit) => tester.Client.Git.CreateBranchAsync(tester.Repository, branch, commit, Cancellation);

    private static async Task<(int Status, string Sentence)> RefusedAsync(Func<Task> deed) => await Assert.ThrowsAsync<RefusedException>(deed) is var refusal ? (refusal.Status, refusal.Message) : default;
}
