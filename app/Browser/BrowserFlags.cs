namespace Hotfix.Browser;

/// <summary>How a browser is started to try an extension (peter.sh/experiments/chromium-command-line-switches): without a window, without what it does by itself, and without a network unless it may have one.</summary>
internal static class BrowserFlags
{
    private static readonly string[] Always =
    [
        "--headless=new", "--remote-debugging-pipe", "--enable-unsafe-extension-debugging", "--disable-gpu", "--disable-dev-shm-usage", "--disable-breakpad", "--disable-crash-reporter",
        "--no-first-run", "--no-default-browser-check", "--disable-default-apps", "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-domain-reliability",
        "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows", "--password-store=basic", "--use-mock-keychain", "--lang=en-US",
    ];

    /// <summary>No name and no address leads anywhere, not even this machine's own, and no proxy is asked instead.</summary>
    private static readonly string[] Offline = ["--host-resolver-rules=MAP * ~NOTFOUND", "--no-proxy-server", "--disable-quic", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp"];

    /// <param name="privileged">The browser's own sandbox refuses to work for root, and for nobody else is it switched off.</param>
    public static IEnumerable<string> For(string profile, bool online, bool privileged) =>
        [.. Always, .. online ? [] : Offline, .. privileged ? ["--no-sandbox"] : Array.Empty<string>(), $"--user-data-dir={profile}", "about:blank"];
}
