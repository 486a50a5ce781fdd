using Hotfix.Domain;
using Hotfix.Extension.Manifests;

namespace Hotfix.Extension.Permissions;

/// <summary>What Chrome tells people before they install an extension, and whether an update makes it ask again.</summary>
internal static class PermissionWarnings
{
    /// <summary>The sentences, in Chrome's order.</summary>
    public static Values<string> Of(Manifest manifest)
    {
        var hosts = Hosts(manifest);

        return [.. Sentences(Names(manifest, hosts)), .. hosts.Any(host => host.IsEverywhere) ? [] : hosts.Select(About).Distinct(), .. Overrides(manifest.Root)];
    }

    /// <summary>
    /// The sentences for which Chrome disables the extension after an update until its user agrees (developer.chrome.com, "Permission warnings"): what old and new together would say, less what the old one said.
    /// </summary>
    public static Values<string> New(Manifest before, Manifest after)
    {
        var (oldHosts, newHosts) = (Hosts(before), Hosts(after));
        var oldNames = Names(before, oldHosts);
        var known = Sentences(oldNames);
        var together = Sentences([.. oldNames, .. Names(after, newHosts)]);
        var everywhere = oldNames.Contains(ChromePermissions.AllHosts) || newHosts.Any(host => host.IsEverywhere);
        var hosts = everywhere ? [] : newHosts.Where(host => !oldHosts.Any(old => old.Covers(host))).Select(About).Distinct();

        return [.. together.Except(known), .. hosts, .. Overrides(after.Root).Except(Overrides(before.Root))];
    }

    /// <summary>The sentence about one permission alone; null where Chrome says nothing.</summary>
    public static string? About(string permission) =>
        ChromePermissions.Rules.FirstOrDefault(rule => rule.Needs is [var only] && only == permission)?.Sentence
        ?? (ChromePermissions.ReachAllHosts.Contains(permission) ? ChromePermissions.AllHostsSentence : null);

    /// <summary>Pages and settings of the browser that the extension takes the place of. Chrome names the site without its <c>www.</c> (chrome/common/extensions/manifest_handlers/settings_overrides_handler.cc).</summary>
    private static IEnumerable<string> Overrides(JsonValue root)
    {
        var settings = root["chrome_settings_overrides"];

        return
        [
            .. root["chrome_url_overrides"]?["newtab"] is null ? [] : new[] { "Replace the page you see when opening a new tab" },
            .. Changes("home page", settings?["homepage"]),
            .. Changes("search settings", settings?["search_provider"]?["search_url"]),
            .. (settings?["startup_pages"]?.Texts ?? []).SelectMany(page => Changes("start page", page)),
        ];
    }

    private static IEnumerable<string> Changes(string what, JsonValue? address) =>
        address is { IsText: true } ? [$"Change your {what} to: {(Uri.TryCreate(address.Text, UriKind.Absolute, out var site) ? site.Host is ['w', 'w', 'w', '.', .. var rest] ? rest : site.Host : address.Text)}"] : [];

    /// <summary>Of files the words are ours: they name no site.</summary>
    private static string About(MatchPattern host) => host.Scheme == "file" ? "Read and change files on this computer that you open in the browser" : host.Subdomains ? $"Read and change your data on all {host.Host} sites" : $"Read and change your data on {host.Host}";

    private static List<MatchPattern> Hosts(Manifest manifest) => [.. manifest.Hosts.Select(host => MatchPattern.TryParse(host.Text)).OfType<MatchPattern>()];

    private static HashSet<string> Names(Manifest manifest, List<MatchPattern> hosts)
    {
        var names = manifest.Permissions.Select(permission => permission.Text).ToHashSet(StringComparer.Ordinal);

        if (hosts.Any(host => host.IsEverywhere) || names.Overlaps(ChromePermissions.ReachAllHosts) || manifest.Root["devtools_page"] is not null)
        {
            names.Add(ChromePermissions.AllHosts);
        }

        return names;
    }

    private static List<string> Sentences(HashSet<string> names)
    {
        var left = names.ToHashSet(StringComparer.Ordinal);
        var sentences = new List<string>();

        foreach (var rule in ChromePermissions.Rules.Where(rule => left.IsSupersetOf(rule.Needs)))
        {
            sentences.Add(rule.Sentence);
            left.ExceptWith(rule.Needs);
            left.ExceptWith(rule.Absorbs);
        }

        return sentences;
    }
}
