using System.Diagnostics;
using Hotfix.Cli.Tree;
using Hotfix.Handlers.Configs;
using Hotfix.Handlers.Issues;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Git;
using Profile = Hotfix.Domain.Profile;

namespace Hotfix.Cli.Demo;

/// <summary>What happens in the demo, from the first report to the last card, said as it happens.</summary>
/// <param name="app">It runs.</param>
/// <param name="folder">For all that is written to disk.</param>
internal sealed class DemoStory(SandboxGitHub github, WebApplication app, DemoHandlings handlings, string profile, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>More, for npm, a browser and a dozen programs one after another.</summary>
    private static readonly TimeSpan ShippingPatience = TimeSpan.FromMinutes(3);

    /// <summary>What a freshly opened issue may cost, with one label that is new to the repository besides.</summary>
    private const int MaxCalls = 4;

    private readonly DemoHook hook = new(github, handlings);
    private readonly Profile process = app.Services.GetRequiredService<Processes>().LastOf(null).Profile;
    private readonly Journal journal = app.Services.GetRequiredService<Journal>();
    private readonly DemoMachine machine = DemoMachine.Look(Environment.GetEnvironmentVariable);

    /// <returns>Whether all was as it should be.</returns>
    public async Task<bool> TellAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);

        try
        {
            return await TellAsync(patience);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Not everything was handled in time: {Patience.TotalSeconds} seconds to the merge, and {ShippingPatience.TotalSeconds} more to the store.");

            return false;
        }
    }

    private async Task<bool> TellAsync(CancellationTokenSource patience)
    {
        var code = DemoCode.Of(process.Branches);
        var reports = DemoReports.Of(profile);
        var omission = code.Ships ? machine.Lack : "the Action ships browser extensions. `hotfix demo` without --profile shows it";
        await Console.Out.WriteLineAsync(
            $"Hotfix runs at {app.Urls.First()}, a sandbox plays GitHub at {github.Url}. {reports.Count} reports are filed, to be triaged by the profile {profile}; the second is started, mended and, once its gate is green, merged{(omission is null ? ", released and published" : "")}.\n");
        var repository = github.AddRepository("acme", "extension");
        code.Release(repository, process.Branches);
        DemoDeed.Require(repository, "release/*");
        DemoDeed.Require(repository, SandboxBranches.Default);

        var rows = await FileAsync(repository, reports, patience.Token);
        var issue = rows.Single(row => row.Report.Title == DemoReports.Mended).Issue;
        var fix = await DemoFix.MakeAsync(issue, code, hook, handlings, process, journal, patience.Token);
        DemoTable.Print(rows, process);
        DemoWay.Print(fix);

        patience.CancelAfter(ShippingPatience);
        var shipment = omission is null ? await new DemoShipping(hook, handlings, machine, folder, new(app.Urls.First())).RunAsync(fix.Hotfix!.Fix!, repository, code.Version, patience.Token) : null;
        await github.EchoedAsync(patience.Token);
        var hotfix = shipment?.Hotfix ?? fix.Hotfix!;
        DemoHistory.Print(hotfix, await journal.ReadAsync(hotfix.Issue, patience.Token), GitLog.Of(repository.Branches));

        var isRight = rows.All(row => row.IsRight) && rows[^1].Handled.Calls <= MaxCalls && fix.IsRight && shipment is not { IsRight: false } && github.UnknownRequests.Count == 0 && github.Echoes.All(DemoHook.IsAnswered);
        await Console.Out.WriteLineAsync(omission is null ? $"The card of issue #{issue.Number} by now:\n\n{string.Join("\n", DemoCard.Of(issue))}\n" : $"Build, release and store are left out here: {omission}.\n");
        await Console.Out.WriteLineAsync(isRight ? "All as it should be." : "Not all is as it should be.");
        await Console.Error.WriteAsync(shipment?.Complaint ?? "");

        return isRight;
    }

    private async Task<IReadOnlyList<DemoRow>> FileAsync(SandboxRepository repository, IReadOnlyList<DemoReport> reports, CancellationToken cancellationToken)
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
}
