using System.Globalization;
using Hotfix.Extension;
using Hotfix.Extension.Smoke;

namespace Hotfix.Browser;

/// <summary>Loads what lies in a folder as an extension, starts its worker, opens its pages, and says what it saw.</summary>
internal sealed class Showing(LiveBrowser browser, TimeSpan patience)
{
    private const int NotThisPackage = -32600; // how Chromium answers for a folder that it does not load; others are for a method that it does not have
    private const int Tries = 3;

    private const string Active = """
        new Promise(done => {
          const look = () => ['activated', 'redundant'].includes(serviceWorker.state) && done(serviceWorker.state);
          serviceWorker.addEventListener('statechange', look);
          look();
        })
        """;

    private const string Loaded = "new Promise(done => document.readyState === 'complete' ? done('loaded') : addEventListener('load', () => done('loaded')))";

    private string Wait => string.Create(CultureInfo.InvariantCulture, $"{patience.TotalSeconds} second{(patience.TotalSeconds == 1 ? "" : "s")}");

    /// <exception cref="ExtensionException">The browser loads no extension from a folder.</exception>
    public async Task<SeenPackage> ShowAsync(string folder, SmokePlan plan, bool stored, CancellationToken cancellationToken)
    {
        var since = browser.Count();

        var (id, refusal) = await LoadAsync(folder, cancellationToken);

        if (refusal is not null)
        {
            return SeenPackage.Refused(refusal);
        }

        var worker = plan.Worker is { } path ? await WorkerAsync(id, path, since, cancellationToken) : null;
        var pages = new List<Part>();

        foreach (var page in plan.Pages) // one after another: they share a process, and one that hangs would have the others hang too
        {
            pages.Add(await PageAsync(id, page, cancellationToken));
        }

        await browser.QuietAsync(cancellationToken);
        var seen = new SeenPackage(null, worker?.Seen(), [.. pages.Select(page => page.Seen())], stored ? await StoredAsync(id, cancellationToken) : null);
        await Task.WhenAll(pages.Select(page => CloseAsync(page.Target, cancellationToken)));

        return seen;
    }

    private async Task<(string Id, string? Refusal)> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            return ((await browser.CallAsync("Extensions.loadUnpacked", new() { ["path"] = folder }, null, cancellationToken)).TextAt("id") ?? "", null);
        }
        catch (BrowserException refused) when (refused.Code == NotThisPackage)
        {
            return ("", refused.Message.Replace(folder, "the package", StringComparison.Ordinal));
        }
        catch (BrowserException refused)
        {
            throw new ExtensionException($"{SafeText.Of(browser.Product)} loads no extension from a folder ({SafeText.Of(refused.Message)}): use Chromium, or a newer Chrome.");
        }
        catch (TimeoutException)
        {
            return ("", $"it gives no answer within {Wait}");
        }
    }

    private async Task<Part> WorkerAsync(string id, string path, int since, CancellationToken cancellationToken)
    {
        var part = new Part("worker", path);

        try
        {
            part.Target = await browser.TargetAsync(since, target => target.IsWorkerOf(id), cancellationToken);
            part.Failure = await browser.EvaluateAsync(part.Target, Active, cancellationToken) == "activated" ? null : "was given up by the browser while it started";
        }
        catch (TimeoutException)
        {
            part.Failure = $"did not start within {Wait}";
        }
        catch (BrowserException)
        {
            part.Failure = "ended while it started";
        }

        return part;
    }

    private async Task<Part> PageAsync(string id, PageToOpen page, CancellationToken cancellationToken)
    {
        var part = new Part(page.What, page.Path);

        try
        {
            part.Target = await browser.OpenBlankAsync(cancellationToken);
            var opened = await browser.CallAsync("Page.navigate", new() { ["url"] = $"chrome-extension://{id}/{page.Path}" }, part.Target, cancellationToken);
            part.Failure = opened.TextAt("errorText") switch
            {
                null => null,
                "net::ERR_FILE_NOT_FOUND" => "is not in the package",
                var refusal => $"does not open: {refusal}",
            };

            if (part.Failure is null)
            {
                await LoadedAsync(part.Target, cancellationToken);
            }
        }
        catch (TimeoutException)
        {
            part.Failure = $"did not finish loading within {Wait}";
            await StopAsync(part.Target, cancellationToken);
        }
        catch (BrowserException wrong)
        {
            part.Failure = $"ended while it opened: {wrong.Message}";
        }

        return part;
    }

    /// <summary>A page may go elsewhere while it loads, or close itself as popups do when they are done: neither is wrong.</summary>
    private async Task LoadedAsync(BrowserTarget page, CancellationToken cancellationToken)
    {
        for (var left = Tries; left > 0 && !page.IsGone; left--)
        {
            try
            {
                await browser.EvaluateAsync(page, Loaded, cancellationToken);

                return;
            }
            catch (BrowserException) when (page.IsGone || left > 1)
            {
                // It went elsewhere; ask again there.
            }
        }
    }

    private async Task<IReadOnlyList<StoredItem>?> StoredAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var page = await browser.OpenBlankAsync(cancellationToken);
            await browser.CallAsync("Page.navigate", new() { ["url"] = $"chrome-extension://{id}/manifest.json" }, page, cancellationToken); // a page that every extension has, with its rights and none of its code
            var stored = StoredData.Parse(await browser.EvaluateAsync(page, StoredData.Script, cancellationToken));
            await CloseAsync(page, cancellationToken);

            return stored;
        }
        catch (Exception wrong) when (wrong is BrowserException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>A script that never ends keeps the process from every other page.</summary>
    private async Task StopAsync(BrowserTarget? target, CancellationToken cancellationToken)
    {
        try
        {
            await (target is null ? Task.CompletedTask : browser.CallAsync("Runtime.terminateExecution", [], target, cancellationToken));
        }
        catch (Exception wrong) when (wrong is BrowserException or TimeoutException)
        {
            // The other pages will say so.
        }
    }

    private async Task CloseAsync(BrowserTarget? target, CancellationToken cancellationToken)
    {
        try
        {
            if (target is { IsGone: false })
            {
                await browser.CallAsync("Target.closeTarget", new() { ["targetId"] = target.Id }, null, cancellationToken);
            }
        }
        catch (Exception wrong) when (wrong is BrowserException or TimeoutException)
        {
            // It closed itself, or goes with the browser.
        }
    }

    /// <summary>What is being looked at; its errors are asked for when all is quiet.</summary>
    private sealed class Part(string what, string path)
    {
        public BrowserTarget? Target { get; set; }

        public string? Failure { get; set; }

        public SeenPart Seen() => Target?.Seen(what, path, Failure) ?? new(what, path, Failure, [], 0, false);
    }
}
