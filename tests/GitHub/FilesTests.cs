using System.Net;
using Hotfix.Domain;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class FilesTests
{
    private const string Contents = "GET /repos/octo/app/contents/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_read_at_the_head_of_the_default_branch_or_at_a_commit()
    {
        await using var tester = await CodeTester.StartAsync();
        var (first, _) = tester.Sandbox.Push("main", WatchedFiles.Config, "extends: cli # größer\n");
        tester.Sandbox.Push("main", WatchedFiles.Config, "extends: appliance\n");

        Assert.Equal(new RepositoryFile("extends: appliance\n", "d7c065d4399ee612a74254746d752e1a1348e683"), await ReadAsync(tester, WatchedFiles.Config)); // as git hash-object says
        Assert.Equal(first.Files[WatchedFiles.Config].Sha, (await ReadAsync(tester, WatchedFiles.Config, first.Sha))!.Sha);
        Assert.Equal("extends: cli # größer\n", (await ReadAsync(tester, WatchedFiles.Config, first.Sha))!.Text);
    }

    [Fact]
    public async Task What_is_not_there_is_null_be_it_the_file_the_commit_the_repository_or_the_right_to_see_it()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Push("main", ".github/hotfix/card.md", "Hello");

        Assert.Null(await ReadAsync(tester, "CODEOWNERS"));
        Assert.Null(await ReadAsync(tester, ".github/hotfix")); // a folder
        Assert.Null(await ReadAsync(tester, ".github/hotfix/card.md", new string('0', 40)));
        Assert.Null(await tester.Client.Files.ReadAsync(tester.Repository with { Id = 0, Name = ".github" }, "hotfix.yml", null, Cancellation));

        tester.Sandbox.Installation.Withdraw(tester.Sandbox);
        Assert.Null(await ReadAsync(tester, ".github/hotfix/card.md"));
    }

    [Fact]
    public async Task The_organisation_s_own_repository_is_one_like_any_other()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.GitHub.AddRepository("acme", ".github").Push("main", WatchedFiles.Config, "extends: cli\n");

        Assert.Equal("extends: cli\n", (await tester.Client.Files.ReadAsync(tester.Repository with { Id = 0, Name = ".github" }, WatchedFiles.Config, null, Cancellation))?.Text);
    }

    [Fact]
    public async Task What_has_not_changed_comes_from_memory_once_GitHub_confirms_it()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Push("main", "CODEOWNERS", "* @alice\n");

        Assert.Equal(await ReadAsync(tester, "CODEOWNERS"), await ReadAsync(tester, "CODEOWNERS"));
        Assert.Equal(["GET /repos/acme/extension/contents/CODEOWNERS 200", "GET /repos/acme/extension/contents/CODEOWNERS 304"], tester.Calls);
    }

    [Fact]
    public async Task A_renamed_repository_is_followed()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Push("main", "CODEOWNERS", "* @alice\n");
        var old = tester.Repository;
        tester.Sandbox.Rename("extension-2");

        Assert.Equal("* @alice\n", (await tester.Client.Files.ReadAsync(old, "CODEOWNERS", null, Cancellation))?.Text);
    }

    [Fact]
    public async Task Not_being_allowed_to_read_is_not_told_as_not_there()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Installation.Permissions = new Dictionary<string, string> { ["issues"] = "write", ["metadata"] = "read" };

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(tester, "CODEOWNERS"));

        Assert.Equal(
            (422, $"GitHub gives the App no token for installation {tester.Sandbox.Installation.Id} with checks: write, contents: read, pull_requests: read (422: The permissions requested are not granted to this installation); an owner of the account can accept the App's new permissions on the page of its installation."),
            (refusal.Status, refusal.Message));
        var (issue, _) = tester.Sandbox.File("It crashes", null);
        await tester.Client.Issues.PostCommentAsync(new(tester.Repository, issue.Number), "Triaged all the same", Cancellation);
    }

    [Fact]
    public async Task A_token_that_does_not_allow_it_is_a_refusal_that_names_what_would()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Contents, HttpStatusCode.Forbidden, """{"message":"Resource not accessible by integration"}""", 1, ("x-accepted-github-permissions", "contents=read"));

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(tester));

        Assert.Equal(
            (403, "GitHub refused to read docs/a b.yml of octo/app (403: Resource not accessible by integration); it would take the permission contents:read."), (refusal.Status, refusal.Message));
    }

    [Fact]
    public async Task Asks_for_exactly_what_reading_code_and_checking_it_needs_and_for_the_file_as_an_object()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Contents, HttpStatusCode.NotFound);

        await ReadAsync(tester, "feature/x");

        Assert.Equal("""{"permissions":{"checks":"write","contents":"read","metadata":"read","pull_requests":"read"}}""", tester.GitHub.Requests[0].Body);
        Assert.Equal("GET /repos/octo/app/contents/docs/a%20b.yml?ref=feature%2Fx", tester.GitHub.Requests[1].ToString());
        Assert.Equal("application/vnd.github.object+json", tester.GitHub.Requests[1].Headers["Accept"]);
    }

    [Fact]
    public async Task A_file_of_more_than_a_megabyte_is_refused_in_one_sentence()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Push("main", "small.txt", new string('x', 1024 * 1024));
        tester.Sandbox.Push("main", "large.txt", new string('x', (1024 * 1024) + 1));

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(tester, "large.txt"));

        Assert.Equal("The file large.txt of acme/extension is larger than 1 MB, and Hotfix reads none that is.", refusal.Message);
        Assert.Equal(1024 * 1024, (await ReadAsync(tester, "small.txt"))!.Text.Length);
    }

    [Fact]
    public async Task So_it_is_where_GitHub_itself_refuses_it()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Contents, HttpStatusCode.Forbidden, """{"message":"This API returns blobs up to 1 MB in size.","errors":[{"resource":"Blob","field":"data","code":"too_large"}]}""");

        Assert.Equal("The file docs/a b.yml of octo/app is larger than 1 MB, and Hotfix reads none that is.", (await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(tester))).Message);
    }

    [Theory]
    [InlineData("77u/aGVs\nbG8=\n", "hello")]
    [InlineData("", "")]
    [InlineData("Z3L2/w==", "gr\uFFFD\uFFFD")]
    public async Task A_byte_order_mark_is_dropped_and_what_is_not_UTF8_is_marked(string content, string text)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Contents, HttpStatusCode.OK, $$"""{"type":"file","encoding":"base64","size":8,"sha":"b1","content":"{{content.Replace("\n", "\\n", StringComparison.Ordinal)}}"}""");

        Assert.Equal(new RepositoryFile(text, "b1"), await ReadAsync(tester));
    }

    [Theory]
    [InlineData("""{"type":"symlink","size":4,"sha":"b1","target":"/etc/passwd"}""")]
    [InlineData("""{"type":"submodule","size":0,"sha":"b1"}""")]
    public async Task What_is_no_file_is_none(string body)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Contents, HttpStatusCode.OK, body);

        Assert.Null(await ReadAsync(tester));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"file","size":1,"sha":"b1"}""")]
    [InlineData("""{"type":"file","size":1,"sha":"b1","encoding":"base64","content":"?"}""")]
    [InlineData("<html>")]
    public async Task An_answer_that_makes_no_sense_is_an_outage(string body)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer(Contents, HttpStatusCode.OK, body);

        Assert.Equal("GitHub's answer could not be understood when it was asked to read docs/a b.yml of octo/app.", (await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(tester))).Message);
    }

    [Theory]
    [InlineData("../secrets")]
    [InlineData("/CODEOWNERS")]
    [InlineData("docs//x")]
    public async Task A_path_that_would_lead_elsewhere_is_a_fault_of_the_caller(string path)
    {
        using var tester = new GitHubTester();

        await Assert.ThrowsAsync<ArgumentException>(() => tester.Files.ReadAsync(GitHubTester.Repository(), path, null, Cancellation));
        Assert.Empty(tester.GitHub.Requests);
    }

    [Fact]
    public async Task A_failure_is_tried_again()
    {
        await using var tester = await CodeTester.StartAsync();
        tester.Sandbox.Push("main", "CODEOWNERS", "* @alice\n");
        tester.GitHub.Faults.Next(SandboxFault.ServerError, 2, (method, _) => method == "GET");

        Assert.NotNull(await ReadAsync(tester, "CODEOWNERS"));
        Assert.Equal(3, tester.Calls.Count());
    }

    private static Task<RepositoryFile?> ReadAsync(CodeTester tester, string path, string? commit = null) => tester.Client.Files.ReadAsync(tester.Repository, path, commit, Cancellation);

    private static Task<RepositoryFile?> ReadAsync(GitHubTester tester, string? commit = null) => tester.Files.ReadAsync(GitHubTester.Repository(), "docs/a b.yml", commit, Cancellation);
}
