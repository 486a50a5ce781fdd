using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Extension;
using Hotfix.Extension.Smoke;

namespace Hotfix.Browser;

/// <summary>
/// A browser that runs, every page and service worker of it watched from before its first line.
/// <para>Errors: <see cref="BrowserException"/> where the browser refuses, <see cref="TimeoutException"/> where it does not answer in time.</para>
/// </summary>
internal sealed class LiveBrowser : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestTalk = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Watching = ["Runtime.enable", "Log.enable", "Page.enable", "Network.enable", "Runtime.runIfWaitingForDebugger"];
    private readonly BrowserProcess process;
    private readonly DevTools tools;
    private readonly TimeSpan patience;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly List<BrowserTarget> targets = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastHeard;

    private LiveBrowser(BrowserProcess process, TimeSpan patience, TimeProvider time)
    {
        (this.process, this.patience, this.time) = (process, patience, time);
        tools = new(process.ToBrowser, process.FromBrowser, Hear);
    }

    /// <summary>Name and version, as it says them.</summary>
    public string Product { get; private set; } = "";

    /// <param name="patience">For each answer.</param>
    /// <exception cref="ExtensionException">It does not start.</exception>
    public static async Task<LiveBrowser> StartAsync(string path, IEnumerable<string> arguments, string home, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // whoever has the browser ends its process
        var browser = new LiveBrowser(BrowserProcess.Start(path, arguments, home), patience, time);
#pragma warning restore CA2000

        try
        {
            browser.Product = (await browser.CallAsync("Browser.getVersion", [], null, cancellationToken)).TextAt("product")?.Replace("Headless", "", StringComparison.Ordinal).Replace('/', ' ') ?? "";
            await browser.CallAsync("Target.setAutoAttach", Attach(), null, cancellationToken);

            return browser;
        }
        catch (Exception wrong) when (wrong is BrowserException or TimeoutException)
        {
            var complaint = await browser.EndAsync();
            throw new ExtensionException($"The browser '{path}' does not start as one that can be driven{(complaint is "" ? "." : $"; it says: {SafeText.Of(complaint)}")}");
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task<JsonElement> CallAsync(string method, JsonObject parameters, BrowserTarget? target, CancellationToken cancellationToken) =>
        tools.CallAsync(method, parameters, target?.Session, cancellationToken).WaitAsync(patience, time, cancellationToken);

    /// <summary>What an expression comes to, its promise awaited; null where it throws, or says nothing that JSON has.</summary>
    public async Task<string?> EvaluateAsync(BrowserTarget target, string expression, CancellationToken cancellationToken)
    {
        var answer = await CallAsync("Runtime.evaluate", new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true }, target, cancellationToken);

        return answer.At("exceptionDetails") is null ? answer.At("result")?.TextAt("value") : null;
    }

    /// <summary>How many there have been: what comes after is newer.</summary>
    public int Count()
    {
        lock (gate)
        {
            return targets.Count;
        }
    }

    /// <summary>The first that fits, as soon as it is watched and runs.</summary>
    /// <param name="since">Those before are not looked at.</param>
    public async Task<BrowserTarget> TargetAsync(int since, Func<BrowserTarget, bool> fits, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();

        while (true)
        {
            Task change;

            lock (gate)
            {
                if (targets.Skip(since).FirstOrDefault(fits) is { } found)
                {
                    change = found.Watched;
                    since = targets.IndexOf(found);

                    if (change.IsCompleted)
                    {
                        return found;
                    }
                }
                else
                {
                    change = changed.Task;
                }
            }

            var left = patience - time.GetElapsedTime(start);
            await change.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, cancellationToken);
        }
    }

    public async Task<BrowserTarget> OpenBlankAsync(CancellationToken cancellationToken)
    {
        var since = Count();
        var id = (await CallAsync("Target.createTarget", new() { ["url"] = "about:blank" }, null, cancellationToken)).TextAt("targetId");

        return await TargetAsync(since, target => target.Id == id, cancellationToken);
    }

    /// <summary>Until nothing has happened for a moment, so that what a start sets off has had its say; not longer than a few seconds.</summary>
    public async Task QuietAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        Interlocked.Exchange(ref lastHeard, start);

        while (time.GetElapsedTime(Interlocked.Read(ref lastHeard)) < Silence && time.GetElapsedTime(start) < LongestTalk)
        {
            await Task.Delay(Look, time, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    /// <summary>As <c>DevTools</c> filters them: what is not named is left alone.</summary>
    private static JsonObject Attach() => new()
    {
        ["autoAttach"] = true,
        ["waitForDebuggerOnStart"] = true,
        ["flatten"] = true,
        ["filter"] = new JsonArray(new JsonObject { ["type"] = "service_worker" }, new JsonObject { ["type"] = "page" }),
    };

    private void Hear(DevToolsEvent told)
    {
        Interlocked.Exchange(ref lastHeard, time.GetTimestamp());

        switch (told.Method)
        {
            case "Target.attachedToTarget" when told.Parameters.TextAt("sessionId") is { } session && told.Parameters.At("targetInfo") is { } info:
                var attached = new BrowserTarget(info.TextAt("targetId") ?? "", session, info.TextAt("type") ?? "", info.TextAt("url") ?? "");
                attached.Watched = WatchAsync(attached);
                Change(() => targets.Add(attached));
                break;
            case "Target.detachedFromTarget" when told.Parameters.TextAt("sessionId") is { } session:
                Lose(session);
                break;
            case "Inspector.targetCrashed" when told.Session is { } session:
                Lose(session);
                break;
            case "Page.javascriptDialogOpening" when Of(told.Session) is { } target:
                _ = UnlessGoneAsync(tools.CallAsync("Page.handleJavaScriptDialog", new() { ["accept"] = true }, target.Session, CancellationToken.None));
                break;
            default:
                Of(told.Session)?.Hear(told.Method, told.Parameters);
                break;
        }
    }

    private void Lose(string session)
    {
        Change(() => targets.Where(target => target.Session == session).ToList().ForEach(target => target.IsGone = true));
        tools.Forget(session);
    }

    private BrowserTarget? Of(string? session)
    {
        lock (gate)
        {
            return targets.Find(target => target.Session == session);
        }
    }

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>All at once: the last lets it run, and a worker answers the others only then.</summary>
    private Task WatchAsync(BrowserTarget target) => Task.WhenAll(Watching.Select(method => UnlessGoneAsync(tools.CallAsync(method, [], target.Session, CancellationToken.None))));

    private static async Task UnlessGoneAsync(Task<JsonElement> call)
    {
        try
        {
            await call;
        }
        catch (BrowserException)
        {
            // A worker has no pages to enable, and what is gone already has nothing at all.
        }
    }

    private async Task<string> EndAsync()
    {
        try
        {
            await tools.CallAsync("Browser.close", [], null, CancellationToken.None).WaitAsync(Farewell, time);
        }
        catch (Exception wrong) when (wrong is BrowserException or TimeoutException)
        {
            // It is gone, or will be told in another way.
        }

        var complaint = await process.EndAsync(Farewell, time);
        await tools.DisposeAsync();
        process.Dispose();

        return complaint;
    }
}
