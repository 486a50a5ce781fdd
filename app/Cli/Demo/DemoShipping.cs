using System.Globalization;
using System.Security.Cryptography;
using Hotfix.Domain;
using Hotfix.Extension.Crx;
using Hotfix.Sandbox;
using Hotfix.Sandbox.Runner;
using Hotfix.Sandbox.Store;

namespace Hotfix.Cli.Demo;

/// <summary>From the merged fix to its users: somebody starts the hotfix workflow where the fix was merged to; it builds, releases and submits; the store approves; it runs again, and the App hears that users have it. Said as it happens.</summary>
/// <param name="folder">For checkout and packages.</param>
/// <param name="app">Where the App is reached.</param>
internal sealed class DemoShipping(DemoHook hook, DemoHandlings handlings, DemoMachine machine, string folder, Uri app)
{
    public async Task<DemoShipment> RunAsync(Fix fix, SandboxRepository repository, string before, CancellationToken cancellationToken)
    {
        await using var store = await SandboxStore.StartAsync(TimeProvider.System, cancellationToken);
        var item = store.Add().WithPublished(before);
        var (run, queued) = repository.Start(fix.Base, @event: "workflow_dispatch", by: DemoDeed.Author);
        var job = new RunnerJob(Path.Combine(folder, "job"), run, store, item, Secret("ghs_"), Secret("ya29."));
        job.Admit();
        await DemoCheckout.MakeAsync(run, job, cancellationToken);
        var workflow = new DemoWorkflow(run, job, hook, ActionFiles.Unpack(Path.Combine(folder, "action")));
        var inputs = Inputs(job, fix);

        DemoLines.Print(
        [
            $"{DemoDeed.Author} starts the hotfix workflow on {fix.Base}. The Action's own steps run here:",
            .. machine.HasBrowser ? Array.Empty<string>() : ["(No Chromium was found, so the smoke test is left out:", "install chromium or google-chrome, or set CHROME_PATH to the path of one.)"],
            "",
        ]);
        var first = await workflow.RunAsync(queued, inputs, new DemoStepLines(Path.Combine(job.Temp, "hotfix-action", "checks.tsv"), machine).Tell, cancellationToken);

        if (!IsTold(first))
        {
            DemoLines.Print("");

            return new([first], null, null, item, IsDoubled: false, store.Wrong);
        }

        await handlings.UntilAsync(handled => handled.Hotfix is { State: HotfixState.Released, Fix.Store: not null }, cancellationToken);
        var (release, done) = (repository.Releases.Of(fix.Tag)!, Done(repository, store));
        DemoLines.Print(["", .. Released(release), "", $"The store has {item.SubmittedVersion} of {item.Id}: {item.SubmittedState}.", $"Users still have {Given(item)}."]);

        item.Approve();
        DemoLines.Print(["The store approves it. The job that publishes is run again with the same package: it finds", "everything done, and tells the App what the store says now."]);
        var second = await workflow.RunAsync(run.Rerun(), Again(job, inputs, first), null, cancellationToken);
        var last = IsTold(second) ? await handlings.UntilAsync(handled => handled.Hotfix?.State == HotfixState.Published, cancellationToken) : null;
        DemoLines.Print([$"Users have {Given(item)}.", ""]);

        return new([first, second], last?.Hotfix, release, item, Done(repository, store) != done, store.Wrong);
    }

    /// <summary>The App has taken the report in; else nobody need wait for what comes of it.</summary>
    private static bool IsTold(RunnerResult result) => result.Succeeded && result.Log.Contains(" took the report in as delivery ", StringComparison.Ordinal);

    /// <summary>What a second run must not do again: files and uploads.</summary>
    private static string Done(SandboxRepository repository, SandboxStore store) =>
        string.Join(' ', [.. repository.Releases.All.SelectMany(one => one.Assets).Select(asset => $"{asset.Id}"), .. store.Calls.Where(call => call is "upload" or "publish")]);

    private static IEnumerable<string> Released(SandboxRelease release) =>
    [
        $"The release {release.TagName}, {release.Repository.HtmlUrl}/releases/tag/{release.TagName}, has",
        .. release.Assets.OrderBy(asset => asset.Name, StringComparer.Ordinal).Select(asset => string.Create(CultureInfo.InvariantCulture, $"  {asset.Name}, {asset.Bytes.Length:#,0} bytes")),
    ];

    private static string Given(SandboxItem item) => string.Join(", ", item.Published.Select(published => published.Version));

    /// <summary>As a job of its own that is handed the package: nothing is built.</summary>
    private static Dictionary<string, string> Again(RunnerJob job, Dictionary<string, string> inputs, RunnerResult first)
    {
        var package = Path.GetFileName(first.Outputs["package"]);
        File.Copy(first.Outputs["package"], Path.Combine(job.Workspace, package));

        return new(inputs) { ["stages"] = "release publish report", ["package"] = package, ["package-sha256"] = first.Outputs["package-sha256"] };
    }

    private static string Secret(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);

    private Dictionary<string, string> Inputs(RunnerJob job, Fix fix)
    {
        using var key = SigningKey.Create(ProofKind.Rsa);

        return new(job.Inputs(machine.Program, DemoCode.Name, key.PrivatePem()))
        {
            ["channel"] = "production",
            ["version"] = fix.Version!.Version,
            ["stages"] = machine.Stages,
            ["app-url"] = app.AbsoluteUri.TrimEnd('/'),
        };
    }
}
