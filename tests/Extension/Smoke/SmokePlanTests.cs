using Hotfix.Extension.Smoke;
using Hotfix.Tests.Extension.Lint;

namespace Hotfix.Tests.Extension.Smoke;

/// <summary>What has to be opened, by the manifest.</summary>
public sealed class SmokePlanTests
{
    [Fact]
    public void Everything_that_has_an_address()
    {
        var plan = Plan("""
            "background":{"service_worker":"w.js"}, "action":{"default_popup":"/popup.html"}, "options_ui":{"page":"options.html"}, "side_panel":{"default_path":"panel.html#top"},
            "chrome_url_overrides":{"newtab":"tab.html"}, "devtools_page":"devtools.html"
            """);

        Assert.Equal("w.js", plan.Worker);
        Assert.Equal([new("popup", "popup.html"), new("options", "options.html"), new("side panel", "panel.html#top"), new("newtab page", "tab.html")], plan.Pages);
    }

    [Fact]
    public void Nothing_where_nothing_is_named_or_it_is_no_text()
    {
        Assert.Equal((null, 0), (Plan("").Worker, Plan("").Pages.Count));
        Assert.Equal((null, 0), (Plan("""  "background":{"service_worker":1}, "action":[], "options_page":"" """).Worker, Plan("""  "action":{"default_popup":{}} """).Pages.Count));
        Assert.Equal([new("options", "old.html")], Plan(""" "options_page":"old.html" """).Pages);
    }

    private static SmokePlan Plan(string manifest) => SmokePlan.Of(Sample.With(manifest).Manifest!);
}
