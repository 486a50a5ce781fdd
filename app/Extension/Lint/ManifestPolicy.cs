using System.Globalization;
using Hotfix.Domain.Versions;
using Hotfix.Extension.Manifests;
using Hotfix.Extension.Permissions;

namespace Hotfix.Extension.Lint;

/// <summary>What the manifest lets in: the content security policy, match patterns, files that websites may load, and the oldest Chrome.</summary>
internal static class ManifestPolicy
{
    /// <summary>What a source of scripts may be (extensions/common/csp_validator.cc), for a release: Chromium also takes localhost.</summary>
    private static readonly string[] SafeSources = ["'self'", "'none'", "'wasm-unsafe-eval'", "'report-sample'"];

    /// <summary>What separates words of a policy (w3.org/TR/CSP3, "ASCII whitespace").</summary>
    private static readonly char[] WhiteSpace = ['\t', '\n', '\f', '\r', ' '];

    private static readonly string[] CodeDirectives = ["script-src", "script-src-elem", "default-src", "worker-src", "object-src"];

    public static IEnumerable<LintFinding> Check(ExtensionPackage package) =>
        package.Manifest is { } manifest ? [.. Csp(manifest.Root), .. Patterns(manifest), .. WebAccessible(manifest.Root), .. MinimumChrome(manifest)] : [];

    private static IEnumerable<LintFinding> Csp(JsonValue root)
    {
        if (root["content_security_policy"] is not { } policy)
        {
            return [];
        }

        if (!policy.IsObject)
        {
            return [ManifestShape.At(Rules.Csp, policy.Line, "content_security_policy must be an object with extension_pages; a text is manifest version 2.")];
        }

        var inPages = policy["extension_pages"] switch
        {
            null => [],
            { IsText: false } pages => [ManifestShape.At(Rules.Csp, pages.Line, "content_security_policy.extension_pages is no text.")],
            var pages => Pages(pages),
        };

        return policy["sandbox"] is { IsText: true } sandbox ? inPages.Concat(Sandbox(sandbox)) : inPages;
    }

    /// <summary>A sandboxed page may run what it likes, and may not be the extension (extensions/common/csp_validator.cc, "ContentSecurityPolicyIsSandboxed").</summary>
    private static IEnumerable<LintFinding> Sandbox(JsonValue policy)
    {
        if (!Directives(policy.Text).TryGetValue("sandbox", out var powers))
        {
            yield return ManifestShape.At(Rules.Csp, policy.Line, "The policy of sandboxed pages has no directive sandbox, so Chrome refuses it: begin with \"sandbox allow-scripts\".");
        }
        else if (powers.Contains("allow-same-origin", StringComparer.OrdinalIgnoreCase))
        {
            yield return ManifestShape.At(Rules.Csp, policy.Line, "The policy of sandboxed pages has allow-same-origin, which gives them the extension's powers back; Chrome refuses it.");
        }
    }

    private static Dictionary<string, string[]> Directives(string policy) => policy.Split(';')
        .Select(directive => directive.Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries))
        .Where(directive => directive.Length > 0)
        .DistinctBy(directive => directive[0], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(directive => directive[0], directive => directive[1..], StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<LintFinding> Pages(JsonValue pages)
    {
        var directives = Directives(pages.Text);

        if (!directives.ContainsKey("script-src") && !directives.ContainsKey("default-src"))
        {
            yield return ManifestShape.At(Rules.Csp, pages.Line, "The policy says neither script-src nor default-src, so Chrome refuses it: begin with \"script-src 'self'; object-src 'self'\".");
        }

        foreach (var name in CodeDirectives.Where(directives.ContainsKey))
        {
            // What is said of scripts takes the place of the default.
            if (name == "default-src" && directives.ContainsKey("script-src"))
            {
                continue;
            }

            foreach (var source in directives[name].Where(source => !SafeSources.Contains(source, StringComparer.OrdinalIgnoreCase)))
            {
                yield return ManifestShape.At(Rules.Csp, pages.Line, $"{name} lets in {Shown.Of(source)}: an extension's code comes from its package, so only 'self', 'none' and 'wasm-unsafe-eval' may stand there.");
            }
        }
    }

    private static IEnumerable<LintFinding> Patterns(Manifest manifest)
    {
        var root = manifest.Root;

        foreach (var permission in manifest.Permissions.Concat(root["optional_permissions"]?.Texts ?? []).Where(permission => MatchPattern.LooksLikeOne(permission.Text)))
        {
            yield return ManifestShape.At(Rules.HostPlace, permission.Line, $"'{Shown.Of(permission.Text)}' is a host pattern among the permissions: it belongs into host_permissions, and here Chrome ignores it.");
        }

        var patterns = manifest.Hosts
            .Concat(root["optional_host_permissions"]?.Texts ?? [])
            .Concat(manifest.ContentScripts.SelectMany(script => script["exclude_matches"]?.Texts ?? []))
            .Concat(root["externally_connectable"]?["matches"]?.Texts ?? [])
            .Concat(manifest.WebAccessible.SelectMany(resource => resource["matches"]?.Texts ?? []));

        foreach (var pattern in patterns.Where(pattern => MatchPattern.TryParse(pattern.Text) is null))
        {
            yield return ManifestShape.At(Rules.HostPattern, pattern.Line, $"'{Shown.Of(pattern.Text)}' is no match pattern: right would be <all_urls>, or a scheme, a host and a path like https://*.example.com/*.");
        }
    }

    private static IEnumerable<LintFinding> WebAccessible(JsonValue root)
    {
        var resources = root["web_accessible_resources"];

        return resources is { IsList: false } || (resources?.Items.Any(item => !item.IsObject) ?? false)
            ? [ManifestShape.At(Rules.WebAccessible, resources.Line, "web_accessible_resources must be a list of objects with resources and matches; a list of texts is manifest version 2."), .. resources.Items.Where(item => item.IsObject).SelectMany(Check)]
            : (resources?.Items ?? []).SelectMany(Check);

        static IEnumerable<LintFinding> Check(JsonValue item)
        {
            if (item["resources"] is not { IsList: true } || (item["matches"] ?? item["extension_ids"]) is null)
            {
                yield return ManifestShape.At(Rules.WebAccessible, item.Line, "An item of web_accessible_resources needs resources, and matches or extension_ids.");
            }

            if (item["use_dynamic_url"] is not { Kind: System.Text.Json.JsonValueKind.True } && (item["matches"]?.Texts ?? []).FirstOrDefault(pattern => MatchPattern.TryParse(pattern.Text) is { IsEverywhere: true }) is { } wide)
            {
                yield return ManifestShape.At(Rules.WebAccessibleWide, wide.Line, $"'{Shown.Of(wide.Text)}' lets every website load these files, and so tell that the extension is installed: name the sites, or set use_dynamic_url.");
            }
        }
    }

    private static IEnumerable<LintFinding> MinimumChrome(Manifest manifest)
    {
        if (manifest.Root["minimum_chrome_version"] is not { } minimum)
        {
            return [];
        }

        if (!minimum.IsText || ChromeVersion.TryParse(minimum.Text) is not { } version)
        {
            return [ManifestShape.At(Rules.MinimumChrome, minimum.Line, $"minimum_chrome_version is '{Shown.Of(minimum.Text)}': it is a text like \"120\".")];
        }

        return from permission in manifest.Permissions
               where ChromePermissions.Since.TryGetValue(permission.Text, out var since) && version.Major < since
               select ManifestShape.At(
                   Rules.MinimumChrome, minimum.Line, string.Create(CultureInfo.InvariantCulture, $"minimum_chrome_version is {minimum.Text}, and '{permission.Text}' is there from Chrome {ChromePermissions.Since[permission.Text]}."));
    }
}
