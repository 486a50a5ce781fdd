using Hotfix.Extension;
using Hotfix.Extension.Smoke;

namespace Hotfix.Browser;

/// <param name="Last">The last release, to run before it in the same profile; null where nobody asked.</param>
/// <param name="Online">Whether the extension may reach the network.</param>
/// <param name="Patience">For each answer of the browser, worker and pages.</param>
internal sealed record SmokeRequest(ExtensionPackage Now, ExtensionPackage? Last, string Browser, bool Online, TimeSpan Patience);

/// <summary>
/// Runs a package in a real browser of its own, after the last release where there is one: loaded from the same folder and under the same id, so that the browser takes the second for an update of the first, and tells it so (<c>onInstalled</c> with reason <c>update</c>).
/// Nothing of it is left behind.
/// </summary>
internal static class SmokeRun
{
    /// <param name="progress">Hears what begins.</param>
    /// <exception cref="ExtensionException">The browser cannot do this.</exception>
    public static async Task<(string Browser, SeenPackage? Last, SeenPackage Now)> RunAsync(SmokeRequest request, Action<string> progress, TimeProvider time, CancellationToken cancellationToken)
    {
        using var folder = new ExtensionFolder();
        progress("starting the browser");
        var flags = BrowserFlags.For(folder.Profile, request.Online, Environment.IsPrivilegedProcess);
        await using var browser = await LiveBrowser.StartAsync(request.Browser, flags, folder.Home, request.Patience, time, cancellationToken);
        var showing = new Showing(browser, request.Patience);
        var key = UnpackedFiles.Key(request.Now, request.Last);
        var last = request.Last is { } before ? await ShowAsync(before, "running the last release") : null;
        var now = await ShowAsync(request.Now, request.Last is null ? "running the extension" : "updating to this one");

        return (browser.Product, last, now);

        async Task<SeenPackage> ShowAsync(ExtensionPackage package, string what)
        {
            progress(what);
            await folder.FillAsync(package, key, cancellationToken);

            return await showing.ShowAsync(folder.Extension, SmokePlan.Of(package.Manifest!), stored: request.Last is not null, cancellationToken);
        }
    }
}
