using Hotfix.GitHub.Access;
using Hotfix.GitHub.Calls;
using Hotfix.GitHub.Evidence;
using Hotfix.GitHub.Git;
using Hotfix.GitHub.Limits;
using Hotfix.Ports;

namespace Hotfix.GitHub;

/// <summary>GitHub behind our ports. The way of a call, step by step, is written down in <see cref="Create"/>.</summary>
internal sealed class GitHubClient : IDisposable
{
    private readonly HttpClient http;

    private GitHubClient(HttpClient http, IIssues issues, IFiles files, IChecks checks, IPullRequests pullRequests, IGit git, IReleases releases, IPeople people, IEvidence evidence, IWorkflows workflows, IApp app, IHookDeliveries hookDeliveries, IChanges changes, ICallMeter meter)
    {
        this.http = http;
        Issues = issues;
        Files = files;
        Checks = checks;
        PullRequests = pullRequests;
        Git = git;
        Releases = releases;
        People = people;
        Evidence = evidence;
        Workflows = workflows;
        App = app;
        HookDeliveries = hookDeliveries;
        Changes = changes;
        Meter = meter;
    }

    public IIssues Issues { get; }

    public IFiles Files { get; }

    public IChecks Checks { get; }

    public IPullRequests PullRequests { get; }

    public IGit Git { get; }

    public IReleases Releases { get; }

    public IPeople People { get; }

    public IEvidence Evidence { get; }

    public IWorkflows Workflows { get; }

    public IApp App { get; }

    public IHookDeliveries HookDeliveries { get; }

    public IChanges Changes { get; }

    public ICallMeter Meter { get; }

    /// <summary>
    /// Puts the adapter together. <paramref name="wire"/> sends the requests in tests, and must not follow redirects; without it they go over the network.
    /// </summary>
    public static GitHubClient Create(GitHubOptions options, TimeProvider time, Random random, ILoggerFactory loggers, HttpMessageHandler? wire = null, params IReadOnlyCollection<ICallObserver> observers)
    {
        var http = GitHubHttp.Create(wire);
        var url = new GitHubUrl(options.Url);
        var clock = new GitHubClock(time);
        var lanes = new Lanes(options.Pacing, time);
        var meter = new CallMeter();

        ICalls calls = new Sent(http, meter, options.CallTimeout, time);
        calls = new Observed(observers, time, calls);
        calls = new Limited(url, lanes, time, calls, loggers.CreateLogger<Limited>());
        calls = new Redirected(url, calls);
        calls = new Retried(options.ReadTries, options.RetryPause, time, random, calls, loggers.CreateLogger<Retried>());

        var asApp = new AsApp(new AppJwt(options.AppId, options.Key, clock), clock, calls, loggers.CreateLogger<AsApp>());
        var tokens = new InstallationTokens(url, asApp, clock);

        calls = new AsInstallation(tokens, calls, loggers.CreateLogger<AsInstallation>());
        calls = new Cached(options.CacheBytes, calls);
        calls = new Paced(lanes, time, calls);

        var app = new GitHubApp(url, asApp, tokens);
        var issues = new GitHubIssues(url, calls, new RepositoryLabels(url, calls, new KnownLabels(options.KnownRepositories)), app);

        return new GitHubClient(
            http,
            issues,
            new GitHubFiles(url, calls),
            new GitHubChecks(url, calls, app),
            new GitHubPullRequests(url, calls, options.BranchPauses, time),
            new GitHubGit(url, calls),
            new GitHubReleases(url, calls),
            new GitHubPeople(url, calls),
            new GitHubEvidence(url, calls, app, time),
            new GitHubWorkflows(url, calls, time),
            app,
            new GitHubHookDeliveries(url, asApp),
            new GitHubChanges(url, asApp, calls, app),
            meter);
    }

    public void Dispose() => http.Dispose();
}
