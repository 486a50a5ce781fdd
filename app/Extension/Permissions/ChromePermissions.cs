using System.Collections.Frozen;

namespace Hotfix.Extension.Permissions;

/// <summary>What Chrome knows as permissions (developer.chrome.com, "Permissions list") and says about them. In the order in which Chrome decides: an earlier sentence takes away what it absorbs.</summary>
internal static class ChromePermissions
{
    /// <summary>Stands for every site among the permissions; no manifest can write it.</summary>
    public const string AllHosts = "*all hosts*";

    public const string AllHostsSentence = "Read and change all your data on all websites";

    private static readonly string[] SeenWithHosts = ["declarativeNetRequestFeedback", "favicon", "processes", "tabs", "topSites", "webNavigation"];
    private static readonly string[] SeenWithTabs = ["declarativeNetRequestFeedback", "favicon", "processes", "topSites", "webNavigation"];

    /// <summary>Permissions that reach every site without naming one.</summary>
    public static FrozenSet<string> ReachAllHosts { get; } = FrozenSet.ToFrozenSet(["debugger", "pageCapture", "proxy", "tabCapture", "webAuthenticationProxy"]);

    public static IReadOnlyList<WarningRule> Rules { get; } =
    [
        new("Access the page debugger backend", ["debugger"], []),
        new(AllHostsSentence, [AllHosts], [.. SeenWithHosts, "declarativeNetRequest", "webAuthenticationProxy"]),
        new("Detect your physical location", ["geolocation"], []),
        new("Read and change your browsing history on all your signed-in devices", ["history"], SeenWithHosts),
        new("Read your browsing history on all your signed-in devices", ["tabs", "sessions"], SeenWithTabs),
        new("Read your browsing history", ["tabs"], SeenWithTabs),
        new("Read your browsing history", ["processes"], SeenWithTabs),
        new("Read your browsing history", ["webNavigation"], SeenWithTabs),
        new("Read your browsing history", ["declarativeNetRequestFeedback"], SeenWithTabs),
        new("Read the icons of the websites you visit", ["favicon"], []),
        new("Read a list of your most frequently visited websites", ["topSites"], []),
        new("Block content on any page", ["declarativeNetRequest"], []),
        new("Display notifications", ["notifications"], []),
        new("Read and change your accessibility settings", ["accessibilityFeatures.modify", "accessibilityFeatures.read"], []),
        new("Change your accessibility settings", ["accessibilityFeatures.modify"], []),
        new("Read your accessibility settings", ["accessibilityFeatures.read"], []),
        new("Read and change your bookmarks", ["bookmarks"], []),
        new("Read and change entries in the reading list", ["readingList"], []),
        new("Read and modify data you copy and paste", ["clipboardRead", "clipboardWrite"], []),
        new("Read data you copy and paste", ["clipboardRead"], []),
        new("Modify data you copy and paste", ["clipboardWrite"], []),
        new("Capture content of your screen", ["desktopCapture"], []),
        new("Manage your downloads", ["downloads"], []),
        new("Open downloaded files", ["downloads.open"], []),
        new("Know your email address", ["identity.email"], []),
        new("Identify and eject storage devices", ["system.storage"], []),
        new("Change your settings that control websites' access to features such as cookies, JavaScript, plugins, geolocation, microphone, camera etc.", ["contentSettings"], []),
        new("Access document scanners", ["documentScan"], []),
        new("Manage your apps, extensions, and themes", ["management"], []),
        new("Communicate with cooperating native applications", ["nativeMessaging"], []),
        new("Change your privacy-related settings", ["privacy"], []),
        new("View and manage your tab groups", ["tabGroups"], []),
        new("Read all text spoken using synthesized speech", ["ttsEngine"], []),
        new("Access your network traffic", ["vpnProvider"], []),
        new("Change your wallpaper", ["wallpaper"], []),
        new("Use your client certificates", ["platformKeys"], []),
        new("Provide certificates for authentication", ["certificateProvider"], []),
    ];

    /// <summary>Those that get a reviewer's attention, whatever they are for.</summary>
    public static FrozenSet<string> Broad { get; } = FrozenSet.ToFrozenSet(
    [
        "debugger", "nativeMessaging", "proxy", "management", "webRequest", "tabs", "history", "bookmarks", "downloads", "clipboardRead", "geolocation", "desktopCapture", "tabCapture",
        "declarativeNetRequestFeedback", "privacy", "contentSettings", "pageCapture", "topSites", "cookies",
    ]);

    /// <summary>Permissions whose only use is <c>chrome.</c> and this name: where no script says it, nobody needs them.</summary>
    public static FrozenDictionary<string, string> Api { get; } = new[]
    {
        "alarms", "bookmarks", "browsingData", "contentSettings", "contextMenus", "cookies", "debugger", "declarativeContent", "declarativeNetRequest", "desktopCapture", "downloads", "fontSettings", "gcm", "history",
        "identity", "idle", "management", "notifications", "offscreen", "pageCapture", "power", "privacy", "proxy", "readingList", "scripting", "search", "sessions", "sidePanel", "storage", "tabCapture", "tabGroups", "tabs",
        "topSites", "tts", "ttsEngine", "userScripts", "webNavigation", "webRequest",
    }.ToFrozenDictionary(name => name);

    /// <summary>The version of Chrome that first had it, where a declared minimum may well be older.</summary>
    public static FrozenDictionary<string, int> Since { get; } = new Dictionary<string, int>
    {
        ["offscreen"] = 109,
        ["sidePanel"] = 114,
        ["readingList"] = 120,
        ["userScripts"] = 120,
        ["favicon"] = 104,
        ["scripting"] = 88,
        ["webRequestAuthProvider"] = 108,
        ["webAuthenticationProxy"] = 115,
    }.ToFrozenDictionary();

    public static FrozenSet<string> Known { get; } = FrozenSet.ToFrozenSet(
    [
        .. Rules.SelectMany(rule => rule.Needs).Where(name => name != AllHosts), .. Broad, .. Api.Keys, .. Since.Keys, .. ReachAllHosts,
        "activeTab", "audio", "background", "clipboardWrite", "declarativeNetRequestWithHostAccess", "dns", "downloads.shelf", "downloads.ui", "enterprise.deviceAttributes", "enterprise.hardwarePlatform",
        "enterprise.networkingAttributes", "enterprise.platformKeys", "experimental", "fileBrowserHandler", "fileSystemProvider", "geolocation", "loginState", "printerProvider", "printing", "printingMetrics",
        "system.cpu", "system.display", "system.memory", "systemLog", "unlimitedStorage", "webRequestBlocking", "webRequestAuthProvider",
    ]);
}
