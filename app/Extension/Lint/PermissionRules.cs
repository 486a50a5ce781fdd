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

        var asked = manifest.Permissions.Where(permission => !MatchPattern.LooksLikeOne(permission.Text)).ToList();

        return [.. Unknown([.. asked, .. manifest.Root["optional_permissions"]?.Texts ?? []]), .. Unused(asked, scripts), .. Broad(manifest, asked), .. Warns(manifest, asked)];
    }

    private static IEnumerable<LintFinding> Unknown(List<JsonValue> asked) =>
        from permission in asked
        where !MatchPattern.LooksLikeOne(permission.Text) && !ChromePermissions.Known.Contains(permission.Text)
        select ManifestShape.At(Rules.PermissionUnknown, permission.Line, $"Chrome does not know the permission '{Shown.Of(permission.Text)}'.");

    private static IEnumerable<LintFinding> Unused(List<JsonValue> asked, IReadOnlyCollection<Script> scripts) =>
        from permission in asked
        where ChromePermissions.Api.TryGetValue(permission.Text, out var api) && !scripts.Any(script => script.Mentions(api))
        select ManifestShape.At(Rules.PermissionUnused, permission.Line, $"'{permission.Text}' is asked for, and no script mentions chrome.{permission.Text}.");

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
