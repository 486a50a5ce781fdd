using System.Net;
using System.Text;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class GitCommitTests
{
    private const string Message = "Version 1.0.1\n\nFor #7.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_commit_with_all_files_modes_kept_and_the_branch_at_it()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Push("main", "package.json", "1.0.0");
        tester.Sandbox.Push("main", "src/deep/other.txt", "stays");
        var (parent, _) = tester.Sandbox.PushProgram("main", "src/deep/run.sh", "echo 1.0.0");
        tester.Sandbox.CreateBranch("hotfix/v1.0.1");

        var made = await tester.Client.Git.CommitAsync(
            tester.Repository,
            "hotfix/v1.0.1",
            parent.Sha,
            Message,
            [new("package.json", "1.0.1 größer 🚀", false), new("src/deep/run.sh", "echo 1.0.1", false), new("src/new/version.txt", "1.0.1", true)],
            false,
            Cancellation);

        var commit = tester.Sandbox.Branches.Branch("hotfix/v1.0.1")!;
        Assert.Equal((made, parent.Sha, Message), (commit.Sha, commit.Parent?.Sha, commit.Message));
        Assert.Equal(
            [
                ("package.json", "100644", "1.0.1 größer 🚀"),
                ("src/deep/other.txt", "100644", "stays"),
                ("src/deep/run.sh", "100755", "echo 1.0.1"),
                ("src/new/version.txt", "100644", "\uFEFF1.0.1"),
            ],
            commit.Files.Select(file => (file.Key, file.Value.Mode, Encoding.UTF8.GetString(file.Value.Bytes.Span))).OrderBy(file => file.Key, StringComparer.Ordinal));
        Assert.Equal(5 + 3 + 1, tester.Calls.Count()); // three folders, one byte order mark
    }

    [Fact]
    public async Task A_branch_that_stands_elsewhere_stays_as_it_is()
    {
        await using var tester = await CodeTester.StartAsync();
        var parent = tester.Sandbox.Branches.Head.Sha;
        var (pushed, _) = tester.Sandbox.Push("hotfix/v1.0.1", "a.txt", "somebody's work");

        Assert.Null(await CommitAsync(tester, "hotfix/v1.0.1", parent, look: false));
        Assert.Null(await CommitAsync(tester, "hotfix/v1.0.1", parent, look: true));
        Assert.Null(await CommitAsync(tester, "hotfix/none", parent, look: true));
        Assert.Equal(pushed.Sha, tester.Sandbox.Branches.Branch("hotfix/v1.0.1")?.Sha);
    }

    [Fact]
    public async Task What_may_have_happened_before_is_looked_for_and_not_done_again()
    {
        await using var tester = await CodeTester.StartAsync();
        var parent = tester.Sandbox.Branches.Head.Sha;
        tester.Sandbox.CreateBranch("hotfix/v1.0.1");

        var made = await CommitAsync(tester, "hotfix/v1.0.1", parent, look: true);
        var calls = tester.Calls.Count();

        Assert.NotNull(made);
        Assert.Equal(made, await CommitAsync(tester, "hotfix/v1.0.1", parent, look: true));
        Assert.Equal(calls + 2, tester.Calls.Count());
        Assert.Null(await CommitAsync(tester, "hotfix/v1.0.1", parent, look: false));
    }

    [Theory]
    [InlineData("Update is not a fast forward")]
    [InlineData("Reference does not exist")]
    public async Task A_branch_that_somebody_moved_meanwhile_is_elsewhere_too(string complaint)
    {
        using var tester = Scripted("""{"path":"a.txt","mode":"100755","type":"blob","sha":"b0"}""");
        tester.GitHub.Answer("PATCH /repos/octo/app/git/refs/heads/fix", HttpStatusCode.UnprocessableEntity, $$"""{"message":"{{complaint}}"}""");

        Assert.Null(await CommitAsync(tester, "a.txt"));
        Assert.Equal(
            [
                """{"base_tree":"t0","tree":[{"path":"a.txt","mode":"100755","type":"blob","content":"A"}]}""",
                """{"message":"M","tree":"t1","parents":["p0"]}""",
                """{"sha":"c1","force":false}""",
            ],
            tester.GitHub.Requests.Where(request => request.Body.Length > 0 && !request.Body.Contains("permissions", StringComparison.Ordinal)).Select(request => request.Body));
    }

    [Theory]
    [InlineData("a.txt", """{"path":"a.txt","mode":"120000","type":"blob","sha":"b0"}""", "a.txt of octo/app at p0 is a symbolic link, and Hotfix changes none; name the file it leads to.")]
    [InlineData("a.txt", """{"path":"a.txt","mode":"040000","type":"tree","sha":"b0"}""", "a.txt of octo/app at p0 is no file.")]
    [InlineData("a.txt", """{"path":"a.txt","mode":"160000","type":"commit","sha":"b0"}""", "a.txt of octo/app at p0 is no file.")]
    [InlineData("a.txt/b.txt", """{"path":"a.txt","mode":"100644","type":"blob","sha":"b0"}""", "a.txt/b.txt of octo/app at p0 cannot be written, because a.txt is no folder.")]
    [InlineData(".github/workflows/ci.yml", """{"path":"a.txt","mode":"100644","type":"blob","sha":"b0"}""", "Hotfix changes no workflows, and .github/workflows/ci.yml of octo/app is one.")]
    [InlineData(".GitHub/Workflows/ci.yml", """{"path":"a.txt","mode":"100644","type":"blob","sha":"b0"}""", "Hotfix changes no workflows, and .GitHub/Workflows/ci.yml of octo/app is one.")]
    public async Task What_is_no_plain_file_is_not_written(string path, string entry, string sentence)
    {
        using var tester = Scripted(entry);

        Assert.Equal(sentence, (await Assert.ThrowsAsync<RefusedException>(() => CommitAsync(tester, path))).Message);
        Assert.DoesNotContain(tester.GitHub.Calls, call => !call.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_GitHub_does_not_list_whole_is_not_guessed_at()
    {
        using var tester = Scripted("""{"path":"b.txt","mode":"100644","type":"blob","sha":"b0"}""", truncated: true);

        Assert.Equal("A folder of octo/app at p0 has more files than GitHub lists, so a.txt was not found in it.", (await Assert.ThrowsAsync<RefusedException>(() => CommitAsync(tester, "a.txt"))).Message);
    }

    [Fact]
    public async Task An_outage_in_the_middle_leaves_the_branch_and_says_so()
    {
        using var tester = Scripted("""{"path":"a.txt","mode":"100644","type":"blob","sha":"b0"}""");
        tester.GitHub.Answer("PATCH /repos/octo/app/git/refs/heads/fix", HttpStatusCode.BadGateway);

        Assert.Equal("GitHub failed to commit to the branch fix of octo/app (502); whether it happened is unknown.", (await Assert.ThrowsAsync<UnavailableException>(() => CommitAsync(tester, "a.txt"))).Message);
    }

    private static GitHubTester Scripted(string entry, bool truncated = false)
    {
        var tester = new GitHubTester();
        tester.GitHub.Answer("GET /repos/octo/app/git/ref/heads/fix", HttpStatusCode.OK, """{"ref":"refs/heads/fix","object":{"type":"commit","sha":"p0"}}""");
        tester.GitHub.Answer("GET /repos/octo/app/git/commits/p0", HttpStatusCode.OK, """{"sha":"p0","message":"before","tree":{"sha":"t0"},"parents":[]}""");
        tester.GitHub.Answer("GET /repos/octo/app/git/trees/t0", HttpStatusCode.OK, $$"""{"sha":"t0","tree":[{{entry}}],"truncated":{{(truncated ? "true" : "false")}}}""");
        tester.GitHub.Answer("POST /repos/octo/app/git/trees", HttpStatusCode.Created, """{"sha":"t1"}""");
        tester.GitHub.Answer("POST /repos/octo/app/git/commits", HttpStatusCode.Created, """{"sha":"c1"}""");

        return tester;
    }

    private static Task<string?> CommitAsync(GitHubTester tester, string path) => tester.Git.CommitAsync(GitHubTester.Repository(), "fix", "p0", "M", [new(path, "A", false)], false, Cancellation);

    private static Task<string?> CommitAsync(CodeTester tester, string branch, string parent, bool look) =>
        tester.Client.Git.CommitAsync(tester.Repository, branch, parent, Message, [new("package.json", "1.0.1", false)], look, Cancellation);
}
