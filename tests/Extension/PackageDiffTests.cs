using Hotfix.Domain;
using Hotfix.Extension.Diff;
using Hotfix.Tests.Extension.Lint;

namespace Hotfix.Tests.Extension;

public sealed class PackageDiffTests
{
    [Fact]
    public void Files_manifest_permissions_and_size_are_compared()
    {
        var before = Sample.With("\"permissions\":[\"storage\",\"alarms\"],\"action\":{\"default_popup\":\"p.html\"}", "a.js=1", "b.js=1", "p.html=");
        var after = Sample.With("\"version\":\"1.2.4\",\"permissions\":[\"storage\",\"tabs\"],\"action\":{\"default_popup\":\"q.html\"}", "a.js=22", "c.js=333", "q.html=");
        var diff = PackageDiff.Of(before, after);

        Values<FileChange> files = [new("a.js", 1, 2), new("b.js", 1, null), new("c.js", null, 3), diff.Files[3], new("p.html", 0, null), new("q.html", null, 0)];
        Values<ManifestChange> manifest = [new("action.default_popup", "p.html", "q.html"), new("permissions", "alarms", "tabs"), new("version", "1.2.3", "1.2.4")];
        Values<string> agree = ["Read your browsing history"];

        Assert.Equal((files, manifest, agree, agree), (diff.Files, diff.Manifest, diff.MustAgree, diff.Warnings));
        Assert.Equal("manifest.json", diff.Files[3].Path);
        Assert.Equal((before.Bytes, after.Bytes), (diff.BytesBefore, diff.BytesAfter));
    }

    [Fact]
    public void Nothing_is_different_from_itself()
    {
        var diff = PackageDiff.Of(Sample.With(), Sample.With());

        Assert.Equal(
            "### `1.2.3` → `1.2.3`\n\n**Permissions**: nobody has to agree to anything new.\n\n**Size**: 87 → 87 bytes unpacked (±0).\n\nNo change of the manifest.\n\nNo change of the files.",
            DiffMarkdown.Of(diff, "1.2.3", "1.2.3"));
    }

    /// <summary>Names and values are strangers' text.</summary>
    [Fact]
    public void What_comes_from_a_package_pings_links_and_breaks_nothing()
    {
        var after = Sample.With("\"name\":\"@everyone `x` | <img src=x>\\n# heading\"", "a|b @admin.js=1");
        var markdown = DiffMarkdown.Of(PackageDiff.Of(Sample.With(), after), "1", "2");

        Assert.Contains("| `name` | `Sample` | `` @everyone `x` \\| <img src=x>\\u000a# heading `` |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| `a\\|b @admin.js` | new | 1 |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_values_are_shown_around_their_difference()
    {
        var policy = "script-src 'self'; object-src 'self'; img-src " + string.Join(' ', Enumerable.Range(0, 20).Select(number => $"https://{number}.example.com"));
        var (before, after) = (Sample.With($"\"content_security_policy\":{{\"extension_pages\":\"{policy}; frame-src 'none'\"}}"), Sample.With($"\"content_security_policy\":{{\"extension_pages\":\"{policy}; frame-src 'self'\"}}"));

        Assert.Contains("| `…://19.example.com; frame-src 'none'` | `…://19.example.com; frame-src 'self'` |", DiffMarkdown.Of(PackageDiff.Of(before, after), "1", "2"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_chrome_says_is_told_whether_it_is_new_or_not()
    {
        var package = Sample.With("\"host_permissions\":[\"file:///*\"],\"permissions\":[\"tabs\"],\"chrome_settings_overrides\":{\"homepage\":\"https://www.example.com/\"}");

        Assert.Contains(
            "nobody has to agree to anything new.\n\nTo whoever installs it, Chrome says: `Read your browsing history`; `Read and change files on this computer that you open in the browser`; `Change your home page to: example.com`.\n",
            DiffMarkdown.Of(PackageDiff.Of(package, package), "1", "2"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        var after = Sample.With("", [.. Enumerable.Range(0, 130).Select(number => $"{number:000}.js=x")]);

        Assert.EndsWith("\n\nAnd 30 more.", DiffMarkdown.Of(PackageDiff.Of(Sample.With(), after), "1", "2"), StringComparison.Ordinal);
    }
}
