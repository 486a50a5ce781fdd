using System.CommandLine;
using System.Diagnostics;
using Hotfix.Handlers;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Http;
using Hotfix.Profiles;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Git;

namespace Hotfix.Cli;

/// <summary>
/// <c>hotfix demo</c>: the real server on SQLite, and a sandbox in place of GitHub. Files a dozen reports as signed deliveries over HTTP and shows what became of them; the first P0 of them is then
/// started, mended by people until its gate is green, and merged. Exit code 0 only when each is labelled and has exactly one card, as expected, and the hotfix went that way.
/// </summary>
internal static class DemoVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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
            await using var app = Server.Build(builder => Configure(builder, github, folder.FullName, profile), services => services.AddSingleton<IHandlingObserver>(handlings).AddSingleton(WorkOptions.Default with { Settle = Settle }));
            await app.StartAsync(patience.Token);
            github.Hook = new Uri(app.Urls.First() + WebhookEndpoint.Path);

            await Console.Out.WriteLineAsync($"Hotfix runs at {app.Urls.First()}, a sandbox plays GitHub at {github.Url}. {reports.Count} reports are filed, to be triaged by the profile {profile}; the first P0 is started, mended and, once its gate is green, merged.\n");
            var hook = new DemoHook(github, handlings);
            var process = app.Services.GetRequiredService<Processes>().LastOf(null).Profile;
            var repository = github.AddRepository("acme", "extension");
            DemoCode.Release(repository, process.Branches);
            DemoDeed.Require(repository, "release/*");
            DemoDeed.Require(repository, SandboxBranches.Default);
            var rows = await FileAsync(repository, hook, reports, patience.Token);
            var fix = await DemoFix.MakeAsync(rows.First(row => row.Report.Verdict == "P0").Issue, hook, handlings, process, app.Services.GetRequiredService<Journal>(), patience.Token);
            await github.EchoedAsync(patience.Token);
            await app.StopAsync(cancellationToken);

            var isRight = rows.All(row => row.IsRight) && rows[^1].Handled.Calls <= MaxCalls && fix.IsRight && github.UnknownRequests.Count == 0 && github.Echoes.All(DemoHook.IsAnswered);
            DemoTable.Print(rows, process);
            DemoWay.Print(fix);
            DemoHistory.Print(fix);
            await Console.Out.WriteLineAsync(isRight ? "All as it should be." : "Not all is as it should be.");

            return isRight ? 0 : 1;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Not everything was handled within {Patience.TotalSeconds} seconds.");

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
        builder.Configuration["HOTFIX_PACING"] = "off";
        builder.Configuration["HOTFIX_PROFILE"] = profile;
    }

    private static Command Create()
    {
        var command = new Command("demo", "Show a dozen reports being triaged and the worst one mended, against a sandbox in place of GitHub.") { ProfileName };
        command.SetAction((arguments, cancellationToken) => RunAsync(Settings.Profiled(arguments.GetValue(ProfileName)!, "--profile"), cancellationToken));

        return command;
    }
}
