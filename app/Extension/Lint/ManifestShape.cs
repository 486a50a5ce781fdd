using System.Collections.Frozen;
using System.Text.Json;
using Hotfix.Domain.Versions;
using Hotfix.Extension.Manifests;

namespace Hotfix.Extension.Lint;

/// <summary>The manifest by itself: that it is JSON, and that its keys say what they may.</summary>
internal static class ManifestShape
{
    private const int MaxName = 75;
    private const int MaxDescription = 132;

    /// <summary>Keys of manifest version 3 (developer.chrome.com, "Manifest file format"), and those other browsers read from the same file.</summary>
    private static readonly FrozenSet<string> Keys = FrozenSet.ToFrozenSet(
    [
        "manifest_version", "name", "version", "version_name", "short_name", "description", "default_locale", "icons", "action", "author", "background", "chrome_settings_overrides", "chrome_url_overrides", "commands",
        "content_capabilities", "content_scripts", "content_security_policy", "cross_origin_embedder_policy", "cross_origin_opener_policy", "declarative_net_request", "devtools_page", "event_rules", "export",
        "externally_connectable", "file_browser_handlers", "file_handlers", "file_system_provider_capabilities", "homepage_url", "host_permissions", "import", "incognito", "input_components", "key",
        "minimum_chrome_version", "oauth2", "omnibox", "optional_host_permissions", "optional_permissions", "options_page", "options_ui", "permissions", "requirements", "sandbox", "side_panel", "storage", "tts_engine",
        "update_url", "user_scripts", "web_accessible_resources", "trial_tokens", "browser_specific_settings", "theme", "automation", "bluetooth", "system_indicator", "platforms", "nacl_modules",
    ]);

    public static IEnumerable<LintFinding> Check(ExtensionPackage package)
    {
        if (package.ManifestFile is not { } file)
        {
            return [Rules.ManifestMissing.At(Manifest.FileName, null, "There is no manifest.json at the root: pack the folder that holds it, not the one above.")];
        }

        var faults = file.Faults.Select(fault => At(Rules.ManifestJson, fault.Line, $"The manifest {fault.Sentence}."));

        return package.Manifest is { } manifest
            ? [.. faults, .. Versions(manifest.Root), .. Names(manifest.Root), .. Forbidden(manifest.Root), .. Unknown(manifest.Root)]
            : [.. faults, .. file.Faults.Count > 0 ? [] : new[] { At(Rules.ManifestJson, 1, "The manifest is no JSON object.") }];
    }

    public static LintFinding At(LintRule rule, int? line, string message) => rule.At(Manifest.FileName, line, message);

    private static IEnumerable<LintFinding> Versions(JsonValue root)
    {
        if (root["manifest_version"] is not { Kind: JsonValueKind.Number, Text: "3" })
        {
            yield return At(Rules.ManifestVersion, root["manifest_version"]?.Line ?? 1, "manifest_version must be the number 3.");
        }

        if (root["version"] is not { IsText: true } version)
        {
            yield return At(Rules.Version, root["version"]?.Line ?? 1, "There is no version, or it is no text like \"1.2.3\".");
        }
        else if (ChromeVersion.Objection(version.Text) is { } objection)
        {
            yield return At(Rules.Version, version.Line, $"The version '{Shown.Of(version.Text)}' {objection}: the store takes one to four numbers up to 65535, like 1.2.3.");
        }

        if (root["version_name"] is { IsText: false } name)
        {
            yield return At(Rules.Version, name.Line, "version_name is no text.");
        }
    }

    private static IEnumerable<LintFinding> Names(JsonValue root)
    {
        if (root["name"] is not { IsText: true, Text.Length: > 0 })
        {
            yield return At(Rules.Name, root["name"]?.Line ?? 1, "There is no name.");
        }

        foreach (var (key, most) in new[] { ("name", MaxName), ("description", MaxDescription) })
        {
            if (root[key] is { } value && (!value.IsText || value.Text.Length > most))
            {
                yield return At(Rules.Name, value.Line, value.IsText ? $"The {key} has {value.Text.Length} characters; the store takes {most}." : $"The {key} is no text.");
            }
        }
    }

    private static IEnumerable<LintFinding> Forbidden(JsonValue root)
    {
        if (root["key"] is { } key)
        {
            yield return At(Rules.ManifestKey, key.Line, "The key must not ship: the store gives the extension its own. Take it out of the package that is uploaded.");
        }

        if (root["update_url"] is { } url)
        {
            yield return At(Rules.UpdateUrl, url.Line, "The store sets update_url itself; take it out.");
        }
    }

    private static IEnumerable<LintFinding> Unknown(JsonValue root)
    {
        foreach (var member in root.Members.Where(member => !Keys.Contains(member.Name)))
        {
            yield return At(Rules.UnknownKey, member.Line, member.Name is "browser_action" or "page_action"
                ? $"'{member.Name}' is of manifest version 2: it is 'action' now."
                : $"Chrome does not know the key '{Shown.Of(member.Name)}'.");
        }

        foreach (var member in (root["background"]?.Members ?? []).Where(member => member.Name is "scripts" or "page" or "persistent"))
        {
            yield return At(Rules.UnknownKey, member.Line, $"'background.{member.Name}' is of manifest version 2: Chrome runs 'background.service_worker'.");
        }
    }
}
