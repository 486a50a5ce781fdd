using System.Diagnostics;

namespace Hotfix.Tests.Support;

/// <summary>
/// The real browser, with a profile of its own that is told of one package to install, as another program on the machine would tell it (developer.chrome.com, "Alternative extension installation methods").
/// </summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string[] Quiet =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-logging=stderr", "about:blank",
    ];

    /// <returns>The folder it was installed to, or what the browser said against it.</returns>
    public static async Task<(string? Installed, string? Complaint)> InstallAsync(string crx, string id, string version, string profile, CancellationToken cancellationToken)
    {
        var announcement = Directory.CreateDirectory(Path.Combine(profile, "External Extensions"));
        await File.WriteAllTextAsync(Path.Combine(announcement.FullName, $"{id}.json"), $$"""{"external_crx":"{{crx}}","external_version":"{{version}}"}""", cancellationToken);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var browser = Tool.Start(new ProcessStartInfo("chromium", [.. Quiet, $"--user-data-dir={profile}"]) { RedirectStandardError = true, RedirectStandardOutput = true });

        try
        {
            _ = new ProcessLines(browser.StandardOutput);
            var complaint = new ProcessLines(browser.StandardError).FirstAsync(line => line.Contains("Extension error", StringComparison.Ordinal), patience.Token);
            var folder = Path.Combine(profile, "Default", "Extensions", id, $"{version}_0");
            var installed = ThereAsync(folder, profile, patience.Token);

            return await Task.WhenAny(complaint, installed) == installed && await installed ? (folder, null) : (null, await complaint);
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Looks whenever something changes in the profile, until the folder is there.</summary>
    private static async Task<bool> ThereAsync(string folder, string profile, CancellationToken cancellationToken)
    {
        using var changed = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(profile) { IncludeSubdirectories = true };
        watcher.Created += (_, _) => changed.Release();
        watcher.Changed += (_, _) => changed.Release();
        watcher.Renamed += (_, _) => changed.Release();
        watcher.EnableRaisingEvents = true;

        while (!Directory.Exists(folder))
        {
            await changed.WaitAsync(cancellationToken);
        }

        return true;
    }
}
