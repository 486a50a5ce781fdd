using Hotfix.GitHub;
using Hotfix.Http;
using Hotfix.Http.Functions;
using Hotfix.Ports;
using Hotfix.Telemetry;

namespace Hotfix;

/// <summary>The web server with everything in it, built but not started.</summary>
internal static class Server
{
    /// <summary>Settings are read at the start. Watching their file would have every write to a store in the same folder looked at.</summary>
    private static readonly string[] Unwatched = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <param name="change">What demo and tests put in place of the list in <see cref="Services"/>.</param>
    /// <exception cref="SettingsException">One sentence.</exception>
    /// <exception cref="StoreUnavailableException">One sentence.</exception>
    public static WebApplication Build(Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? change = null, LogFormat log = LogFormat.Text)
    {
        var builder = WebApplication.CreateSlimBuilder(Unwatched);
        Logs.Add(builder.Logging, log, isHosted: CustomHandler.IsPresent(builder.Configuration));
        configure?.Invoke(builder);

        var settings = Settings.Read(builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, WebhookEndpoint.MaxBodyBytes));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, HttpJson.Default));
        Services.Add(builder.Services, settings);
        change?.Invoke(builder.Services);

        var app = builder.Build();
        Endpoints.Map(app);

        if (settings.Host is not null)
        {
            FunctionsEndpoints.Map(app);
        }

        // Made now, so that a key or a store that cannot be used stops the start and not the first delivery.
        app.Services.GetRequiredService<GitHubClient>();
        app.Services.GetRequiredService<IStore>();
        app.Services.GetService<OtlpExport>();

        return app;
    }
}
