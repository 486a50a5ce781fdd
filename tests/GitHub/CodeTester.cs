using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.GitHub;

/// <summary>The adapter and a sandbox with one repository <c>acme/extension</c>. When it is closed, each request and each answer was as GitHub describes it.</summary>
internal sealed class CodeTester : IAsyncDisposable
{
    private static readonly SandboxApp App = SandboxApp.Create();

    private static readonly Regex Refs = new("(/git/(?:ref|refs|matching-refs)/)([^?]+)", RegexOptions.CultureInvariant);

    private readonly AppPrivateKey key = AppPrivateKey.FromPem(App.PrivateKeyPem);
    private readonly RecordedLogs logs = new();
    private readonly ConcurrentQueue<SandboxExchange> exchanges;

    private CodeTester(SandboxGitHub gitHub, ConcurrentQueue<SandboxExchange> exchanges)
    {
        this.exchanges = exchanges;
        GitHub = gitHub;
        Sandbox = gitHub.AddRepository("acme", "extension");
        Client = GitHubClient.Create(new GitHubOptions(gitHub.Url, App.Id, key, Pacing.GitHub, TimeSpan.FromSeconds(30)) { RetryPause = TimeSpan.FromMilliseconds(1), BranchPauses = [TimeSpan.FromMilliseconds(1)] }, TimeProvider.System, new Random(1), logs);
    }

    public SandboxGitHub GitHub { get; }

    public SandboxRepository Sandbox { get; }

    public GitHubClient Client { get; }

    /// <summary>The repository as a delivery names it.</summary>
    public Repository Repository => new(Sandbox.Installation.Id, Sandbox.Id, Sandbox.Owner.Login, Sandbox.Name);

    /// <summary>"METHOD path status" of each request but those for tokens.</summary>
    public IEnumerable<string> Calls => GitHub.Calls.All.Where(call => !call.Path.EndsWith("/access_tokens", StringComparison.Ordinal)).Select(call => $"{call.Method} {call.Path} {call.Status}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CodeTester> StartAsync()
    {
        var exchanges = new ConcurrentQueue<SandboxExchange>();

        return new CodeTester(await SandboxGitHub.StartAsync(new SandboxOptions { App = App, Exchanged = exchanges.Enqueue }, Cancellation), exchanges);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await GitHub.DisposeAsync();
        key.Dispose();
        logs.Dispose();

        Assert.Equal("", string.Join('\n', exchanges.SelectMany(Complaints)));
        Assert.Empty(GitHub.UnknownRequests);
    }

    /// <summary>GraphQL is no part of the description; and of some refusals it knows the status, but not that GitHub says why.</summary>
    private static IEnumerable<string> Complaints(SandboxExchange exchange) => exchange.Target == "/graphql"
        ? []
        : OpenApi.GitHub.Check(exchange.Method, OneRef(exchange.Target), exchange.RequestBody, exchange.Status, exchange.ResponseBody)
            .Where(complaint => exchange.Status < 400 || !complaint.EndsWith("the answer has a body, and none is described.", StringComparison.Ordinal));

    /// <summary>To the description a ref is one parameter, however many slashes it has.</summary>
    private static string OneRef(string target) => Refs.Replace(target, match => match.Groups[1].Value + match.Groups[2].Value.Replace("/", "%2F", StringComparison.Ordinal));
}
