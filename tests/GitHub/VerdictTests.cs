using System.Net;
using Hotfix.Ports;

namespace Hotfix.Tests.GitHub;

public sealed class VerdictTests : IDisposable
{
    private readonly GitHubTester tester = new();

    [Theory]
    [InlineData(400, """{"message":"Problems parsing JSON"}""", "GitHub refused to comment on octo/app#1 (400: Problems parsing JSON).")]
    [InlineData(403, """{"message":"Must have admin rights."}""", "GitHub refused to comment on octo/app#1 (403: Must have admin rights).")]
    [InlineData(404, """{"message":"Not Found"}""", "GitHub finds nothing, or nothing that the App may see, to comment on octo/app#1 (404: Not Found).")]
    [InlineData(409, "", "GitHub refused to comment on octo/app#1 (409).")]
    [InlineData(410, """{"message":"Issues are disabled"}""", "What is needed to comment on octo/app#1 is gone from GitHub (410: Issues are disabled).")]
    [InlineData(
        422,
        """{"message":"Validation Failed","errors":["Body is too long",7,{"code":"custom","message":"No"}]}""",
        "GitHub finds the request to comment on octo/app#1 invalid (422: Validation Failed; Body is too long; custom No).")]
    [InlineData(
        422,
        """{"message":"Validation Failed","errors":"all of it"}""",
        "GitHub finds the request to comment on octo/app#1 invalid (422: Validation Failed).")]
    [InlineData(451, """{"message":"Repository access blocked"}""", "GitHub may not comment on octo/app#1 for legal reasons (451: Repository access blocked).")]
    [InlineData(418, "<html>I am a proxy</html>", "GitHub refused to comment on octo/app#1 (418).")]
    [InlineData(418, """["not","an","object"]""", "GitHub refused to comment on octo/app#1 (418).")]
    [InlineData(418, """{"message":"two\r\nlines\u001b[31m and  gaps"}""", "GitHub refused to comment on octo/app#1 (418: two lines [31m and gaps).")]
    public async Task A_refusal_is_one_sentence_that_names_what_was_refused(int status, string body, string sentence)
    {
        tester.GitHub.Answer("POST /repos", (HttpStatusCode)status, body);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.PostAsync());

        Assert.Equal((status, sentence), (refusal.Status, refusal.Message));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_failure_of_GitHubs_is_an_outage(int status)
    {
        tester.GitHub.Answer("POST /repos", (HttpStatusCode)status, """{"message":"Server Error"}""");

        var outage = await Assert.ThrowsAsync<UnavailableException>(() => tester.PostAsync());

        Assert.Equal($"GitHub failed to comment on octo/app#1 ({status}); whether it happened is unknown.", outage.Message);
    }

    [Fact]
    public async Task What_GitHub_says_is_quoted_shortened()
    {
        tester.GitHub.Answer("POST /repos", HttpStatusCode.BadRequest, $$"""{"message":"{{string.Concat(Enumerable.Repeat("no, ", 1000))}}"}""");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => tester.PostAsync());

        Assert.InRange(refusal.Message.Length, 200, 300);
        Assert.EndsWith("…).", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => tester.Dispose();
}
