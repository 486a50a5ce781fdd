using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class ChangelogEvidenceTests
{
    private static readonly GateFacts Listed = Facts with { Profile = Facts.Profile with { Branches = Facts.Profile.Branches with { Changelog = "CHANGELOG.md" } } };

    [Theory]
    [InlineData("# Changelog\n\n## [1.0.1] - 2026-11-21\n\n### Fixed\n\n- `A crash` (#12)\n\n## [1.0.0]\n\n- All.\n", ItemStanding.Closed)]
    [InlineData("\uFEFF## v1.0.1\r\n\r\nIt works again.\r\n", ItemStanding.Closed)]
    [InlineData("## [1.0.1]\n\n### Fixed\n\n## [1.0.0]\n\n- All.\n", ItemStanding.Open)]
    [InlineData("## [1.0.1]\n\n[1.0.1]: https://acme.example/v1.0.1\n", ItemStanding.Open)]
    [InlineData("## [1.0.10]\n\n- All.\n", ItemStanding.Open)]
    [InlineData("```\n## [1.0.1]\n\n- All.\n```\n", ItemStanding.Open)]
    [InlineData("", ItemStanding.Open)]
    public void The_version_has_a_heading_with_something_below_it(string text, object standing) => Assert.Equal(standing, Standing("changelog", Listed with { Texts = [new("CHANGELOG.md", text)] }));

    [Fact]
    public void A_file_that_is_gone_is_named() => Assert.Equal(Finding.Open("There is no `CHANGELOG.md`: write what changed under `## [1.0.1]`."), Look("changelog", Listed));

    [Fact]
    public void Where_there_is_no_list_it_is_not_asked() =>
        Assert.Equal(ItemStanding.NotAsked, Standing("changelog", Facts with { Profile = Facts.Profile with { Branches = Facts.Profile.Branches with { Changelog = null } } }));

    [Fact]
    public void It_takes_no_arguments() => Assert.Equal("has arguments, and changelog takes none", Objection("changelog(CHANGES)"));
}
