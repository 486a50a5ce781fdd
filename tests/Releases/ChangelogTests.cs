using Hotfix.Releases;

namespace Hotfix.Tests.Releases;

public sealed class ChangelogTests
{
    private const string Entry = "## [1.0.1] - 2026-11-21\n\n### Fixed\n\n- `Crash on launch` (#12)\n";

    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void The_entry_stands_below_what_is_unreleased_and_above_the_newest() => Assert.Equal(
        $"# Changelog\n\n## [Unreleased]\n\n- Dark mode\n\n{Entry}\n## [1.0.0] - 2026-01-31\n\n- First\n",
        Stub("# Changelog\n\n## [Unreleased]\n\n- Dark mode\n\n## [1.0.0] - 2026-01-31\n\n- First\n"));

    [Theory]
    [InlineData("# Changelog\n\n## 1.0.0 (2026-01-31)\n", "# Changelog\n\n<entry>\n## 1.0.0 (2026-01-31)\n")]
    [InlineData("# Changelog\n## v1.0.0\n", "# Changelog\n\n<entry>\n## v1.0.0\n")]
    [InlineData("# Changelog\n\n## [unreleased]\n", "# Changelog\n\n## [unreleased]\n\n<entry>")]
    [InlineData("# Changelog", "# Changelog\n\n<entry>")]
    [InlineData("# Changelog\n\n```\n## [9.9.9]\n```\n\n## [1.0.0]\n", "# Changelog\n\n```\n## [9.9.9]\n```\n\n<entry>\n## [1.0.0]\n")]
    [InlineData("\uFEFF## [1.0.0]\n", "\uFEFF<entry>\n## [1.0.0]\n")]
    [InlineData("", "<head><entry>")]
    [InlineData("\n", "<head><entry>")]
    [InlineData(null, "<head><entry>")]
    public void Whatever_the_file_looks_like(string? text, string expected) => Assert.Equal(
        expected.Replace("<entry>", Entry, StringComparison.Ordinal).Replace("<head>", "# Changelog\n\nWhat changed from release to release, the newest first. The format is that of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).\n\n", StringComparison.Ordinal),
        Stub(text));

    [Fact]
    public void Line_ends_are_kept() => Assert.Equal($"# Changelog\r\n\r\n{Entry.ReplaceLineEndings("\r\n")}\r\n## [1.0.0]\r\n", Stub("# Changelog\r\n\r\n## [1.0.0]\r\n"));

    /// <summary>The links of the file of Keep a Changelog itself, those of releases alone, and none.</summary>
    [Theory]
    [InlineData(
        "[unreleased]: https://e.com/o/r/compare/v1.0.0...HEAD\n[1.0.0]: https://e.com/o/r/releases/tag/v1.0.0\n",
        "[unreleased]: https://e.com/o/r/compare/v1.0.1...HEAD\n[1.0.1]: https://e.com/o/r/compare/v1.0.0...v1.0.1\n[1.0.0]: https://e.com/o/r/releases/tag/v1.0.0\n")]
    [InlineData("[Unreleased]: https://e.com/compare/app-1.0.0...main", "[Unreleased]: https://e.com/compare/app-1.0.1...main\n[1.0.1]: https://e.com/compare/app-1.0.0...app-1.0.1")]
    [InlineData("[1.0.0]: https://e.com/compare/v0.9.0...v1.0.0\n", "[1.0.1]: https://e.com/compare/v1.0.0...v1.0.1\n[1.0.0]: https://e.com/compare/v0.9.0...v1.0.0\n")]
    [InlineData("[1.0.0]: https://e.com/releases/tag/v1.0.0\n", "[1.0.1]: https://e.com/releases/tag/v1.0.1\n[1.0.0]: https://e.com/releases/tag/v1.0.0\n")]
    [InlineData("[1.0.0]: https://e.com/notes/1\n", "[1.0.0]: https://e.com/notes/1\n")]
    [InlineData("[keep]: https://keepachangelog.com\n", "[keep]: https://keepachangelog.com\n")]
    public void Links_at_the_end_are_extended(string links, string extended) => Assert.Equal(
        $"# Changelog\n\n## [Unreleased]\n\n{Entry}\n## [1.0.0]\n\n- First\n\n{extended}",
        Stub($"# Changelog\n\n## [Unreleased]\n\n## [1.0.0]\n\n- First\n\n{links}"));

    [Fact]
    public void With_links_and_no_release_the_entry_stands_before_them() =>
        Assert.Equal($"# Changelog\n\n## [Unreleased]\n\n{Entry}\n[keep]: https://keepachangelog.com\n", Stub("# Changelog\n\n## [Unreleased]\n\n[keep]: https://keepachangelog.com\n"));

    [Theory]
    [InlineData("# Changelog\n\n## [Unreleased]\n\n## [1.0.0]\n\n[unreleased]: https://e.com/o/r/compare/v1.0.0...HEAD\n")]
    [InlineData("# Changelog\r\n\r\n## 1.0.0\r\n")]
    [InlineData("## v1.0.1\n")]
    [InlineData(null)]
    public void Twice_gives_the_same(string? text) => Assert.Equal(Stub(text), Stub(Stub(text)));

    [Theory]
    [InlineData("@everyone <img src=x> [a](http://b) #1 `x`", "- `@everyone <img src=x> [a](http://b) #1 'x'` (#12)")]
    [InlineData("a\n## [0.0.1]\n", "- `a ## [0.0.1]` (#12)")]
    [InlineData("", "- ` ` (#12)")]
    public void The_title_is_a_stranger_s(string title, string line) => Assert.Equal(line, Changelog.Stub(null, "1.0.1", Day, 12, title).Split('\n')[^2]);

    private static string Stub(string? text) => Changelog.Stub(text, "1.0.1", Day, 12, "Crash on launch");
}
