using System.CommandLine;
using System.Diagnostics;
using Hotfix.Cli.Tree;
using Hotfix.GitHub.Oidc;
using Hotfix.Handlers;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Http;
using Hotfix.Profiles;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Git;
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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>More, for npm, a browser and a dozen programs one after another.</summary>
    private static readonly TimeSpan ShippingPatience = TimeSpan.FromMinutes(3);

    /// <summary>Nothing comes in a burst here, so nobody has to wait for the gate as long as it waits for more.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(20);

    /// <summary>What a freshly opened issue may cost, with one label that is new to the repository besides.</summary>
    private const int MaxCalls = 4;

    private static readonly Option<string> ProfileName = new("--profile") { Description = $"The profile to go by: {string.Join(", ", BuiltIns.Names)}.", DefaultValueFactory = _ => BuiltIns.Default };

    public static Command Command { get; } = Create();

    private static async Task<int> RunAsync(string profile, CancellationToken cancellationToken)
    {
        var reports = DemoReports.Of(profile);
        var folder = Directory.CreateTempSubdirectory("hotfix-demo-");

        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            await using var github = await SandboxGitHub.StartAsync(new SandboxOptions { Echo = true }, patience.Token);
            var handlings = new DemoHandlings();
            await using var app = Server.Build(builder => Configure(builder, github, folder.FullName, profile), services => Change(services, handlings, github));
            await app.StartAsync(patience.Token);
            github.Hook = new Uri(app.Urls.First() + WebhookEndpoint.Path);

            var hook = new DemoHook(github, handlings);
            var (process, journal) = (app.Services.GetRequiredService<Processes>().LastOf(null).Profile, app.Services.GetRequiredService<Journal>());
            var code = DemoCode.Of(process.Branches);
            var machine = DemoMachine.Look(Environment.GetEnvironmentVariable);
            var omission = code.Ships ? machine.Lack : "the Action ships browser extensions. `hotfix demo` without --profile shows it";
            await Console.Out.WriteLineAsync(
                $"Hotfix runs at {app.Urls.First()}, a sandbox plays GitHub at {github.Url}. {reports.Count} reports are filed, to be triaged by the profile {profile}; the second is started, mended and, once its gate is green, merged{(omission is null ? ", released and published" : "")}.\n");
            var repository = github.AddRepository("acme", "extension");
            code.Release(repository, process.Branches);
            DemoDeed.Require(repository, "release/*");
            DemoDeed.Require(repository, SandboxBranches.Default);
            var rows = await FileAsync(repository, hook, reports, patience.Token);
            var issue = rows.Single(row => row.Report.Title == DemoReports.Mended).Issue;
            var fix = await DemoFix.MakeAsync(issue, code, hook, handlings, process, journal, patience.Token);
            DemoTable.Print(rows, process);
            DemoWay.Print(fix);

            patience.CancelAfter(ShippingPatience);
            var shipment = omission is null ? await new DemoShipping(github, hook, handlings, machine, folder.FullName, new(app.Urls.First())).RunAsync(fix.Hotfix!.Fix!, repository, code.Version, patience.Token) : null;
            await github.EchoedAsync(patience.Token);
            var hotfix = shipment?.Hotfix ?? fix.Hotfix!;
            DemoHistory.Print(hotfix, await journal.ReadAsync(hotfix.Issue, patience.Token), GitLog.Of(repository.Branches));
            await app.StopAsync(cancellationToken);

            var isRight = rows.All(row => row.IsRight) && rows[^1].Handled.Calls <= MaxCalls && fix.IsRight && shipment is not { IsRight: false } && github.UnknownRequests.Count == 0 && github.Echoes.All(DemoHook.IsAnswered);
            await Console.Out.WriteLineAsync(omission is null ? $"The card of issue #{issue.Number} by now:\n\n{string.Join("\n", DemoCard.Of(issue))}\n" : $"Build, release and store are left out here: {omission}.\n");
            await Console.Out.WriteLineAsync(isRight ? "All as it should be." : "Not all is as it should be.");
            await Console.Error.WriteAsync(shipment?.Complaint ?? "");

            return isRight ? 0 : 1;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Not everything was handled in time: {Patience.TotalSeconds} seconds to the merge, and {ShippingPatience.TotalSeconds} more to the store.");

            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<DemoRow>> FileAsync(SandboxRepository repository, DemoHook hook, IReadOnlyList<DemoReport> reports, CancellationToken cancellationToken)
    {
        var rows = new List<DemoRow>();

        foreach (var report in reports)
        {
            var started = Stopwatch.GetTimestamp();
            var (issue, delivery) = repository.File(report.Title, report.Body);
            var handled = await hook.TellAsync(delivery, cancellationToken) ?? throw new InvalidOperationException($"The report #{issue.Number} was not taken.");
            rows.Add(new(report, issue, handled, Stopwatch.GetElapsedTime(started)));
        }

        return rows;
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
        builder.Configuration["HOTFIX_URL"] = "http://127.0.0.1"; // reports are taken; for the port see below
        builder.Configuration["HOTFIX_PACING"] = "off";
        builder.Configuration["HOTFIX_PROFILE"] = profile;
    }

    /// <summary>Tokens of workflows are for the address at which the App is reached, and that is known once it runs.</summary>
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
