using Hotfix.Browser;
using Hotfix.Extension;
using Hotfix.Extension.Smoke;

namespace Hotfix.Tests.Browser;

/// <summary>One browser for the tests of a class; each of them loads from a folder of its own, and so has an id of its own.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ExtensionFolder home = new();
    private LiveBrowser? browser;

    internal static string Path => BrowserPath.Find(null, Environment.GetEnvironmentVariable);

    public async ValueTask InitializeAsync() =>
        browser = await LiveBrowser.StartAsync(Path, BrowserFlags.For(home.Profile, online: false, Environment.IsPrivilegedProcess), home.Home, Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await browser!.DisposeAsync();
        home.Dispose();
    }

    internal async Task<SeenPackage> ShowAsync(ExtensionPackage package)
    {
        using var folder = new ExtensionFolder();

        return await ShowAsync(folder, package, null);
    }

    /// <summary>One after the other, as an update.</summary>
    internal async Task<(SeenPackage Last, SeenPackage Now)> UpdateAsync(ExtensionPackage last, ExtensionPackage now)
    {
        using var folder = new ExtensionFolder();
        var key = UnpackedFiles.Key(now, last);

        return (await ShowAsync(folder, last, key), await ShowAsync(folder, now, key));
    }

    private async Task<SeenPackage> ShowAsync(ExtensionFolder folder, ExtensionPackage package, string? key)
    {
        await folder.FillAsync(package, key, TestContext.Current.CancellationToken);

        return await new Showing(browser!, Patience).ShowAsync(folder.Extension, SmokePlan.Of(package.Manifest!), stored: true, TestContext.Current.CancellationToken);
    }
}
