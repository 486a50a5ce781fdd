using System.Text.Json;
using Hotfix.Extension.Manifests;

namespace Hotfix.Extension.Lint;

/// <summary>Keys of the manifest whose value is of another type than Chrome reads: every other rule passes over such a value.</summary>
internal static class ManifestTypes
{
    private const string Text = "a text";
    private const string Flag = "true or false";
    private const string Object = "an object";
    private const string Texts = "a list of texts";
    private const string Objects = "a list of objects";

    /// <summary>Key and kind (developer.chrome.com, "Manifest file format"). A dot leads into an object, <c>[]</c> into each item of a list, <c>*</c> into each member. Keys with a rule of their own are not here.</summary>
    private static readonly (string Key, string Kind)[] Kinds =
    [
        ("short_name", Text), ("homepage_url", Text), ("incognito", Text), ("options_page", Text), ("devtools_page", Text), ("permissions", Texts), ("optional_permissions", Texts), ("host_permissions", Texts),
        ("optional_host_permissions", Texts), ("icons", Object), ("icons.*", Text), ("action", Object), ("action.default_popup", Text), ("action.default_title", Text), ("background", Object),
        ("background.service_worker", Text), ("background.type", Text), ("content_scripts", Objects), ("content_scripts.[].matches", Texts), ("content_scripts.[].exclude_matches", Texts), ("content_scripts.[].js", Texts),
        ("content_scripts.[].css", Texts), ("content_scripts.[].include_globs", Texts), ("content_scripts.[].exclude_globs", Texts), ("content_scripts.[].run_at", Text), ("content_scripts.[].world", Text),
        ("content_scripts.[].all_frames", Flag), ("content_scripts.[].match_about_blank", Flag), ("content_scripts.[].match_origin_as_fallback", Flag), ("options_ui", Object), ("options_ui.page", Text),
        ("options_ui.open_in_tab", Flag), ("side_panel", Object), ("side_panel.default_path", Text), ("storage", Object), ("storage.managed_schema", Text), ("chrome_url_overrides", Object), ("chrome_url_overrides.*", Text),
        ("chrome_settings_overrides", Object), ("chrome_settings_overrides.homepage", Text), ("chrome_settings_overrides.startup_pages", Texts), ("chrome_settings_overrides.search_provider", Object),
        ("declarative_net_request", Object), ("declarative_net_request.rule_resources", Objects), ("declarative_net_request.rule_resources.[].id", Text), ("declarative_net_request.rule_resources.[].path", Text),
        ("declarative_net_request.rule_resources.[].enabled", Flag), ("commands", Object), ("commands.*", Object), ("sandbox", Object), ("sandbox.pages", Texts), ("externally_connectable", Object),
        ("externally_connectable.matches", Texts), ("externally_connectable.ids", Texts), ("omnibox", Object), ("omnibox.keyword", Text), ("oauth2", Object), ("oauth2.client_id", Text), ("oauth2.scopes", Texts),
        ("web_accessible_resources.[].matches", Texts), ("web_accessible_resources.[].extension_ids", Texts), ("web_accessible_resources.[].use_dynamic_url", Flag), ("content_security_policy.sandbox", Text),
    ];

    public static IEnumerable<LintFinding> Check(ExtensionPackage package) =>
        package.Manifest is not { } manifest ? [] :
        from known in Kinds
        from value in At(manifest.Root, known.Key.Split('.'))
        from wrong in Wrong(value, known.Kind)
        select ManifestShape.At(Rules.ManifestType, wrong.Line, $"{known.Key.Replace(".[]", "", StringComparison.Ordinal)} must be {known.Kind}{(wrong == value ? "" : ", and one of its items is none")}: Chrome refuses or ignores what it cannot read.");

    private static IEnumerable<JsonValue> At(JsonValue value, string[] keys) => keys switch
    {
        [] => [value],
        ["[]", .. var rest] => value.Items.SelectMany(item => At(item, rest)),
        ["*", .. var rest] => value.Members.SelectMany(member => At(member.Value, rest)),
        [var key, .. var rest] => value[key] is { } inner ? At(inner, rest) : [],
    };

    private static IEnumerable<JsonValue> Wrong(JsonValue value, string kind) => kind switch
    {
        Texts => value.IsList ? value.Items.Where(item => !item.IsText) : [value],
        Objects => value.IsList ? value.Items.Where(item => !item.IsObject) : [value],
        _ => Is(value, kind) ? [] : [value],
    };

    private static bool Is(JsonValue value, string kind) => kind switch
    {
        Text => value.IsText,
        Flag => value.Kind is JsonValueKind.True or JsonValueKind.False,
        _ => value.IsObject,
    };
}
