using Hotfix.Extension.Manifests;

namespace Hotfix.Extension.Smoke;

/// <summary>What has to be opened to see an extension alive, by its manifest. What needs more than an address (devtools pages, content scripts, sandboxed pages) is not among it.</summary>
/// <param name="Worker">The service worker's file; null where it has none.</param>
internal sealed record SmokePlan(string? Worker, IReadOnlyList<PageToOpen> Pages)
{
    public static SmokePlan Of(Manifest manifest)
    {
        var root = manifest.Root;
        var pages = new (string What, string? Path)[]
            {
                ("popup", root["action"]?.TextOf("default_popup")),
                ("options", root["options_ui"]?.TextOf("page") ?? root.TextOf("options_page")),
                ("side panel", root["side_panel"]?.TextOf("default_path")),
            }
            .Concat((root["chrome_url_overrides"]?.Members ?? []).Where(page => page.Value.IsText).Select(page => (What: $"{Shown.Of(page.Name)} page", Path: (string?)page.Value.Text)))
            .Where(page => page.Path is not (null or ""))
            .Select(page => new PageToOpen(page.What, page.Path!.TrimStart('/')));

        return new(root["background"]?.TextOf("service_worker"), [.. pages]);
    }
}

/// <param name="What">What people call it: popup, options, side panel.</param>
/// <param name="Path">In the package; it may end in a query or fragment.</param>
internal sealed record PageToOpen(string What, string Path);
