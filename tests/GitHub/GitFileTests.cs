using System.Net;
using Hotfix.Ports;
using Hotfix.Sandbox;

namespace Hotfix.Tests.GitHub;

public sealed class GitFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("größe\r\n", false)]
    [InlineData("\uFEFFgröße\n", true)]
    [InlineData("", false)]
    public async Task A_file_is_read_as_it_was_at_a_commit(string text, bool hasMark)
    {
        await using var tester = await CodeTester.StartAsync();
        var (commit, _) = tester.Sandbox.Push("main", "src/a b/ü.json", text);
        tester.Sandbox.Push("main", "src/a b/ü.json", "later");

        Assert.Equal(
            new CommittedFile(text.TrimStart('\uFEFF'), commit.Files.GetValueOrDefault("src/a b/ü.json")!.Sha, hasMark),
            await tester.Client.Git.ReadAsync(tester.Repository, "src/a b/ü.json", commit.Sha, Cancellation));
    }

    [Theory]
    [InlineData("src/b.json")]
    [InlineData("src")]
    [InlineData("src/../src/a.json")]
    [InlineData("/src/a.json")]
    public async Task What_is_no_file_is_nothing(string path)
    {
        await using var tester = await CodeTester.StartAsync();
        var (commit, _) = tester.Sandbox.Push("main", "src/a.json", "{}");

        Assert.Null(await tester.Client.Git.ReadAsync(tester.Repository, path, commit.Sha, Cancellation));
    }

    [Fact]
    public async Task One_above_1_MB_comes_by_its_blob()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/contents/package-lock.json?ref=c1", HttpStatusCode.OK, """{"type":"file","size":20971520,"sha":"b1","encoding":"none","content":""}""");
        tester.GitHub.Answer("/git/blobs/b1", HttpStatusCode.OK, """{"sha":"b1","size":5,"encoding":"base64","content":"aGVs\nbG8="}""");

        Assert.Equal(new CommittedFile("hello", "b1", false), await ReadAsync(tester));
        Assert.Equal(2, tester.GitHub.Calls.Count());
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"type":"file","size":20971521,"sha":"b1","encoding":"none","content":""}""", "The file package-lock.json of octo/app is larger than 20 MB, and Hotfix changes none that is.")]
    [InlineData(HttpStatusCode.Forbidden, """{"message":"This API returns blobs up to 100 MB in size.","errors":[{"resource":"Blob","field":"data","code":"too_large"}]}""", "The file package-lock.json of octo/app is larger than 20 MB, and Hotfix changes none that is.")]
    [InlineData(HttpStatusCode.OK, """{"type":"file","size":1,"sha":"b1","encoding":"base64","content":"/w=="}""", "Hotfix was to read package-lock.json of octo/app at c1, and it is not text in UTF-8: no other can be changed.")]
    public async Task What_could_not_be_written_again_as_it_was_is_a_refusal(HttpStatusCode status, string body, string sentence)
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/contents/", status, body);

        Assert.Equal(sentence, (await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(tester))).Message);
    }

    [Fact]
    public async Task An_answer_that_makes_no_sense_is_an_outage()
    {
        using var tester = new GitHubTester();
        tester.GitHub.Answer("/contents/", HttpStatusCode.OK, """{"type":"file","size":1,"sha":"b1","encoding":"base64","content":"?"}""");

        Assert.Equal("GitHub's answer could not be understood when it was asked to read package-lock.json of octo/app at c1.", (await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(tester))).Message);
    }

    private static Task<CommittedFile?> ReadAsync(GitHubTester tester) => tester.Git.ReadAsync(GitHubTester.Repository(), "package-lock.json", "c1", Cancellation);
}
