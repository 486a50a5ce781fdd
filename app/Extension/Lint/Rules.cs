namespace Hotfix.Extension.Lint;

/// <summary>Everything that is looked for. An id is a promise: allowlists name it.</summary>
internal static class Rules
{
    private static readonly List<LintRule> Known = [];

    public static LintRule ManifestMissing { get; } = Error("manifest-missing", "There is no manifest.json at the package's root.");

    public static LintRule ManifestJson { get; } = Error("manifest-json", "The manifest is not strict JSON. Chrome takes comments, repeated keys and a byte order mark; the store does not.");

    public static LintRule ManifestVersion { get; } = Error("manifest-version", "manifest_version is not 3.");

    public static LintRule Version { get; } = Error("version", "The version is none that the store takes, or version_name is no text.");

    public static LintRule Name { get; } = Error("name", "The name or description is missing, no text, or longer than the store's 75 and 132 characters.");

    public static LintRule ManifestKey { get; } = Error("manifest-key", "The manifest has the key that fixes an unpacked extension's id; it must not ship.");

    public static LintRule UpdateUrl { get; } = Warning("update-url", "The manifest has an update_url; the store sets its own.");

    public static LintRule UnknownKey { get; } = Warning("unknown-key", "A key of the manifest that Chrome does not know, or no longer in manifest version 3.");

    public static LintRule ManifestType { get; } = Error("manifest-type", "A key of the manifest has a value of another type than Chrome reads.");

    public static LintRule FileMissing { get; } = Error("file-missing", "A file that the manifest or a page names is not in the package.");

    public static LintRule Icon { get; } = Warning("icon", "There is no icon of 128 pixels, which the store needs, or an icon that is no PNG.");

    public static LintRule Locale { get; } = Error("locale", "The default locale and the folder _locales do not fit, or a message that is used is not there.");

    public static LintRule LocaleIncomplete { get; } = Note("locale-incomplete", "A locale lacks messages that the default locale has; people see those in the default language.");

    public static LintRule MinimumChrome { get; } = Error("minimum-chrome", "minimum_chrome_version is no version, or lower than what the extension uses.");

    public static LintRule Csp { get; } = Error("csp", "The content security policy is one that Chrome refuses or that lets in code from elsewhere.");

    public static LintRule HostPlace { get; } = Error("host-place", "A host pattern stands among the permissions; it belongs into host_permissions.");

    public static LintRule HostPattern { get; } = Error("host-pattern", "A match pattern is none.");

    public static LintRule WebAccessible { get; } = Error("web-accessible", "web_accessible_resources is not the list of objects that manifest version 3 asks for.");

    public static LintRule WebAccessibleWide { get; } = Warning("web-accessible-wide", "Every website may load files of the extension, and so can tell that it is installed.");

    public static LintRule PermissionUnknown { get; } = Warning("permission-unknown", "A permission that Chrome does not know.");

    public static LintRule PermissionUnused { get; } = Warning("permission-unused", "A permission whose API no script mentions.");

    public static LintRule PermissionTwice { get; } = Warning("permission-twice", "A permission that is listed more than once.");

    public static LintRule PermissionRefused { get; } = Error("permission-refused", "A permission that extensions from the store do not get.");

    public static LintRule PermissionBroad { get; } = Warning("permission-broad", "Hosts or permissions that reach further than most extensions need.");

    public static LintRule PermissionWarns { get; } = Note("permission-warns", "A permission for which Chrome shows people a warning.");

    public static LintRule InnerHtml { get; } = Warning("inner-html", "innerHTML is set to something that is not a fixed text.");

    public static LintRule OuterHtml { get; } = Warning("outer-html", "outerHTML is set to something that is not a fixed text.");

    public static LintRule InsertAdjacentHtml { get; } = Warning("insert-adjacent-html", "insertAdjacentHTML is called with something that is not a fixed text.");

    public static LintRule DocumentWrite { get; } = Warning("document-write", "document.write is called.");

    public static LintRule Eval { get; } = Error("eval", "eval is called: text becomes code.");

    public static LintRule NewFunction { get; } = Error("new-function", "A function is made of text.");

    public static LintRule StringTimer { get; } = Error("string-timer", "A timer is given text to run.");

    public static LintRule RemoteImport { get; } = Error("remote-import", "A script imports code from the network, which manifest version 3 forbids.");

    public static LintRule RemoteScript { get; } = Error("remote-script", "A page loads a script from the network, which manifest version 3 forbids.");

    public static LintRule InlineScript { get; } = Error("inline-script", "A page has a script or handler inside it, which Chrome does not run.");

    public static LintRule InjectedScript { get; } = Error("injected-script", "A script element is given a source that is not a file of the package.");

    public static LintRule InjectedComputed { get; } = Warning("injected-script-computed", "A script element is given a source that cannot be told from the code.");

    public static LintRule ImportComputed { get; } = Warning("import-computed", "What a script imports is put together when it runs.");

    public static LintRule Secret { get; } = Error("secret", "A text that looks like a credential.");

    public static LintRule NotUtf8 { get; } = Error("not-utf8", "A text file that is not UTF-8, which Chrome refuses.");

    public static LintRule KeyFile { get; } = Error("key-file", "A file that holds keys or passwords.");

    public static LintRule ReservedName { get; } = Error("reserved-name", "A file or folder at the root whose name begins with an underscore, which Chrome keeps for itself.");

    public static LintRule SourceMap { get; } = Warning("source-map", "A source map is packed, or carried inside a script.");

    public static LintRule TestFile { get; } = Warning("test-file", "A test is packed.");

    public static LintRule DevelopmentFile { get; } = Warning("development-file", "A file that only development needs is packed.");

    public static LintRule FileSize { get; } = Warning("file-size", "A file is large; a script above 16 MiB is not looked into.");

    public static LintRule PackageSize { get; } = Warning("package-size", "The package is large.");

    public static LintRule DisablesExtension { get; } = Error("disables-extension", "Against the last release: Chrome will disable the extension for everybody who has it, until they agree to more.");

    public static LintRule PermissionAdded { get; } = Warning("permission-added", "Against the last release: a permission is new.");

    public static LintRule HostAdded { get; } = Warning("host-added", "Against the last release: a host is new.");

    public static LintRule ReachAdded { get; } = Warning("reach-added", "Against the last release: more websites may talk to the extension or load its files.");

    public static LintRule CspChanged { get; } = Warning("csp-changed", "Against the last release: the content security policy is another.");

    public static LintRule MinimumChromeRaised { get; } = Warning("minimum-chrome-raised", "Against the last release: older Chromes no longer get updates.");

    public static LintRule VersionNotHigher { get; } = Error("version-not-higher", "Against the last release: the version is not above it.");

    public static LintRule OriginAdded { get; } = Warning("origin-added", "Against the last release: the code names a website that it did not name.");

    public static LintRule AllowanceUnused { get; } = Note("allowance-unused", "A line of the allowlist allows nothing that was found.");

    public static IReadOnlyList<LintRule> All => Known;

    private static LintRule Error(string id, string about) => Add(new(id, LintLevel.Error, about));

    private static LintRule Warning(string id, string about) => Add(new(id, LintLevel.Warning, about));

    private static LintRule Note(string id, string about) => Add(new(id, LintLevel.Note, about));

    private static LintRule Add(LintRule rule)
    {
        Known.Add(rule);

        return rule;
    }
}
