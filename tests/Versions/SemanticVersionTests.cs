using FsCheck;
using FsCheck.Fluent;
using Hotfix.Domain.Versions;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Versions;

/// <summary>semver.org 2.0.0: what is a version, and which is the higher one.</summary>
public sealed class SemanticVersionTests
{
    private static readonly Gen<SemanticVersion> Any =
        from major in Gen.Choose(0, 2)
        from minor in Gen.Choose(0, 2)
        from patch in Gen.Choose(0, 11)
        from pre in Gen.Elements("", "-alpha", "-alpha.1", "-alpha.beta", "-beta", "-beta.2", "-beta.11", "-rc.1", "-0", "-1", "--1", "-99999999999999999999")
        select SemanticVersion.TryParse($"{major}.{minor}.{patch}{pre}");

    [Theory]
    [InlineData("1.2.3", 1, 2, 3, null, null)]
    [InlineData("v1.2.3", 1, 2, 3, null, null)]
    [InlineData("0.0.0", 0, 0, 0, null, null)]
    [InlineData("20261121.0.7", 20261121, 0, 7, null, null)]
    [InlineData("1.2.3-beta.1", 1, 2, 3, "beta.1", null)]
    [InlineData("1.2.3-beta.1+sha.5114f85", 1, 2, 3, "beta.1", "sha.5114f85")]
    [InlineData("1.2.3+001", 1, 2, 3, null, "001")]
    [InlineData("1.2.3--x", 1, 2, 3, "-x", null)]
    public void What_is_one(string text, long major, long minor, long patch, string? pre, string? build) =>
        Assert.Equal(new SemanticVersion(text.TrimStart('v'), major, minor, patch, pre, build), SemanticVersion.TryParse(text));

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-beta..1")]
    [InlineData("1.2.3-beta.01")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.3+a..b")]
    [InlineData("1.2.3\n")]
    [InlineData(" 1.2.3")]
    [InlineData("vv1.2.3")]
    [InlineData("V1.2.3")]
    [InlineData("1.2.٣")]
    [InlineData("latest")]
    [InlineData("")]
    public void What_is_none(string text)
    {
        Assert.Null(SemanticVersion.TryParse(text));
        Assert.Equal("is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1", SemanticVersion.Objection(text));
    }

    [Fact]
    public void A_number_without_end_is_none() => Assert.Equal("has a number of more than 18 digits", SemanticVersion.Objection("1.2.1000000000000000000"));

    /// <summary>The specification's own examples, and what its words add.</summary>
    [Theory]
    [InlineData("1.0.0", "2.0.0")]
    [InlineData("2.0.0", "2.1.0")]
    [InlineData("2.1.0", "2.1.1")]
    [InlineData("2.1.9", "2.1.10")]
    [InlineData("1.0.0-alpha", "1.0.0-alpha.1")]
    [InlineData("1.0.0-alpha.1", "1.0.0-alpha.beta")]
    [InlineData("1.0.0-alpha.beta", "1.0.0-beta")]
    [InlineData("1.0.0-beta", "1.0.0-beta.2")]
    [InlineData("1.0.0-beta.2", "1.0.0-beta.11")]
    [InlineData("1.0.0-beta.11", "1.0.0-rc.1")]
    [InlineData("1.0.0-rc.1", "1.0.0")]
    [InlineData("1.0.0-99999999999999999998", "1.0.0-99999999999999999999")]
    [InlineData("1.0.0-9", "1.0.0-10")]
    [InlineData("1.0.0-10", "1.0.0--")]
    [InlineData("1.0.0-Beta", "1.0.0-alpha")]
    public void The_higher_one(string lower, string higher)
    {
        var (low, high) = (SemanticVersion.TryParse(lower)!, SemanticVersion.TryParse(higher)!);

        Assert.True(low < high && high > low && low <= high && high >= low);
        Assert.Equal((-1, 1), (Math.Sign(low.CompareTo(high)), Math.Sign(high.CompareTo(low))));
    }

    [Fact]
    public void Build_metadata_has_no_part_in_the_order() => Assert.Equal(0, SemanticVersion.TryParse("1.0.0+1")!.CompareTo(SemanticVersion.TryParse("1.0.0+2")));

    [Fact]
    public void The_order_is_total() => Properties.Hold(
        from one in Any from two in Any from three in Any select (one, two, three),
        any => Math.Sign(any.one.CompareTo(any.two)) == -Math.Sign(any.two.CompareTo(any.one))
            && (any.one.CompareTo(any.two) == 0) == (any.one.Ordered == any.two.Ordered)
            && (!(any.one <= any.two && any.two <= any.three) || any.one <= any.three));
}
