using Hotfix.Extension;
using Hotfix.Extension.Lint;

namespace Hotfix.Tests.Extension.Lint;

/// <summary>Each rule finds what it is for, and leaves alone what only looks like it.</summary>
public sealed class RuleTests
{
    private static readonly (string Rule, bool Found, string Manifest, string[] Files)[] Rows =
    [
        ("manifest-json", true, "", ["manifest.json={\"manifest_version\":3,}"]),
        ("manifest-json", true, "", ["manifest.json=[]"]),
        ("manifest-json", false, "", []),
        ("manifest-version", true, "\"manifest_version\":\"3\"", []),
        ("manifest-version", false, "", []),
        ("version", true, "\"version\":\"1.2.3-beta\"", []),
        ("version", true, "\"version\":null", []),
        ("version", true, "\"version_name\":3", []),
        ("version", false, "\"version_name\":\"1.2.3-beta\"", []),
        ("name", true, "\"name\":null", []),
        ("name", true, "\"description\":7", []),
        ("name", false, "\"description\":\"It works.\"", []),
        ("manifest-key", true, "\"key\":\"MIIB\"", []),
        ("manifest-key", false, "\"commands\":{\"x\":{\"suggested_key\":{\"default\":\"Alt+X\"}}}", []),
        ("update-url", true, "\"update_url\":\"https://example.com\"", []),
        ("update-url", false, "\"homepage_url\":\"https://example.com\"", []),
        ("unknown-key", true, "\"browser_action\":{}", []),
        ("unknown-key", true, "\"background\":{\"scripts\":[]}", []),
        ("unknown-key", false, "\"background\":{\"service_worker\":\"w.js\",\"type\":\"module\"}", ["w.js="]),
        ("file-missing", true, "\"action\":{\"default_popup\":\"p.html\"}", []),
        ("file-missing", true, "\"icons\":{\"128\":\"none.png\"}", []),
        ("file-missing", true, "", ["p/p.html=<script src='../q.js'></script>"]),
        ("file-missing", false, "\"action\":{\"default_popup\":\"/p/p.html?x#y\"}", ["p/p.html=<!-- <script src='none.js'> --><script src='../q.js'></script><link rel=stylesheet href=https://example.com/x.css>", "q.js="]),
        ("file-missing", false, "\"web_accessible_resources\":[{\"resources\":[\"img/*.png\"],\"matches\":[\"https://example.com/*\"]}]", []),
        ("file-missing", false, "\"action\":{\"default_popup\":\"./p/my%20page.html\"},\"options_page\":\"p/../q.html\",\"devtools_page\":\"chrome-extension://__MSG_@@extension_id__/q.html\",\"default_locale\":\"en\"", ["_locales/en/messages.json={}", "p/my page.html=", "q.html=<script src='p/a%20b.js'></script>", "p/a b.js="]),
        ("file-missing", false, "", ["p.html=<base href='lib/'><script src='a.js?x=1&amp;y'></script>", "lib/a.js="]),
        ("file-missing", true, "", ["p.html=<base href='/lib/'><script src='a.js'></script>", "a.js="]),
        ("manifest-type", true, "\"permissions\":\"tabs\"", []),
        ("manifest-type", true, "\"permissions\":[1,null]", []),
        ("manifest-type", true, "\"host_permissions\":{}", []),
        ("manifest-type", true, "\"content_scripts\":{}", []),
        ("manifest-type", true, "\"content_scripts\":[{\"matches\":\"https://example.com/*\"}]", []),
        ("manifest-type", true, "\"background\":\"x\"", []),
        ("manifest-type", true, "\"action\":[]", []),
        ("manifest-type", true, "\"chrome_url_overrides\":{\"newtab\":1}", []),
        ("manifest-type", false, "\"permissions\":[],\"action\":{\"default_icon\":{\"16\":\"icon.png\"}},\"background\":{},\"content_scripts\":[{\"matches\":[],\"all_frames\":true}],\"commands\":{\"x\":{}}", []),
        ("icon", true, "\"icons\":null", []),
        ("icon", true, "", ["icon.png=GIF89a"]),
        ("icon", false, "", []),
        ("locale", true, "\"default_locale\":\"en\"", []),
        ("locale", true, "", ["_locales/en/messages.json={}"]),
        ("locale", true, "\"name\":\"__MSG_none__\",\"default_locale\":\"en\"", ["_locales/en/messages.json={}"]),
        ("locale", true, "\"default_locale\":\"en\"", ["_locales/en/messages.json={}", "_locales/de/messages.json={"]),
        ("locale", false, "\"name\":\"__MSG_NAME__\",\"description\":\"__MSG_@@extension_id__\",\"default_locale\":\"en\"", ["_locales/en/messages.json={\"name\":{\"message\":\"x\"}}"]),
        ("locale-incomplete", true, "\"default_locale\":\"en\"", ["_locales/en/messages.json={\"a\":{}}", "_locales/de/messages.json={}"]),
        ("locale-incomplete", false, "\"default_locale\":\"en\"", ["_locales/en/messages.json={}", "_locales/de/messages.json={\"a\":{}}"]),
        ("minimum-chrome", true, "\"minimum_chrome_version\":\"new\"", []),
        ("minimum-chrome", true, "\"minimum_chrome_version\":\"100\",\"permissions\":[\"sidePanel\"]", []),
        ("minimum-chrome", false, "\"minimum_chrome_version\":\"114\",\"permissions\":[\"sidePanel\"]", []),
        ("csp", true, "\"content_security_policy\":{\"extension_pages\":\"script-src 'self' https://cdn.example.com\"}", []),
        ("csp", true, "\"content_security_policy\":{\"extension_pages\":\"script-src\\t'self'\\n'unsafe-eval'\"}", []),
        ("csp", true, "\"content_security_policy\":{\"sandbox\":\"script-src 'unsafe-eval'\"}", []),
        ("csp", true, "\"content_security_policy\":{\"sandbox\":\"sandbox allow-scripts allow-same-origin\"}", []),
        ("csp", false, "\"content_security_policy\":{\"extension_pages\":\"script-src\\t'self';\\nobject-src\\n'self'\"}", []),
        ("csp", false, "\"content_security_policy\":{\"extension_pages\":\"script-src 'self'; object-src 'self'; img-src https:\",\"sandbox\":\"sandbox allow-scripts; script-src 'unsafe-eval'\"}", []),
        ("host-place", true, "\"permissions\":[\"https://example.com/*\"]", []),
        ("host-place", true, "\"optional_permissions\":[\"<all_urls>\"]", []),
        ("host-place", false, "\"host_permissions\":[\"https://example.com/*\"]", []),
        ("host-pattern", true, "\"host_permissions\":[\"example.com\"]", []),
        ("host-pattern", true, "\"content_scripts\":[{\"matches\":[\"https://exa*mple.com/*\"]}]", []),
        ("host-pattern", false, "\"host_permissions\":[\"*://*.example.com:8080/*\",\"file:///*\",\"<all_urls>\",\"https://*/x\"]", []),
        ("web-accessible", true, "\"web_accessible_resources\":[\"a.png\"]", []),
        ("web-accessible", true, "\"web_accessible_resources\":[{\"resources\":[]}]", []),
        ("web-accessible", false, "\"web_accessible_resources\":[{\"resources\":[],\"matches\":[\"https://example.com/*\"]}]", []),
        ("web-accessible-wide", true, "\"web_accessible_resources\":[{\"resources\":[],\"matches\":[\"<all_urls>\"]}]", []),
        ("web-accessible-wide", false, "\"web_accessible_resources\":[{\"resources\":[],\"matches\":[\"<all_urls>\"],\"use_dynamic_url\":true}]", []),
        ("permission-unknown", true, "\"permissions\":[\"storages\"]", []),
        ("permission-unknown", false, "\"permissions\":[\"unlimitedStorage\",\"https://example.com/*\"],\"optional_permissions\":[\"system.cpu\"]", []),
        ("permission-unused", true, "\"permissions\":[\"storage\"]", ["a.js=// chrome.storage"]),
        ("permission-unused", false, "\"permissions\":[\"storage\",\"activeTab\"]", ["a.js=chrome['storage'].local.get()"]),
        ("permission-unused", true, "\"permissions\":[\"storage\"]", ["a.js=navigator.storage.estimate(); const storage = 1; chrome.runtime.id"]),
        ("permission-unused", true, "\"permissions\":[\"sidePanel\"]", []),
        ("permission-unused", false, "\"permissions\":[\"storage\"]", ["a.js=const { storage } = chrome"]),
        ("permission-unused", false, "\"permissions\":[\"storage\"]", ["a.js=browser?.storage.local"]),
        ("permission-unused", false, "\"permissions\":[\"sidePanel\",\"declarativeNetRequest\"],\"side_panel\":{\"default_path\":\"p.html\"},\"declarative_net_request\":{\"rule_resources\":[{\"id\":\"a\",\"enabled\":true,\"path\":\"r.json\"}]}", ["p.html=", "r.json=[]"]),
        ("permission-twice", true, "\"permissions\":[\"alarms\",\"alarms\"]", []),
        ("permission-twice", false, "\"permissions\":[\"alarms\",\"storage\"]", []),
        ("permission-refused", true, "\"permissions\":[\"webRequestBlocking\"]", []),
        ("permission-refused", false, "\"permissions\":[\"webRequest\"]", []),
        ("permission-broad", true, "\"host_permissions\":[\"*://*/*\"]", []),
        ("permission-broad", true, "\"permissions\":[\"debugger\"]", []),
        ("permission-broad", false, "\"permissions\":[\"storage\"],\"host_permissions\":[\"https://*.example.com/*\"],\"optional_host_permissions\":[\"<all_urls>\"]", []),
        ("permission-warns", true, "\"permissions\":[\"notifications\"]", []),
        ("permission-warns", false, "\"permissions\":[\"alarms\",\"tabs\"],\"host_permissions\":[\"<all_urls>\"]", []), // tabs says nothing more than all hosts
        ("inner-html", true, "", ["a.js=x.innerHTML = y"]),
        ("inner-html", true, "", ["a.js=x['innerHTML'] += y"]),
        ("inner-html", true, "", ["a.js=x.innerHTML = `<b>${name}</b>`"]),
        ("inner-html", true, "", ["a.js=x.innerHTML = '<b>' + name"]),
        ("inner-html", false, "", ["a.js=x.innerHTML = '<b>fixed</b>'; // x.innerHTML = y\nvar s = 'x.innerHTML = y', r = /x.innerHTML = y/; if (x.innerHTML == y || x.innerHTML === z) {}"]),
        ("inner-html", false, "", ["a.js=x.innerHTML = `<b>fixed</b>`\ny()"]),
        ("inner-html", true, "", ["a.js=x.innerHTML ||= y"]),
        ("inner-html", true, "", ["a.js=x['innerHTML'] ??= y"]),
        ("inner-html", true, "", ["a.js=Object.assign(el, { id: 'a', innerHTML: x })"]),
        ("inner-html", false, "", ["a.js=x.innerHTML = '<b>' + 'fixed' + `</b>`; Object.assign(el, { innerHTML: '<b>', id: x }); x.innerHTML ?? y"]),
        ("outer-html", true, "", ["a.js=x.outerHTML=y"]),
        ("outer-html", false, "", ["a.js=y = x.outerHTML"]),
        ("insert-adjacent-html", true, "", ["a.js=x.insertAdjacentHTML('beforeend', y)"]),
        ("insert-adjacent-html", true, "", ["a.js=x.insertAdjacentHTML?.('beforeend', y)"]),
        ("insert-adjacent-html", true, "", ["a.js=x['insertAdjacentHTML']('beforeend', y)"]),
        ("insert-adjacent-html", false, "", ["a.js=x.insertAdjacentHTML(place(1, 2), '<hr>' + '<br>'); if (['insertAdjacentHTML'].includes(x)) y()"]),
        ("insert-adjacent-html", false, "", ["a.js=x.insertAdjacentHTML('beforeend', '<hr>')"]),
        ("document-write", true, "", ["a.js=document.writeln(x)"]),
        ("document-write", true, "", ["a.js=window.document['write'](x)"]),
        ("document-write", true, "", ["a.js=document?.write?.(x)"]),
        ("document-write", false, "", ["a.js=stream.write(x); log.document.writes(x)"]),
        ("eval", true, "", ["a.js=globalThis.eval(x)"]),
        ("eval", true, "", ["a.js=`${eval(x)}`"]),
        ("eval", true, "", ["a.js=(0, eval)(x)"]),
        ("eval", true, "", ["a.js=eval?.(x)"]),
        ("eval", true, "", ["a.js=window['eval'](x)"]),
        ("eval", false, "", ["a.js=class Model { eval(x) { return x } } const m = { a, eval(x) {} }; m['eval'](x)"]),
        ("eval", false, "", ["a.js=model.eval(x); function eval(y) {} evaluate(x); /eval(x)/.test(y)"]),
        ("new-function", true, "", ["a.js=new Function('return 1')"]),
        ("new-function", true, "", ["a.js=new Function(`return ${x}`)"]),
        ("new-function", true, "", ["a.js=new Function`return 1`"]),
        ("new-function", false, "", ["a.js=const m = { Function(a) { return a } }"]),
        ("new-function", false, "", ["a.js=x instanceof Function; new AsyncFunction(); y.Function(1)"]),
        ("string-timer", true, "", ["a.js=setTimeout('tick()', 5)"]),
        ("string-timer", true, "", ["a.js=window.setInterval(`tick(${n})`, 5)"]),
        ("string-timer", true, "", ["a.js=setTimeout(code + 'x')"]),
        ("string-timer", false, "", ["a.js=setTimeout(x => x + 'y', 5); setTimeout(make('a' + b), 5); setTimeout(tick, 5 + '0')"]),
        ("string-timer", false, "", ["a.js=setTimeout(() => 'tick()', 5)"]),
        ("remote-import", true, "", ["a.js=const m = await import('https://cdn.example.com/m.js')"]),
        ("remote-import", true, "", ["a.js=import { m } from \"//cdn.example.com/m.js\""]),
        ("remote-import", true, "", ["a.js=import 'https://cdn.example.com/m.js'"]),
        ("remote-import", true, "", ["a.js=importScripts('a.js', 'https://cdn.example.com/m.js')"]),
        ("remote-import", true, "", ["a.js=new Worker('https://cdn.example.com/w.js')"]),
        ("remote-import", false, "", ["a.js=new Worker('w.js'); new Worker(chrome.runtime.getURL('w.js'))"]),
        ("remote-import", false, "", ["a.js=import { m } from './m.js'; await import('./n.js'); fetch('https://example.com'); Array.from('https://example.com')"]),
        ("remote-script", true, "", ["p.html=<script src=\"https://cdn.example.com/x.js\"></script>"]),
        ("remote-script", true, "", ["p.html=<LINK rel=modulepreload href=//cdn.example.com/x.js>"]),
        ("remote-script", false, "\"sandbox\":{\"pages\":[\"s.html\"]}", ["s.html=<script src='https://cdn.example.com/x.js'></script>", "p.html=<img src='https://example.com/x.png'><!-- <script src='https://x'></script> -->"]),
        ("inline-script", true, "", ["p.html=<script>run()</script>"]),
        ("inline-script", true, "", ["p.html=<a onclick=\"run()\">"]),
        ("inline-script", true, "", ["p.html=<a href='javascript:run()'>"]),
        ("remote-script", true, "", ["p.html=<base href='https://cdn.example.com/'><script src='a.js'></script>"]),
        ("inline-script", true, "", ["p.html=<script type='Module'>run()</script>"]),
        ("inline-script", true, "", ["p.html=<a href='java&#115;cript:run()'>"]),
        ("inline-script", true, "", ["p.html=<a href='java\nscript:run()'>"]),
        ("inline-script", false, "", ["p.html=<div once one only></div>"]),
        ("inline-script", false, "", ["p.html=<script type='application/json'>{}</script><p on-click='x'>onclick=\"run()\"<style>a{}</style><script src='a.js'> </script>", "a.js="]),
        ("injected-script-computed", true, "", ["a.js=const s = document.createElement('script'); s.src = address; document.head.append(s)"]),
        ("injected-script", true, "", ["a.js=s = d.createElement(\"script\"); s.setAttribute('src', 'https://cdn.example.com/x.js')"]),
        ("injected-script", true, "", ["a.js=Object.assign(document.createElement('script'), { async: true, src: 'https://cdn.example.com/x.js' })"]),
        ("injected-script-computed", true, "", ["a.js=Object.assign(document.createElement('script'), { src: address })"]),
        ("injected-script-computed", false, "", ["a.js=function f() { var e = document.createElement('script'); e.src = 'x.js' } function g(e) { e.src = address }"]),
        ("injected-script-computed", false, "", ["a.js=const u = chrome.runtime.getURL('y.js'); const s = document.createElement('script'); s.src = u"]),
        ("import-computed", true, "", ["a.js=import(base + 'x.js')"]),
        ("import-computed", false, "", ["a.js=import('./x.js'); import(chrome.runtime.getURL('a' + b)); import.meta.url + 'x'"]),
        ("injected-script", false, "", ["a.js=const s = document.createElement('script'); s.src = chrome.runtime.getURL('x.js'); const i = document.createElement('img'); i.src = address"]),
        ("secret", true, "", ["a.js=const key = 'AKIAIOSFODNN7EXAMPLE'"]),
        ("secret", true, "", ["config.json={\"api_key\":\"0a1b2c3d4e5f60718293a4b5\"}"]),
        ("secret", true, "", ["a.js=fetch(u, { headers: { Authorization: \"Bearer 0a1b2c3d4e5f60718293a4b5\" } })"]),
        ("secret", true, "", ["a.js=k = 'sk-" + "proj-Ab3dEf6hIj9lMn2pQr5tUv8xYz1bCd4f'"]),
        ("secret", false, "", ["a.css=.sk-fading-circle-with-twelve-dots-number-12 { }"]),
        ("secret", false, "", ["a.js=api_key = 'your-api-key-1234567890'; secret = 'xxxxxxxxxxxxxxxxxxxx1'; h = { Authorization: `Bearer ${token}` }"]),
        ("secret", true, "", ["key.txt=-----BEGIN RSA PRIVATE KEY-----"]),
        ("secret", false, "", ["a.js=const secret = 'the quick brown fox jumps'; const password = ''; token = 'AKIA'; api_key = process.env.KEY"]),
        ("not-utf8", true, "", []), // bytes of its own, below
        ("not-utf8", false, "", ["a.js=// größe"]),
        ("key-file", true, "", ["certs/server.pem="]),
        ("key-file", false, "", ["keys.js="]),
        ("reserved-name", true, "", ["_private/a.js="]),
        ("reserved-name", false, "", ["src/_private.js="]),
        ("source-map", true, "", ["dist/a.js.map={}"]),
        ("source-map", true, "", ["a.js=//# sourceMappingURL=data:application/json;base64,e30="]),
        ("source-map", false, "", ["a.js=//# sourceMappingURL=a.js.map", "map.js="]),
        ("test-file", true, "", ["lib/a.test.js="]),
        ("test-file", true, "", ["tests/a.js="]),
        ("test-file", false, "", ["latest.js=", "contest/a.js="]),
        ("development-file", true, "", ["package-lock.json={}"]),
        ("development-file", true, "", ["node_modules/a/b.js="]),
        ("development-file", false, "", ["rules.json={}"]),
        ("file-size", true, "", ["a.bin=" + new string('x', (10 << 20) + 1)]),
        ("file-size", false, "", ["a.bin=" + new string('x', 10 << 20)]),
        ("package-size", true, "", [.. Enumerable.Range(0, 11).Select(number => $"{number}.bin={new string('x', 10 << 20)}")]),
        ("package-size", false, "", ["a.bin=" + new string('x', 10 << 20)]),
    ];

    /// <summary>Rules that compare: the last release's manifest, then this one's.</summary>
    private static readonly (string Rule, bool Found, string Before, string After)[] Comparisons =
    [
        ("disables-extension", true, "", "\"permissions\":[\"tabs\"]"),
        ("disables-extension", true, "\"host_permissions\":[\"https://a.example.com/*\"]", "\"host_permissions\":[\"https://*.example.com/*\"]"),
        ("disables-extension", true, "\"optional_permissions\":[\"history\"]", "\"permissions\":[\"history\"]"),
        ("disables-extension", true, "", "\"content_scripts\":[{\"matches\":[\"<all_urls>\"]}]"),
        ("disables-extension", true, "", "\"chrome_url_overrides\":{\"newtab\":\"icon.png\"}"),
        ("disables-extension", true, "", "\"chrome_settings_overrides\":{\"homepage\":\"https://www.example.com/\"}"),
        ("disables-extension", true, "", "\"chrome_settings_overrides\":{\"search_provider\":{\"search_url\":\"https://example.com/?q={searchTerms}\"}}"),
        ("disables-extension", true, "", "\"chrome_settings_overrides\":{\"startup_pages\":[\"https://example.com/\"]}"),
        ("disables-extension", false, "\"chrome_url_overrides\":{\"newtab\":\"a.html\"}", "\"chrome_url_overrides\":{\"newtab\":\"icon.png\",\"history\":\"icon.png\"}"),
        ("disables-extension", false, "", "\"permissions\":[\"storage\",\"alarms\"]"),
        ("disables-extension", false, "\"permissions\":[\"tabs\"]", "\"permissions\":[\"tabs\",\"webNavigation\"]"),
        ("disables-extension", false, "\"host_permissions\":[\"<all_urls>\"]", "\"host_permissions\":[\"<all_urls>\",\"https://a.example.com/*\"],\"permissions\":[\"tabs\"]"),
        ("disables-extension", false, "\"host_permissions\":[\"https://*.example.com/*\"]", "\"host_permissions\":[\"https://a.example.com/*\"]"),
        ("disables-extension", false, "", "\"optional_permissions\":[\"history\"],\"optional_host_permissions\":[\"<all_urls>\"]"),
        ("permission-added", true, "", "\"permissions\":[\"storage\"]"),
        ("permission-added", true, "\"optional_permissions\":[\"storage\"]", "\"permissions\":[\"storage\"]"),
        ("permission-added", true, "", "\"optional_permissions\":[\"storage\"]"),
        ("permission-added", false, "\"permissions\":[\"storage\",\"tabs\"]", "\"permissions\":[\"storage\"],\"optional_permissions\":[\"tabs\"]"),
        ("host-added", true, "", "\"content_scripts\":[{\"matches\":[\"https://example.com/*\"]}]"),
        ("host-added", false, "\"host_permissions\":[\"https://example.com/*\"]", "\"host_permissions\":[\"https://example.com/*\"]"),
        ("reach-added", true, "", "\"externally_connectable\":{\"matches\":[\"https://example.com/*\"]}"),
        ("reach-added", true, "", "\"web_accessible_resources\":[{\"resources\":[],\"matches\":[\"https://example.com/*\"]}]"),
        ("reach-added", false, "\"externally_connectable\":{\"matches\":[\"https://example.com/*\"]}", "\"externally_connectable\":{\"matches\":[\"https://example.com/*\"]}"),
        ("csp-changed", true, "", "\"content_security_policy\":{\"extension_pages\":\"script-src 'self'\"}"),
        ("csp-changed", true, "", "\"content_security_policy\":{\"sandbox\":\"sandbox allow-scripts\"}"),
        ("csp-changed", false, "\"content_security_policy\":{\"extension_pages\":\"script-src 'self'\"}", "\"content_security_policy\":{\"extension_pages\":\"script-src 'self'\"}"),
        ("minimum-chrome-raised", true, "\"minimum_chrome_version\":\"110\"", "\"minimum_chrome_version\":\"120\""),
        ("minimum-chrome-raised", true, "", "\"minimum_chrome_version\":\"120\""),
        ("minimum-chrome-raised", false, "\"minimum_chrome_version\":\"110\"", "\"minimum_chrome_version\":\"109.5\""),
        ("version-not-higher", true, "\"version\":\"1.3\"", "\"version\":\"1.2.9\""),
        ("version-not-higher", true, "\"version\":\"1.2\"", "\"version\":\"1.2.0\""),
        ("version-not-higher", false, "\"version\":\"1.9\"", "\"version\":\"1.10\""),
    ];

    public static TheoryData<string, bool, int> Cases => [.. Rows.Select((row, number) => new TheoryDataRow<string, bool, int>(row.Rule, row.Found, number))];

    public static TheoryData<string, bool, string, string> Compared => [.. Comparisons.Select(row => new TheoryDataRow<string, bool, string, string>(row.Rule, row.Found, row.Before, row.After))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_finds_what_it_is_for_and_nothing_like_it(string rule, bool found, int number)
    {
        var row = Rows[number];
        var package = Sample.With(row.Manifest, row.Files);

        if (rule == "not-utf8" && found)
        {
            package = new([.. package.Files, new PackageFile("a.js", new byte[] { 0x0a, 0x22, 0xe9, 0x22 })]);
        }

        Assert.Equal(found, Sample.Findings(package).Any(finding => finding.Rule.Id == rule));
    }

    [Theory]
    [MemberData(nameof(Compared))]
    public void A_rule_compares_with_the_last_release(string rule, bool found, string before, string after) =>
        Assert.Equal(found, Sample.Findings(Sample.With(after), Sample.With(before)).Any(finding => finding.Rule.Id == rule));

    [Fact]
    public void A_new_website_in_the_code_is_told()
    {
        var before = Sample.With("", "a.js=fetch('https://api.example.com/v1')");

        Assert.Equal(
            [("origin-added", (int?)2, "The code names https://evil.example, which the last release did not.")],
            Sample.Findings(Sample.With("\"version\":\"1.2.4\"", "a.js=fetch('https://API.example.com/v2');\nfetch(`https://evil.example/${x}`); ns = 'http://www.w3.org/2000/svg'"), before)
                .Select(finding => (finding.Rule.Id, finding.Line, finding.Message)));
    }

    [Fact]
    public void A_package_without_a_manifest_is_told() =>
        Assert.Equal("manifest-missing", Assert.Single(Sample.Findings(new ExtensionPackage([Files.Text("dist/manifest.json", Files.Manifest)]))).Rule.Id);

    [Fact]
    public void Nothing_is_found_in_a_healthy_package() => Assert.Empty(Sample.Findings(Sample.With()));

    [Fact]
    public void Every_rule_has_a_finding_and_a_non_finding()
    {
        string[] elsewhere = ["manifest-missing", "origin-added", "allowance-unused"];
        var rows = Rows.Select(row => (row.Rule, row.Found)).Concat(Comparisons.Select(row => (row.Rule, row.Found))).ToHashSet();

        Assert.All(Rules.All.Where(rule => !elsewhere.Contains(rule.Id)), rule => Assert.True(rows.Contains((rule.Id, true)) && rows.Contains((rule.Id, false)), rule.Id));
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Id).Distinct().Count());
    }
}
