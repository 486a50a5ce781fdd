using Hotfix.Cli;
using Hotfix.Cli.Actions;

namespace Hotfix.Tests.Cli.Actions;

/// <summary>Each input that cannot be is a sentence that names it and what would be right.</summary>
public sealed class ActionInputsTests
{
    private static readonly Dictionary<string, string> Right = new()
    {
        ["CHANNEL"] = "beta",
        ["DRY_RUN"] = "false",
        ["STAGES"] = "all",
        ["WORKING_DIRECTORY"] = ".",
        ["FOLDER"] = "dist",
        ["AUDIT_LEVEL"] = "high",
        ["LINT_STRICT"] = "false",
        ["ATTEST"] = "true",
        ["STORE_PACKAGE"] = "zip",
        ["CANCEL_PENDING"] = "false",
    };

    [Fact]
    public void What_is_right_becomes_facts()
    {
        var facts = new Facts(Check());

        Assert.Equal(("beta", "my-extension", "build test audit lint pack sign smoke parachute metadata attest release publish report"), (facts["channel"], facts["name"], facts["stages"]));
        Assert.False(facts.Is("dry_run"));
    }

    [Theory]
    [InlineData("DRY_RUN", "yes", "The input dry-run is 'yes': it is one of true, false.")]
    [InlineData("STAGES", "build ship", "The input stages is 'build ship': it is `all`, or some of build, test, audit, lint, pack, sign, smoke, parachute, metadata, attest, release, publish, report.")]
    [InlineData("VERSION", "1.2", "The input version is '1.2', which is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1.")]
    [InlineData("TAG", "--force", "The input tag is '--force': it is a tag of letters, digits, dots, hyphens, underscores and slashes.")]
    [InlineData("FOLDER", "", "The input folder is '': it is a folder.")]
    [InlineData("NAME", "a b", "The input name is 'a b': it is letters, digits, dots, hyphens and underscores.")]
    [InlineData("PERCENTAGE", "5", "The input percentage is for the channel production, and this is beta.")]
    [InlineData("STORE_WAIT", "10", "The input store-wait is '10': it is a whole number with s, m or h, such as 90s or 10m.")]
    [InlineData("PERCENTAGE", "101", "The input percentage is '101': it is a whole number from 1 to 100.")]
    [InlineData("STORE_ITEM", "0123", "The input store-item is '0123': it is 32 letters from a to p.")]
    [InlineData("STORE_ITEM", "abcdefghijklmnopabcdefghijklmnop", "The input store-item is given without store-publisher: it is in the address of the developer dashboard.")]
    [InlineData("PACKAGE", "a.zip", "The input package is given without package-sha256: say what the package must be, as the job that made it printed it.")]
    [InlineData("PACKAGE_SHA256", "abc", "The input package-sha256 is 'abc': it is 64 hexadecimal digits, as `sha256sum` prints them.")]
    [InlineData("PREVIOUS_TAG", "v1\nname=evil", "The input previous-tag is 'v1\\u000aname=evil': it is one line.")]
    public void What_is_wrong_is_said(string variable, string value, string expected) => Assert.Equal(expected, Assert.Throws<InputException>(() => Check((variable, value))).Message);

    [Theory]
    [InlineData("zip", "", null)]
    [InlineData("zip", "CHROME_ACCESS_TOKEN", "")]
    [InlineData("zip", "CHROME_ACCESS_TOKEN SIGNING_KEY", "")]
    [InlineData("crx", "CHROME_WORKLOAD_PROVIDER SIGNING_KEY", "")]
    [InlineData("crx", "CHROME_REFRESH_TOKEN", "The input store-package is crx, and there is no signing-key to make one with.")]
    [InlineData("zip", "CHROME_ACCESS_TOKEN CHROME_SERVICE_ACCOUNT", "The input store-item is given with 2 credentials of the store (chrome-access-token, chrome-service-account): give one of chrome-access-token, chrome-service-account, chrome-workload-provider, chrome-refresh-token.")]
    public void What_the_store_needs_is_asked_for_before_anything_is_done(string package, string given, string? expected)
    {
        (string, string)[] store = [("STORE_ITEM", "abcdefghijklmnopabcdefghijklmnop"), ("STORE_PUBLISHER", "acme"), ("STORE_PACKAGE", package), .. given.Split(' ').Select(name => ($"GIVEN_{name}", "true"))];

        if (expected is "")
        {
            Assert.NotEmpty(Check(store));
        }
        else
        {
            Assert.StartsWith(expected ?? "The input store-item is given without a credential of the store: ", Assert.Throws<InputException>(() => Check(store)).Message, StringComparison.Ordinal);
            Assert.NotEmpty(Check([.. store, ("STAGES", "build release")]));
        }
    }

    [Theory]
    [InlineData("production", "", "1.2.4", null, "v1.2.4")]
    [InlineData("beta", "", "1.2.4", "1.2.4", "v1.2.4-beta.g1111111")]
    [InlineData("staging", "", "1.2.4.2001", "1.2.4-rc.1", "v1.2.4-rc.1.staging.g1111111")]
    [InlineData("beta", "special", "1.2.4", null, "special")]
    public void Only_production_gets_the_versions_own_tag(string channel, string given, string store, string? name, string tag) =>
        Assert.Equal(tag, new Facts(VersionVerb.Of(store, name, new([$"channel={channel}", $"given_tag={given}"]), new string('1', 40)))["tag"]);

    [Fact]
    public void A_package_without_a_semantic_version_is_refused() =>
        Assert.StartsWith("manifest.json says version '1.2' and version_name 'Spring', and neither is a semantic version", Assert.Throws<InputException>(() => VersionVerb.Of("1.2", "Spring", new([]), "")).Message, StringComparison.Ordinal);

    private static IReadOnlyList<string> Check(params (string Name, string Value)[] other) =>
        ActionInputs.Check(name => other.FirstOrDefault(one => one.Name == name).Value ?? Right.GetValueOrDefault(name), "acme/my-extension");
}
