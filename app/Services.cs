using System.Diagnostics.Metrics;
using Hotfix.GitHub;
using Hotfix.GitHub.Calls;
using Hotfix.GitHub.Oidc;
using Hotfix.Handlers;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Facts;
using Hotfix.Handlers.Issues;
using Hotfix.Handlers.Keeping;
using Hotfix.Handlers.Missed;
using Hotfix.Handlers.Performing;
using Hotfix.Http;
using Hotfix.Http.Functions;
using Hotfix.Ports;
using Hotfix.Storage.Azure;
using Hotfix.Telemetry;

namespace Hotfix;

/// <summary>The composition: who gets what, readable as a list.</summary>
internal static class Services
{
    /// <summary>The queue's name in the store.</summary>
    public const string Doorbells = "doorbells";

    internal static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public static void Add(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Random.Shared);
        services.AddSingleton(settings.Work);

        // Storage
        services.AddSingleton(provider => settings.Store.Open(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Random>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Documents);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Queue(Doorbells));

        // GitHub
        services.AddSingleton(_ => Key(settings));
        services.AddSingleton(provider => new GitHubOptions(settings.GitHub, settings.AppId, provider.GetRequiredService<AppPrivateKey>(), settings.Pacing ? Pacing.GitHub : Pacing.Off, CallTimeout));
        services.AddSingleton(new WebhookSignature(settings.WebhookSecrets));
        services.AddSingleton<IWebhooks>(new GitHubWebhooks(settings.AppId));
        services.AddSingleton(provider => GitHubClient.Create(provider.GetRequiredService<GitHubOptions>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Random>(), provider.GetRequiredService<ILoggerFactory>(), wire: null, [.. provider.GetServices<ICallObserver>()]));
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().Issues);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().App);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().HookDeliveries);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().Changes);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().Meter);

        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().Files);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().Checks);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().PullRequests);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().Git);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().Releases);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().People);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().Evidence);
        services.AddSingleton(provider => provider.GetRequiredService<GitHubClient>().Workflows);
        services.AddSingleton(new GitHubPages(GitHubWeb.Of(settings.GitHub)));

        if (settings.Oidc is { } oidc)
        {
            // Without an address of our own no token can be for us
            services.AddSingleton(oidc);
            services.AddSingleton(provider => new IssuerKeys(provider.GetRequiredService<OidcOptions>(), GitHubHttp.OfIssuer(CallTimeout), provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<IWorkflowTokens, GitHubWorkflowTokens>();
        }

        // Configuration
        services.AddSingleton(new ProcessCache(settings.Profile, GitHubWeb.Of(settings.GitHub)));
        services.AddSingleton<ConfigFiles>();
        services.AddSingleton<CodeOwnersCache>();
        services.AddSingleton<Processes>();

        // Facts
        services.AddSingleton<RehearsalReader>();
        services.AddSingleton<IssueFactReader>();
        services.AddSingleton<ConfigFactReader>();
        services.AddSingleton<CodeFactReader>();
        services.AddSingleton<CommandFactReader>();
        services.AddSingleton<FixFactReader>();
        services.AddSingleton<BuildFactReader>();
        services.AddSingleton<PortReader>();
        services.AddSingleton<GateFactReader>();
        services.AddSingleton<FactReader>();

        // Handlers
        services.AddSingleton<Roster>();
        services.AddSingleton<EffortLedger>();
        services.AddSingleton<IssueIndex>();
        services.AddSingleton<DueList>();
        services.AddSingleton<Journal>();
        services.AddSingleton<VersionLedger>();
        services.AddSingleton<FreezeLedger>();
        services.AddSingleton<LabelEffects>();
        services.AddSingleton<CardEffects>();
        services.AddSingleton<OwnerEffects>();
        services.AddSingleton<ConfigEffects>();
        services.AddSingleton<CommandEffects>();
        services.AddSingleton<StartEffects>();
        services.AddSingleton<GateEffects>();
        services.AddSingleton<WorkflowEffects>();
        services.AddSingleton<Router>();
        services.AddSingleton<DeliveryIndex>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Receiving>();
        services.AddSingleton<ReportReceiving>();
        services.AddSingleton<Performer>();
        services.AddSingleton<Handling>();
        services.AddSingleton<Attempt>();
        services.AddSingleton<Drain>();
        services.AddSingleton<IHandlingObserver, DeliveryLog>();
        services.AddSingleton<DeliveryList>();
        services.AddSingleton(settings.Sweep ?? SweepOptions.Default);
        services.AddSingleton<SweepLedger>();
        services.AddSingleton<Recovering>();
        services.AddSingleton<MissedDeliveries>();
        services.AddSingleton<ListingLedger>();
        services.AddSingleton<KnownComments>();
        services.AddSingleton<ListedChanges>();
        services.AddSingleton<ListingRound>();
        services.AddSingleton<ListingChanges>();
        services.AddSingleton<OldDeliveries>();
        services.AddSingleton<OldJournals>();

        if (settings.Host is { } host)
        {
            // The Functions host hands the doorbells out
            services.AddSingleton(host);
            services.AddSingleton<Poison>();
            services.AddSingleton<MessageText>(StoredMessage.TextOf);
            services.AddSingleton<DoorbellEndpoint>();
            services.AddSingleton<Invocation>();
        }
        else
        {
            services.AddHostedService<Worker>();
            services.AddHostedService<Rounds>();
        }

        // From time to time
        if (settings.Sweep is not null)
        {
            services.AddSingleton<ITimedWork>(provider => provider.GetRequiredService<MissedDeliveries>());
            services.AddSingleton<ITimedWork>(provider => provider.GetRequiredService<ListingChanges>());
        }

        services.AddSingleton<ITimedWork, Retention>();
        services.AddSingleton<TimedRound>();

        // Http
        services.AddSingleton<WebhookEndpoint>();
        services.AddSingleton<BuildEndpoint>();
        services.AddSingleton<StoreProbe>();
        services.AddSingleton<AppProbe>();
        services.AddSingleton<ReadyEndpoint>();

        // Telemetry
        if (settings.Telemetry)
        {
            services.AddSingleton(_ => new Meter(OtlpExport.Name));
            services.AddSingleton<IHandlingObserver, DeliveryMetrics>();
            services.AddSingleton<ICallObserver, GitHubMetrics>();
            services.AddHostedService<QueueMetrics>();
            services.AddSingleton<OtlpExport>();
        }
    }

    private static AppPrivateKey Key(Settings settings)
    {
        try
        {
            return AppPrivateKey.FromPem(settings.PrivateKey);
        }
        catch (FormatException wrong)
        {
            throw new SettingsException($"HOTFIX_PRIVATE_KEY: {wrong.Message}");
        }
    }
}
