using System.Text.Json;
using Hotfix.Sandbox;
using Hotfix.Tests.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli;

/// <summary>
/// A repository in a sandbox, and <c>hotfix triage --repo</c> looking at it. When it is closed: whatever a test did, only GET was sent, as GitHub describes it, and the token is in no file.
/// </summary>
internal sealed class RepositoryTester : IAsyncDisposable
{
    public const string Token = "ghp_0123456789";

    private readonly DirectoryInfo cache = Directory.CreateTempSubdirectory("hotfix-cache-");
    private readonly List<SandboxExchange> exchanges = [];
    private readonly SandboxClock clock = new();

    public SandboxGitHub GitHub { get; private set; } = null!;

    public SandboxRepository Repository { get; private set; } = null!;

    public string CacheFile => CacheFiles.Single();

    /// <summary>What was asked for, with its query.</summary>
    public IReadOnlyList<string> Targets
    {
        get
        {
            lock (exchanges)
            {
                return [.. exchanges.Select(exchange => exchange.Target)];
            }
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string[] CacheFiles => Directory.GetFiles(cache.FullName, "*", SearchOption.AllDirectories);

    public async ValueTask StartAsync()
    {
        GitHub = await SandboxGitHub.StartAsync(new() { Exchanged = Keep, Time = clock }, Cancellation);
        GitHub.AcceptToken(Token);
        Repository = GitHub.AddRepository("acme", "extension");
    }

    public static IEnumerable<string> Numbers(int from, int to) => Enumerable.Range(to, from - to + 1).Reverse().Select(number => $"{number}");

    public static IEnumerable<string> Ids(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!);

    /// <summary>Whether what changed was asked for, or which page.</summary>
    public static IEnumerable<string> Kinds(IEnumerable<string> targets) =>
        targets.Select(target => target.Contains("since=", StringComparison.Ordinal) ? "since" : target.Split('&')[^1]);

    /// <summary>People file issues; then some time goes by.</summary>
    public IReadOnlyList<SandboxIssue> File(string title, int count)
    {
        List<SandboxIssue> issues = [.. Enumerable.Range(0, count).Select(_ => Repository.File(title, "Every time.").Issue)];
        clock.Now += TimeSpan.FromMinutes(10);

        return issues;
    }

    /// <summary>So many requests are answered, then so many fail.</summary>
    public void Fail(SandboxFault fault, int times, int after)
    {
        GitHub.Faults.Next(SandboxFault.None, after);
        GitHub.Faults.Next(fault, times);
    }

    /// <summary>From now on <see cref="Targets"/> begins anew.</summary>
    public void Forget()
    {
        lock (exchanges)
        {
            exchanges.Clear();
        }
    }

    public async Task<IEnumerable<string>> IdsAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync([.. arguments, "--json"]);
        Assert.Equal((0, ""), (exitCode, error));

        return Ids(output);
    }

    public Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunWithAsync(Token, arguments);

    public Task<(int ExitCode, string Output, string Error)> RunWithAsync(string token, params string[] arguments) =>
        HotfixProcess.RunAsync(Environment(token), Cancellation, ["triage", "--repo", "acme/extension", .. arguments]);

    public Dictionary<string, string> Environment(string token) => new()
    {
        ["HOTFIX_GITHUB_URL"] = $"{GitHub.Url}",
        ["GITHUB_TOKEN"] = token,
        ["XDG_CACHE_HOME"] = cache.FullName,
    };

    public async ValueTask DisposeAsync()
    {
        await GitHub.DisposeAsync();

        Assert.All(exchanges, exchange => Assert.Equal(("GET", 0), (exchange.Method, exchange.RequestBody.Length)));
        Assert.Equal("", string.Join('\n', exchanges.SelectMany(one => OpenApi.GitHub.Check(one.Method, one.Target, one.RequestBody, one.Status, one.ResponseBody))));
        Assert.Empty(GitHub.UnknownRequests);
        Assert.All(CacheFiles, path => Assert.DoesNotContain(Token, System.IO.File.ReadAllText(path), StringComparison.Ordinal));
        cache.Delete(recursive: true);
    }

    private void Keep(SandboxExchange exchange)
    {
        lock (exchanges)
        {
            exchanges.Add(exchange);
        }
    }
}
