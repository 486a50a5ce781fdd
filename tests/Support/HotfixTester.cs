using System.Net;
using Hotfix.Commands.Reading;
using Hotfix.GitHub;
using Hotfix.GitHub.Oidc;
using Hotfix.Handlers;
using Hotfix.Http;
using Hotfix.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotfix.Tests.Support;

/// <summary>The whole app over HTTP, on a store of its own, against a sandbox of its own: say what a person does, assert what they read.</summary>
internal sealed class HotfixTester : IAsyncDisposable
{
    /// <summary>Where the app is told that it is reached from outside; workflows' tokens are made for it.</summary>
    public const string PublicUrl = "https://hotfix.example.com";

    private static readonly SandboxApp App = SandboxApp.Create();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-test-");
    private readonly List<SandboxExchange> exchanges = [];
    private Func<WebApplication> build = null!;
    private WebApplication? server;

    public SandboxGitHub GitHub { get; private set; } = null!;

    public SandboxRepository Repository { get; private set; } = null!;

    public Handlings Handlings { get; } = new();

    public LogLines Log { get; } = new();

    /// <summary>The store's file, for a process that opens it beside the app.</summary>
    public string Store => Path.Combine(folder.FullName, "hotfix.db");

    public Uri Url => new(server!.Urls.First());

    /// <summary>For whom workflows' tokens are to be made; to be set before the first report.</summary>
    public string Audience { get; set; } = PublicUrl;

    public IServiceProvider Services => server!.Services;

    public IReadOnlyList<SandboxExchange> Exchanges
    {
        get
        {
            lock (exchanges)
            {
                return [.. exchanges];
            }
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HotfixTester> StartAsync(TimeProvider? time = null, WorkOptions? work = null, TimeSpan? callTimeout = null, bool echo = true, Uri? gitHub = null, Action<IServiceCollection>? change = null, Dictionary<string, string>? settings = null)
    {
        var tester = new HotfixTester();
        tester.GitHub = await SandboxGitHub.StartAsync(new() { App = App, Echo = echo, Time = time ?? TimeProvider.System, Exchanged = tester.Keep }, Cancellation);
        tester.Repository = tester.GitHub.AddRepository("acme", "extension");
        tester.build = () => Server.Build(builder => tester.Configure(builder, settings ?? []), services =>
        {
            services.AddSingleton(time ?? TimeProvider.System);
            services.AddSingleton(work ?? WorkOptions.Default with { FirstPause = TimeSpan.FromMilliseconds(10), Settle = TimeSpan.FromMilliseconds(20) });
            services.AddSingleton(provider => new GitHubOptions(gitHub ?? tester.GitHub.Url, App.Id, provider.GetRequiredService<AppPrivateKey>(), Pacing.Off, callTimeout ?? TimeSpan.FromSeconds(10)));
            services.AddSingleton<IHandlingObserver>(tester.Handlings);
            services.AddSingleton(_ => new OidcOptions(new(tester.GitHub.State.Issuer.Url), tester.Audience));
            change?.Invoke(services);
        });
        await tester.ReturnAsync();

        return tester;
    }

    /// <summary>The app is started, on the store it had before.</summary>
    public async Task ReturnAsync()
    {
        server = build();
        await server.StartAsync(Cancellation);
        GitHub.Hook = new(Url, WebhookEndpoint.Path);
        GitHub.IsHookAway = false;
    }

    /// <summary>The app is stopped; what GitHub tells meanwhile is lost.</summary>
    public async Task LeaveAsync()
    {
        GitHub.IsHookAway = true;
        await server!.StopAsync(Cancellation);
        await server.DisposeAsync();
        server = null;
    }

    /// <summary>Somebody files an issue; returns when it is settled.</summary>
    public async Task<(SandboxIssue Issue, Handled Handled)> FileAsync(string title, string body = "", params string[] labels)
    {
        var (issue, delivery) = Repository.File(title, body, labels: labels);

        return (issue, await HearAsync(delivery));
    }

    /// <summary>GitHub tells the app; returns when the delivery is settled.</summary>
    public async Task<Handled> HearAsync(SandboxDelivery delivery)
    {
        Assert.Equal(HttpStatusCode.Accepted, await GitHub.SendAsync(delivery, Cancellation));

        return await Handlings.UntilAsync(handled => handled.Head.Id == delivery.Id && handled.Head.Status != DeliveryStatus.Waiting, Cancellation);
    }

    /// <summary>Somebody has commented; returns what became of each command in it, when the comment and all of them are settled.</summary>
    public async Task<IReadOnlyList<Handled>> SayAsync((SandboxComment Comment, SandboxDelivery Delivery) said)
    {
        await HearAsync(said.Delivery);
        var commands = new List<Handled>();

        for (var at = 0; at < CommandLines.Of(said.Comment.Body).Lines.Count; at++)
        {
            var id = $"command-{said.Delivery.Id}-{at:D2}";
            commands.Add(await Handlings.UntilAsync(handled => handled.Head.Id == id && handled.Head.Status != DeliveryStatus.Waiting, Cancellation));
        }

        return commands;
    }

    /// <summary>The same on an issue.</summary>
    public Task<IReadOnlyList<Handled>> SayAsync(SandboxIssue issue, string body, string by = "maintainer") => SayAsync(issue.Comment(body, by));

    /// <summary>GitHub tells several things one after another.</summary>
    public async Task HearAsync(IEnumerable<SandboxDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            if (await GitHub.SendAsync(delivery, Cancellation) == HttpStatusCode.Accepted)
            {
                await Handlings.UntilAsync(handled => handled.Head.Id == delivery.Id && handled.Head.Status != DeliveryStatus.Waiting, Cancellation);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await GitHub.DisposeAsync();

        if (server is not null)
        {
            await server.StopAsync(CancellationToken.None);
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private void Keep(SandboxExchange exchange)
    {
        lock (exchanges)
        {
            exchanges.Add(exchange);
        }
    }

    private void Configure(WebApplicationBuilder builder, Dictionary<string, string> settings)
    {
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Configuration["HOTFIX_APP_ID"] = $"{App.Id}";
        builder.Configuration["HOTFIX_PRIVATE_KEY"] = App.PrivateKeyPem;
        builder.Configuration["HOTFIX_WEBHOOK_SECRET"] = $"{App.WebhookSecret},the-next-secret";
        builder.Configuration["HOTFIX_STORE"] = $"sqlite:{Store}";
        builder.Configuration["HOTFIX_URLS"] = "http://127.0.0.1:0";
        builder.Configuration["HOTFIX_URL"] = PublicUrl;
        builder.Configuration["HOTFIX_SWEEP"] = "off"; // most tests count the calls

        foreach (var (name, value) in settings)
        {
            builder.Configuration[name] = value;
        }
    }
}
