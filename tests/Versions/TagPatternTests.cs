using Hotfix.Domain.Versions;

namespace Hotfix.Tests.Versions;

public sealed class TagPatternTests
{
    [Theory]
    [InlineData("v{version}", "v1.2.3", "1.2.3")]
    [InlineData("v{version}", "1.2.3", "1.2.3")]
    [InlineData("v{version}", "v1.1.0-beta.1", "1.1.0-beta.1")]
    [InlineData("{version}", "v1.2.3", "1.2.3")]
    [InlineData("hotfix-v{version}", "hotfix-v1.0.0-beta.1", "1.0.0-beta.1")]
    [InlineData("hotfix-v{version}", "v1.0.0", "1.0.0")]
    [InlineData("app@{version}+web", "app@1.0.0+web", "1.0.0")]
    [InlineData("v{version}", "hotfix-v1.0.0", null)]
    [InlineData("v{version}", "docs-1.0.0", null)]
    [InlineData("v{version}", "v2", null)]
    [InlineData("v{version}", "v", null)]
    [InlineData("v{version}", "nightly", null)]
    public void A_tag_speaks_of_a_version_or_of_none(string pattern, string tag, string? version) => Assert.Equal(version, TagPattern.Of(pattern).Read(tag)?.Text);

    [Theory]
    [InlineData("v{version}", "v1.0.1")]
    [InlineData("hotfix-v{version}", "hotfix-v1.0.1")]
    [InlineData("release-", "release-1.0.1")]
    public void A_version_has_a_tag(string pattern, string tag)
    {
        Assert.Equal(tag, TagPattern.Of(pattern).TagOf("1.0.1"));
        Assert.Equal("1.0.1", TagPattern.Of(pattern).Read(tag)!.Text);
    }
}
