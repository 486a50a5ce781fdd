using System.CommandLine;
using Hotfix.GitHub.Oidc;
using Hotfix.Handlers;
using Hotfix.Http;
using Hotfix.Profiles;
using Hotfix.Sandbox;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Hotfix.Cli.Demo;

/// <summary>
/// <c>hotfix demo</c>: the real server on SQLite, and sandboxes in place of GitHub and the Chrome Web Store. Files a dozen reports as signed deliveries over HTTP and shows what became of them; one P0 of them is then started, mended by people until its
/// gate is green, merged, and, where it is an extension, built, released and published by the Action's own steps. Exit code 0 only when each is labelled and has exactly one card, as expected, and the hotfix went that way.
/// </summary>
internal static class DemoVerb
{
    /// <summary>Nothing comes in a burst here, so nobody has to wait for the gate as long as it waits for more.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(20);

    private static readonly Option<string> ProfileName = new("--profile") { Description = $"The profile to go by: {string.Join(", ", BuiltIns.Names)}.", DefaultValueFactory = _ => BuiltIns.Default };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(string profile, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hotfix-demo-");

        try
        {
            await using var github = await SandboxGitHub.StartAsync(new SandboxOptions { Echo = true }, cancellationToken);
            var handlings = new DemoHandlings();
            await using var app = Server.Build(builder => Configure(builder, github, folder.FullName, profile), services => Change(services, handlings, github));
            await app.StartAsync(cancellationToken);
            github.Hook = new Uri(app.Urls.First() + WebhookEndpoint.Path);

            try
            {
                return await new DemoStory(github, app, handlings, profile, folder.FullName).TellAsync(cancellationToken) ? 0 : 1;
            }
            finally
            {
                await app.StopAsync(CancellationToken.None);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Configure(WebApplicationBuilder builder, SandboxGitHub github, string folder, string profile)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration["HOTFIX_GITHUB_URL"] = github.Url.ToString();
        builder.Configuration["HOTFIX_APP_ID"] = $"{github.App.Id}";
        builder.Configuration["HOTFIX_PRIVATE_KEY"] = github.App.PrivateKeyPem;
        builder.Configuration["HOTFIX_WEBHOOK_SECRET"] = github.App.WebhookSecret;
        builder.Configuration["HOTFIX_STORE"] = $"sqlite:{Path.Combine(folder, "demo.db")}";
        builder.Configuration["HOTFIX_URLS"] = "http://127.0.0.1:0";
        builder.Configuration["HOTFIX_URL"] = "http://127.0.0.1"; // workflows may report; the port comes below
        builder.Configuration["HOTFIX_PACING"] = "off";
        builder.Configuration["HOTFIX_PROFILE"] = profile;
    }

    /// <summary>Tokens of workflows are made for the address at which the App is reached, and that is known once it runs.</summary>
    private static void Change(IServiceCollection services, DemoHandlings handlings, SandboxGitHub github)
    {
        services.AddSingleton<IHandlingObserver>(handlings);
        services.AddSingleton(WorkOptions.Default with { Settle = Settle });
        services.AddSingleton(provider => new OidcOptions(OidcOptions.IssuerOf(github.Url), provider.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()));
    }

    private static Command Create()
    {
        var command = new Command("demo", "Show a dozen reports being triaged, and one mended, released and published, against sandboxes in place of GitHub and the store.") { ProfileName };
        command.SetAction((arguments, cancellationToken) => RunAsync(Settings.Profiled(arguments.GetValue(ProfileName)!, "--profile"), cancellationToken));

        return command;
    }
}
