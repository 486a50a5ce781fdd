using Hotfix.Domain.Versions;
using Hotfix.Extension;

namespace Hotfix.Tests.Versions;

/// <summary>What the store takes as a version. Chromium takes some of these that the store refuses.</summary>
public sealed class ChromeVersionTests
{
    [Theory]
    [InlineData("1", null)]
    [InlineData("1.0", null)]
    [InlineData("0.0.0.1", null)]
    [InlineData("3.1.2.4567", null)]
    [InlineData("65535.65535.65535.65535", null)]
    [InlineData("1.01", "has a number with a leading zero")]
    [InlineData("01.1", "has a number with a leading zero")]
    [InlineData("1.00", "has a number with a leading zero")]
    [InlineData("1.65536", "has a number above 65535")]
    [InlineData("1.4294967296", "has a number above 65535")]
    [InlineData("99999999999999999999", "has a number above 65535")]
    [InlineData("0", "is all zero")]
    [InlineData("0.0.0", "is all zero")]
    [InlineData("1.1.0-beta.1", "is not one to four numbers with dots between")]
    [InlineData("1.2.3.4.5", "has more than four numbers")]
    [InlineData("1.", "is not one to four numbers with dots between")]
    [InlineData("1.2 ", "is not one to four numbers with dots between")]
    [InlineData("+1.2", "is not one to four numbers with dots between")]
    [InlineData("1.٣", "is not one to four numbers with dots between")] // a digit, but not one of ours
    [InlineData("1.2\n", "is not one to four numbers with dots between")]
    [InlineData("", "is not one to four numbers with dots between")]
    public void The_store_takes_one_to_four_numbers(string text, string? objection) => Assert.Equal(objection, ChromeVersion.Objection(text));

    [Fact]
    public void What_is_missing_counts_as_zero() => Assert.Equal(VersionInput.Chrome("1.2.0.0"), VersionInput.Chrome("1.2"));

    [Theory]
    [InlineData("1.2.3", "1.2.3.1")]
    [InlineData("1.9", "1.10")]
    [InlineData("9.65535.65535.65535", "10")]
    public void Numbers_are_compared_and_not_text(string lower, string higher)
    {
        Assert.True(VersionInput.Chrome(lower) < VersionInput.Chrome(higher));
        Assert.True(VersionInput.Chrome(higher) > VersionInput.Chrome(lower));
    }

    [Theory]
    [InlineData("1.2.3", "1.2.3.1")]
    [InlineData("1.2.3.65535", "1.2.4")]
    [InlineData("1.65535.65535.65535", "2.0.0")]
    public void The_next_one_carries(string version, string next) => Assert.Equal(next, $"{VersionInput.Chrome(version).Next()}");

    [Fact]
    public void A_wrong_one_is_told() =>
        Assert.Equal(
            "'1.01' is no version that the store takes: it has a number with a leading zero. Right would be one to four numbers up to 65535, like 1.2.3 or 1.2.3.4.",
            Assert.Throws<ExtensionException>(() => VersionInput.Chrome("1.01")).Message);
}
