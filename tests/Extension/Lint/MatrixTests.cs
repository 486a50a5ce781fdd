using Hotfix.Extension.Lint;

namespace Hotfix.Tests.Extension.Lint;

/// <summary>The manifests that were tried on Chromium 156, one row each, with what it said and what we say. Where Chromium takes what the store refuses, or what should not ship, we are stricter.</summary>
public sealed class MatrixTests
{
    private const string Cdn = "https://cdn.example.com";

    [Theory]
    [InlineData("rejected", "csp", "\"content_security_policy\":{\"extension_pages\":\"script-src 'self' 'unsafe-eval'; object-src 'self'\"}")]
    [InlineData("rejected", "csp", "\"content_security_policy\":{\"extension_pages\":\"script-src 'self' 'unsafe-inline'; object-src 'self'\"}")]
    [InlineData("rejected", "csp", $"\"content_security_policy\":{{\"extension_pages\":\"script-src 'self' {Cdn}; object-src 'self'\"}}")]
    [InlineData("rejected", "csp", "\"content_security_policy\":{\"extension_pages\":\"script-src 'self' 'sha256-AAAA'; object-src 'self'\"}")]
    [InlineData("rejected", "csp", "\"content_security_policy\":{\"extension_pages\":\"img-src 'self'\"}")]
    [InlineData("rejected", "csp", "\"content_security_policy\":\"script-src 'self'; object-src 'self'\"")]
    [InlineData("taken", null, "\"content_security_policy\":{\"extension_pages\":\"script-src 'self' 'wasm-unsafe-eval'; object-src 'self'\"}")]
    [InlineData("taken", "csp", "\"content_security_policy\":{\"extension_pages\":\"script-src 'self' http://localhost:8080; object-src 'self'\"}")]
    [InlineData("rejected", "file-missing", "\"content_scripts\":[{\"matches\":[\"https://example.com/*\"],\"js\":[\"none.js\"]}]")]
    [InlineData("rejected", "file-missing", "\"background\":{\"service_worker\":\"none.js\"}")]
    [InlineData("rejected", "locale", "\"default_locale\":\"en\"")]
    [InlineData("rejected", "web-accessible", "\"web_accessible_resources\":[\"icon.png\"]")]
    [InlineData("rejected", "manifest-version", "\"manifest_version\":2")]
    [InlineData("rejected", "manifest-version", "\"manifest_version\":null")]
    [InlineData("taken", "manifest-version", "\"manifest_version\":4")]
    [InlineData("taken", "permission-unknown", "\"permissions\":[\"telepathy\"]")]
    [InlineData("taken", "host-place", "\"permissions\":[\"https://example.com/*\"]")]
    [InlineData("taken", "host-pattern", "\"host_permissions\":[\"https:/example.com\"]")]
    [InlineData("taken", "unknown-key", "\"telepathy\":true")]
    [InlineData("taken", "unknown-key", "\"browser_action\":{\"default_title\":\"x\"}")]
    [InlineData("taken", "unknown-key", "\"background\":{\"scripts\":[\"icon.png\"]}")]
    [InlineData("taken", "name", "\"name\":\"123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456\"")]
    [InlineData("taken", "name", "\"description\":\"123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 123\"")]
    [InlineData("taken", "locale", "\"name\":\"__MSG_x__\"")]
    [InlineData("taken", "version", "\"version\":\"1.01\"")]
    [InlineData("rejected", "version", "\"version\":\"01.1\"")]
    [InlineData("taken", "version", "\"version\":\"1.65536\"")]
    [InlineData("taken", "version", "\"version\":\"0\"")]
    [InlineData("taken", "version", "\"version\":\"0.0.0\"")]
    [InlineData("rejected", "version", "\"version\":\"1.1.0-beta.1\"")]
    [InlineData("rejected", "version", "\"version\":\"1.2.3.4.5\"")]
    [InlineData("rejected", "version", "\"version\":\"1.\"")]
    [InlineData("rejected", "version", "\"version\":\"1.2 \"")]
    [InlineData("rejected", "version", "\"version\":\"+1.2\"")]
    [InlineData("rejected", "version", "\"version\":\"\"")]
    [InlineData("rejected", "version", "\"version\":1")]
    [InlineData("rejected", "version", "\"version\":\"1.4294967296\"")]
    [InlineData("taken", null, "\"version\":\"1\"")]
    [InlineData("taken", null, "\"version\":\"3.1.2.4567\"")]
    [InlineData("taken", null, "\"version\":\"65535.65535.65535.65535\"")]
    [InlineData("taken", null, "\"version_name\":\"\"")]
    [InlineData("rejected", "version", "\"version_name\":1")]
    public void What_chromium_rejects_we_reject_and_what_the_store_rejects_too(string chromium, string? rule, string manifest)
    {
        var findings = Sample.Findings(Sample.With(manifest));

        Assert.Equal(rule is null ? [] : [rule], findings.Select(finding => finding.Rule.Id).Distinct());
        Assert.All(findings, finding => Assert.True(finding.Rule.Level == LintLevel.Error || (chromium == "taken" && finding.Rule.Level == LintLevel.Warning), finding.Message));
    }

    /// <summary>Chromium takes these three and reads them its own way; each finding names the line.</summary>
    [Theory]
    [InlineData("{\"manifest_version\":3,\"name\":\"S\",\n\"version\":\"1\",\n\"version\":\"2\",\"icons\":{\"128\":\"icon.png\"}}", 3, "The manifest has the key 'version' twice in one object.")]
    [InlineData("{\"manifest_version\":3,\"name\":\"S\",\n/* no */ \"version\":\"1\",\"icons\":{\"128\":\"icon.png\"}}", 2, "The manifest has a comment, which JSON does not have.")]
    [InlineData("{\"manifest_version\":3,\"name\":\"S\",\n\"version\":\"1\",\"icons\":{\"128\":\"icon.png\"}} // no", 2, "The manifest has a comment, which JSON does not have.")]
    [InlineData("\ufeff{\"manifest_version\":3,\"name\":\"S\",\"version\":\"1\",\"icons\":{\"128\":\"icon.png\"}}", 1, "The manifest begins with a byte order mark, which JSON does not have.")]
    public void Json_is_strict(string manifest, int line, string message) =>
        Assert.Equal([("manifest-json", (int?)line, message)], Sample.Findings(Sample.With("", "manifest.json=" + manifest)).Select(finding => (finding.Rule.Id, finding.Line, finding.Message)));

    /// <summary>Chromium refuses to install it on an older one; what can be told is that it was raised.</summary>
    [Fact]
    public void A_minimum_that_is_raised_is_told() =>
        Assert.Contains(
            Sample.Findings(Sample.With("\"version\":\"1.2.4\",\"minimum_chrome_version\":\"999\""), Sample.With("\"minimum_chrome_version\":\"120\"")),
            finding => finding.Rule.Id == "minimum-chrome-raised" && finding.Message == "minimum_chrome_version is 999 now, after 120: older Chromes keep the last release.");
}
