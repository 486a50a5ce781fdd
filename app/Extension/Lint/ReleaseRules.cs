using Hotfix.Domain.Versions;
using Hotfix.Extension.Lint.Source;
using Hotfix.Extension.Manifests;
using Hotfix.Extension.Permissions;

namespace Hotfix.Extension.Lint;

/// <summary>The package beside the last release: what its users would notice, or have to agree to.</summary>
internal static class ReleaseRules
{
    public static IEnumerable<LintFinding> Check(ExtensionPackage package, ExtensionPackage before, IReadOnlyCollection<Script> scripts)
    {
        if (package.Manifest is not { } manifest)
        {
            return [];
        }

        var old = before.NeededManifest("the last release");

        return
        [
            .. Disables(manifest, old), .. Permissions(manifest, old), .. Hosts(manifest, old), .. Reach(manifest.Root, old.Root), .. Policy(manifest.Root, old.Root), .. Versions(manifest, old),
            .. Origins(scripts, Script.Of(before)),
        ];
    }

    private static IEnumerable<LintFinding> Disables(Manifest manifest, Manifest old)
    {
        var sentences = PermissionWarnings.New(old, manifest);

        if (sentences.Count > 0)
        {
            var line = (manifest.Root["permissions"] ?? manifest.Root["host_permissions"] ?? manifest.Root["content_scripts"] ?? manifest.Root["chrome_url_overrides"] ?? manifest.Root["chrome_settings_overrides"])?.Line;
            yield return ManifestShape.At(
                Rules.DisablesExtension, line, $"Chrome will disable the extension for everybody who has it until they agree to: {string.Join("; ", sentences.Select(sentence => $"“{sentence}”"))}. Make it optional, or ship it apart from a hotfix.");
        }
    }

    private static IEnumerable<LintFinding> Permissions(Manifest manifest, Manifest old) =>
        New(manifest.Permissions, old.Permissions, Rules.PermissionAdded, permission => (old.Root["optional_permissions"]?.Texts ?? []).Any(optional => optional.Text == permission)
            ? $"The permission '{Shown.Of(permission)}' was optional in the last release and is required now."
            : $"The permission '{Shown.Of(permission)}' is new: the store asks for a justification and looks deeper.")
            .Concat(New(manifest.Root["optional_permissions"]?.Texts ?? [], (old.Root["optional_permissions"]?.Texts ?? []).Concat(old.Permissions), Rules.PermissionAdded, permission => $"The optional permission '{Shown.Of(permission)}' is new."));

    private static IEnumerable<LintFinding> Hosts(Manifest manifest, Manifest old) =>
        New(manifest.Hosts, old.Hosts, Rules.HostAdded, host => $"The host '{Shown.Of(host)}' is new.")
            .Concat(New(manifest.Root["optional_host_permissions"]?.Texts ?? [], (old.Root["optional_host_permissions"]?.Texts ?? []).Concat(old.Hosts), Rules.HostAdded, host => $"The optional host '{Shown.Of(host)}' is new."));

    private static IEnumerable<LintFinding> Reach(JsonValue root, JsonValue old) =>
        New(Connectable(root), Connectable(old), Rules.ReachAdded, pattern => $"'{Shown.Of(pattern)}' may talk to the extension now (externally_connectable).")
            .Concat(New(Loadable(root), Loadable(old), Rules.ReachAdded, pattern => $"'{Shown.Of(pattern)}' may load files of the extension now (web_accessible_resources)."));

    private static IEnumerable<JsonValue> Connectable(JsonValue root) => (root["externally_connectable"]?.Members ?? []).SelectMany(member => member.Value.Texts);

    private static IEnumerable<JsonValue> Loadable(JsonValue root) => (root["web_accessible_resources"]?.Items ?? []).SelectMany(item => item["matches"]?.Texts ?? []);

    private static IEnumerable<LintFinding> Policy(JsonValue root, JsonValue old)
    {
        var (now, then) = (root["content_security_policy"], old["content_security_policy"]);

        if (Pages(now) != Pages(then))
        {
            yield return ManifestShape.At(Rules.CspChanged, now?.Line, "The content security policy of the extension's pages is not that of the last release.");
        }

        if (now?.TextOf("sandbox") != then?.TextOf("sandbox"))
        {
            yield return ManifestShape.At(Rules.CspChanged, now?.Line, "The content security policy of sandboxed pages is not that of the last release.");
        }

        var (minimum, before) = (Minimum(root), Minimum(old));

        if (minimum is not null && (before is null || minimum > before))
        {
            yield return ManifestShape.At(
                Rules.MinimumChromeRaised, root["minimum_chrome_version"]!.Line, $"minimum_chrome_version is {root.TextOf("minimum_chrome_version")} now{(before is null ? "" : $", after {old.TextOf("minimum_chrome_version")}")}: older Chromes keep the last release.");
        }
    }

    private static IEnumerable<LintFinding> Versions(Manifest manifest, Manifest old)
    {
        if (manifest.Version is { } text && ChromeVersion.TryParse(text) is { } version && ChromeVersion.TryParse(old.Version ?? "") is { } last && version <= last)
        {
            yield return ManifestShape.At(Rules.VersionNotHigher, manifest.Root["version"]!.Line, $"The version {text} is not above {old.Version}, the last release's: the store refuses it.");
        }
    }

    private static IEnumerable<LintFinding> Origins(IReadOnlyCollection<Script> scripts, IReadOnlyCollection<Script> old)
    {
        var known = old.SelectMany(script => script.Origins()).Select(origin => origin.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

        return from script in scripts
               from origin in script.Origins()
               where known.Add(origin.Name)
               select Rules.OriginAdded.At(script.Path, origin.Line, $"The code names {Shown.Of(origin.Name)}, which the last release did not.");
    }

    private static IEnumerable<LintFinding> New(IEnumerable<JsonValue> now, IEnumerable<JsonValue> then, LintRule rule, Func<string, string> message)
    {
        var known = then.Select(value => value.Text).ToHashSet(StringComparer.Ordinal);

        return now.Where(value => known.Add(value.Text)).Select(value => ManifestShape.At(rule, value.Line, message(value.Text)));
    }

    private static string? Pages(JsonValue? policy) => policy is null ? null : policy.IsText ? policy.Text : policy.TextOf("extension_pages");

    private static ChromeVersion? Minimum(JsonValue root) => ChromeVersion.TryParse(root.TextOf("minimum_chrome_version") ?? "");
}
