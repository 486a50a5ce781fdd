using System.Collections.Concurrent;
using Hotfix.Domain;
using Hotfix.GitHub;
using Hotfix.Ports;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.GitHub;

/// <summary>The adapter, a GitHub in memory, and a clock that stands still.</summary>
internal sealed class GitHubTester : ICallObserver, IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public static readonly Label Bug = new("kind/bug", "d73a4a", "Something is broken");

    private readonly AppPrivateKey key = AppPrivateKey.FromPem(TestKey.Pkcs1);
    private readonly GitHubClient client;

    public GitHubTester(Pacing? pacing = null, string root = "https://api.github.com")
    {
        GitHub = new FakeGitHub(Time, root);
        client = GitHubClient.Create(
            new GitHubOptions(new Uri(root), 77, key, pacing ?? Pacing.Off, TimeSpan.FromSeconds(10)), Time, new Random(1), Logs, GitHub, this);
    }

    public ManualTime Time { get; } = new(Start);

    public FakeGitHub GitHub { get; }

    public ConcurrentQueue<CallMade> Made { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public IIssues Issues => client.Issues;

    public IFiles Files => client.Files;

    public IChecks Checks => client.Checks;

    public IPullRequests PullRequests => client.PullRequests;

    public IGit Git => client.Git;

    public IReleases Releases => client.Releases;

    public IPeople People => client.People;

    public IApp App => client.App;

    public IChanges Changes => client.Changes;

    public IHookDeliveries HookDeliveries => client.HookDeliveries;

    public ICallMeter Meter => client.Meter;

    public static IssueId Issue(int number = 1, long installation = 5) => new(new Repository(installation, 900 + installation, "octo", "app"), number);

    public static Repository Repository(long installation = 5) => Issue(installation: installation).Repository;

    public Task<CommentId> PostAsync(string body = "hello", long installation = 5) =>
        Issues.PostCommentAsync(Issue(installation: installation), body, TestContext.Current.CancellationToken);

    public Task<string?> ReadAsync(CommentId comment, long installation = 5) =>
        Issues.ReadCommentAsync(Issue(installation: installation), comment, TestContext.Current.CancellationToken);

    /// <summary>Lets time pass until the task is done.</summary>
    public async Task<T> PassAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await task;
    }

    public void OnCall(CallMade call) => Made.Enqueue(call);

    public void Dispose()
    {
        client.Dispose();
        GitHub.Dispose();
        key.Dispose();
        Logs.Dispose();
    }
}
