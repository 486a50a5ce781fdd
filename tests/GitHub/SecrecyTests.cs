using System.Net;
using System.Text.Json.Nodes;

namespace Hotfix.Tests.GitHub;

public sealed class SecrecyTests : IDisposable
{
    private static readonly string[] Parts = ["access_tokens", "GET /app", "GET /repos", "POST /repos", "PATCH /repos", "DELETE /repos"];
    private static readonly int[] Statuses = [-1, -2, 200, 201, 302, 400, 401, 403, 404, 409, 410, 418, 422, 429, 451, 500, 502];

    private readonly GitHubTester tester = new();

    public static TheoryData<string, int> Faults => [.. from part in Parts from status in Statuses select (part, status)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_fault_makes_a_secret_appear_in_an_exception_or_in_the_log(string part, int status)
    {
        tester.GitHub.Answer(part, times: 3, seen => Echo(seen, status));
        var said = new List<string>();
        var cancellation = TestContext.Current.CancellationToken;

        foreach (var act in new Func<Task>[]
        {
            () => tester.Issues.AddLabelsAsync(GitHubTester.Issue(), [GitHubTester.Bug], cancellation),
            () => tester.Issues.RemoveLabelAsync(GitHubTester.Issue(), "kind/bug", cancellation),
            () => tester.Issues.FindCommentAsync(GitHubTester.Issue(), "marker", cancellation),
            () => tester.ReadAsync(new(1)),
            () => tester.PostAsync(),
            () => tester.Issues.EditCommentAsync(GitHubTester.Issue(), new(1), "edited", cancellation),
            () => tester.Issues.DeleteCommentAsync(GitHubTester.Issue(), new(1), cancellation),
            () => tester.App.IdentityAsync(cancellation),
        })
        {
            if (await Record.ExceptionAsync(() => tester.PassAsync(AsResult(act()))) is { } exception)
            {
                said.Add(exception.ToString());
            }
        }

        Assert.NotEmpty(tester.GitHub.Requests);

        foreach (var secret in Secrets())
        {
            Assert.DoesNotContain([.. said, .. tester.Logs.Lines], text => text.Contains(secret, StringComparison.Ordinal));
        }
    }

    public void Dispose() => tester.Dispose();

    /// <summary>Whole secrets and pieces of them: parts of tokens, JWTs (their signatures are about 340 characters) and lines of the key.</summary>
    private IEnumerable<string> Secrets() => tester.GitHub.Requests
        .Select(request => request.Token)
        .OfType<string>()
        .Distinct()
        .SelectMany(token => token.Split('.', '_').Where(piece => piece.Length > 20).SelectMany(piece => new[] { piece[..20], piece[^20..] }).Append(token))
        .Concat(TestKey.Pkcs1.Split('\n')[1..^1].Where(line => line.Length > 8));

    /// <summary>The worst GitHub there could be: it sends back all it was given.</summary>
    private static HttpResponseMessage Echo(Seen seen, int status)
    {
        var told = $"You sent {seen.Headers["Authorization"]} and {seen.Token}\n{TestKey.Pkcs1.Split('\n')[3]}";

        return status switch
        {
            -1 => throw new HttpRequestException("The connection was reset."),
            -2 => throw new IOException("The response ended."),
            _ => FakeGitHub.Response(
                (HttpStatusCode)status,
                new JsonObject { ["message"] = told, ["token"] = told, ["errors"] = new JsonArray(told, new JsonObject { ["message"] = told }) }.ToJsonString(),
                ("x-accepted-github-permissions", $"issues={seen.Token}"),
                ("Location", "/nowhere")),
        };
    }

    private static async Task<bool> AsResult(Task task)
    {
        await task;

        return true;
    }
}
