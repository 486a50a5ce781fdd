using Hotfix.Extension.Lint.Source;
using Hotfix.Extension.Manifests;
using Hotfix.Extension.Permissions;

namespace Hotfix.Extension.Lint;

/// <summary>Whether what the manifest asks for is known, used, and no more than needed.</summary>
internal static class PermissionRules
{
    public static IEnumerable<LintFinding> Check(ExtensionPackage package, IReadOnlyCollection<Script> scripts)
    {
        if (package.Manifest is not { } manifest)
        {
            return [];
        }

        var listed = manifest.Permissions.Where(permission => !MatchPattern.LooksLikeOne(permission.Text)).ToList();
        var asked = listed.DistinctBy(permission => permission.Text).ToList();

        return [.. Twice(listed), .. Refused(asked), .. Unknown([.. asked, .. manifest.Root["optional_permissions"]?.Texts ?? []]), .. Unused(manifest, asked, scripts), .. Broad(manifest, asked), .. Warns(manifest, asked)];
    }

    private static IEnumerable<LintFinding> Unknown(List<JsonValue> asked) =>
        from permission in asked
        where !MatchPattern.LooksLikeOne(permission.Text) && !ChromePermissions.Known.Contains(permission.Text)
        select ManifestShape.At(Rules.PermissionUnknown, permission.Line, $"Chrome does not know the permission '{Shown.Of(permission.Text)}'.");

    private static IEnumerable<LintFinding> Twice(List<JsonValue> listed) =>
        from permission in listed.GroupBy(permission => permission.Text, StringComparer.Ordinal)
        where permission.Count() > 1
        select ManifestShape.At(Rules.PermissionTwice, permission.ElementAt(1).Line, $"The permission '{Shown.Of(permission.Key)}' stands there more than once.");

    private static IEnumerable<LintFinding> Refused(List<JsonValue> asked) =>
        from permission in asked
        where permission.Text == "webRequestBlocking"
        select ManifestShape.At(Rules.PermissionRefused, permission.Line, "'webRequestBlocking' is for extensions that an administrator installs by policy; one from the store does not get it: use declarativeNetRequest.");

    private static IEnumerable<LintFinding> Unused(Manifest manifest, List<JsonValue> asked, IReadOnlyCollection<Script> scripts) =>
        from permission in asked
        where ChromePermissions.Api.TryGetValue(permission.Text, out var api) && !IsInManifest(manifest.Root, api) && !Uses(scripts, api)
        select ManifestShape.At(Rules.PermissionUnused, permission.Line, $"'{permission.Text}' is asked for, and no script mentions chrome.{permission.Text}.");

    /// <summary>Whether the manifest itself uses the permission, so that no script has to.</summary>
    private static bool IsInManifest(JsonValue root, string api) => api switch
    {
        "sidePanel" => root["side_panel"] is { IsObject: true },
        "declarativeNetRequest" => root["declarative_net_request"]?["rule_resources"] is { IsList: true, Items.Count: > 0 },
        _ => false,
    };

    /// <summary>Whether a script names the API behind <c>chrome</c> or <c>browser</c>. Where one of these is handed on whole, as to a wrapper, an alias or a destructuring, any mention counts.</summary>
    private static bool Uses(IReadOnlyCollection<Script> scripts, string api)
    {
        var naming = scripts.Where(script => script.Mentions(api)).ToList();

        return naming.Any(script => Enumerable.Range(0, script.Count).Any(at => script.Text(at).SequenceEqual(api) && Call.IsName(script, at) && Call.Owner(script, at) is { } owner && (script.Is(owner, "chrome") || script.Is(owner, "browser"))))
            || (naming.Count > 0 && scripts.Any(HandsOn));
    }

    private static bool HandsOn(Script script) => Enumerable.Range(0, script.Count).Any(at => (script.Is(at, "chrome") || script.Is(at, "browser"))
        && !script.Is(at - 1, "typeof") && !script.Is(at + 1, ".") && !script.Is(at + 1, "[") && !script.Is(at + 1, ":") && !script.Are(at + 1, "?", "."));

    private static IEnumerable<LintFinding> Broad(Manifest manifest, List<JsonValue> asked)
    {
        var wide = from host in manifest.Hosts
                   where MatchPattern.TryParse(host.Text) is { IsEverywhere: true }
                   select ManifestShape.At(Rules.PermissionBroad, host.Line, $"'{host.Text}' is every website: name those that are needed, or use activeTab.");
        var powerful = from permission in asked
                       where ChromePermissions.Broad.Contains(permission.Text)
                       select ManifestShape.At(Rules.PermissionBroad, permission.Line, $"'{permission.Text}' reaches far, and the store asks why: drop it, or make it optional.");

        return wide.Concat(powerful);
    }

    private static IEnumerable<LintFinding> Warns(Manifest manifest, List<JsonValue> asked)
    {
        var shown = PermissionWarnings.Of(manifest);

        return from permission in asked
               let sentence = PermissionWarnings.About(permission.Text)
               where sentence is not null && shown.Contains(sentence)
               select ManifestShape.At(Rules.PermissionWarns, permission.Line, $"For '{permission.Text}' Chrome tells people: “{sentence}”.");
    }
}
