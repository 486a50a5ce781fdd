namespace Hotfix.Extension.Manifests;

/// <summary>An extension's <c>manifest.json</c>, with what is asked of it more than once. Whatever has another type than it should counts as not there; the rules say so.</summary>
internal sealed record Manifest(JsonValue Root)
{
    public const string FileName = "manifest.json";

    public string? Version => Root.TextOf("version");

    public IEnumerable<JsonValue> Permissions => Root["permissions"]?.Texts ?? [];

    /// <summary>Where content scripts run and hosts that are asked for at once: to Chrome they are the same promise.</summary>
    public IEnumerable<JsonValue> Hosts => [.. Root["host_permissions"]?.Texts ?? [], .. ContentScripts.SelectMany(script => script["matches"]?.Texts ?? [])];

    public IEnumerable<JsonValue> ContentScripts => Root["content_scripts"]?.Items ?? [];

    public IEnumerable<JsonValue> WebAccessible => Root["web_accessible_resources"]?.Items ?? [];

    /// <summary>Pages that run without the extension's powers, where the rules for scripts do not hold.</summary>
    public IEnumerable<JsonValue> SandboxedPages => Root["sandbox"]?["pages"]?.Texts ?? [];

    /// <summary>Every file the manifest names, with the place that names it. Patterns are not among them.</summary>
    public IEnumerable<(string What, JsonValue Path)> NamedFiles() => new (string What, JsonValue? Path)[]
        {
            ("action.default_popup", Root["action"]?["default_popup"]),
            ("options_page", Root["options_page"]),
            ("options_ui.page", Root["options_ui"]?["page"]),
            ("background.service_worker", Root["background"]?["service_worker"]),
            ("devtools_page", Root["devtools_page"]),
            ("side_panel.default_path", Root["side_panel"]?["default_path"]),
            ("storage.managed_schema", Root["storage"]?["managed_schema"]),
        }
        .Concat(Values("icons", Root["icons"]))
        .Concat(Root["action"]?["default_icon"] is { IsText: true } icon ? [(What: "action.default_icon", Path: (JsonValue?)icon)] : Values("action.default_icon", Root["action"]?["default_icon"]))
        .Concat(Values("chrome_url_overrides", Root["chrome_url_overrides"]))
        .Concat(ContentScripts.SelectMany(script => List("content_scripts.js", script["js"]).Concat(List("content_scripts.css", script["css"]))))
        .Concat(WebAccessible.SelectMany(resource => List("web_accessible_resources.resources", resource["resources"])))
        .Concat((Root["declarative_net_request"]?["rule_resources"]?.Items ?? []).Select(rules => (What: "declarative_net_request.rule_resources.path", Path: rules["path"])))
        .Concat(List("sandbox.pages", Root["sandbox"]?["pages"]))
        .Where(named => named.Path is { IsText: true, Text: not "" } path && !path.Text.Contains('*', StringComparison.Ordinal))
        .Select(named => (named.What, named.Path!));

    private static IEnumerable<(string What, JsonValue? Path)> Values(string what, JsonValue? value) => (value?.Members ?? []).Select(member => ($"{what}.{member.Name}", (JsonValue?)member.Value));

    private static IEnumerable<(string What, JsonValue? Path)> List(string what, JsonValue? value) => (value?.Texts ?? []).Select(item => (what, (JsonValue?)item));
}
