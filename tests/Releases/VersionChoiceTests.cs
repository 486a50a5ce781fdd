using Hotfix.Domain;
using Hotfix.Domain.Versions;
using Hotfix.Releases;

namespace Hotfix.Tests.Releases;

/// <summary>Which version a hotfix gets, and what is said about it.</summary>
public sealed class VersionChoiceTests
{
    private const string NotKnown = " What was submitted to the store or is staged there without Hotfix is not known.";

    private static readonly VersionQuestion Patch = new("v1.0.0", VersionStep.Patch, false, null, ["v1.0.0"], [], []);

    [Theory]
    [InlineData("1.0.0", "patch", "1.0.1", "1.0.1 follows 1.0.0.")]
    [InlineData("v1.0.9", "patch", "1.0.10", "1.0.10 follows 1.0.9.")]
    [InlineData("1.1.0-beta", "prerelease", "1.1.0-beta.1", "1.1.0-beta.1 follows 1.1.0-beta.")]
    [InlineData("v1.1.0-beta.1", "prerelease", "1.1.0-beta.2", "1.1.0-beta.2 follows 1.1.0-beta.1.")]
    [InlineData("1.1.0-beta.9", "prerelease", "1.1.0-beta.10", "1.1.0-beta.10 follows 1.1.0-beta.9.")]
    [InlineData("1.1.0-beta2", "prerelease", "1.1.0-beta2.1", "1.1.0-beta2.1 follows 1.1.0-beta2.")]
    [InlineData("1.1.0-5", "prerelease", "1.1.0-6", "1.1.0-6 follows 1.1.0-5.")]
    [InlineData("1.0.0+linux", "patch", "1.0.1", "1.0.1 follows 1.0.0+linux.")]
    [InlineData("2.1.0", "prerelease", "2.1.1", "2.1.1 follows 2.1.0, whose pre-releases would be below it.")]
    [InlineData("1.1.0-beta", "patch", "1.1.0-beta.1", "1.1.0-beta.1 follows 1.1.0-beta: a hotfix of a pre-release stays one.")]
    [InlineData("20261121.0.7", "patch", "20261121.0.8", "20261121.0.8 follows 20261121.0.7.")]
    public void Counts_up(string from, string step, string version, string why) =>
        Assert.Equal(new VersionChosen(version, null, why, null), VersionChoice.Choose(Patch with { From = from, Step = Enum.Parse<VersionStep>(step, ignoreCase: true), Tags = [from] }));

    [Fact]
    public void Skips_what_a_tag_has() => Assert.Equal(
        new VersionChosen("1.0.3", null, "1.0.3 follows 1.0.0, and 2 between are taken.", null),
        VersionChoice.Choose(Patch with { Tags = ["v1.0.0", "hotfix-v1.0.1", "1.0.2+linux", "nightly", "v2"], Tag = "hotfix-v{version}" }));

    [Fact]
    public void Skips_what_was_given_out_before() => Assert.Equal(
        new VersionChosen("1.0.2", null, "1.0.2 follows 1.0.0, and the one between is taken.", null),
        VersionChoice.Choose(Patch with { Claims = [Claim("1.0.1", null)] }));

    /// <summary>A tag of another product in the same repository takes nothing.</summary>
    [Fact]
    public void Skips_nothing_else() => Assert.Equal("1.0.1", VersionChoice.Choose(Patch with { Tags = ["v1.0.0", "docs-v1.0.1", "v1.0.1-rc.1"] }).Version);

    [Theory]
    [InlineData("1.0.1", "1.0.1")]
    [InlineData("v1.0.7", "1.0.7")]
    [InlineData("2.0.0-rc.1", "2.0.0-rc.1")]
    public void Takes_what_was_asked_for(string asked, string version) =>
        Assert.Equal(new VersionChosen(version, null, $"{version} was asked for.", null), VersionChoice.Choose(Patch with { Asked = asked }));

    [Theory]
    [InlineData("1.0", "`1.0` is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1.")]
    [InlineData("`@everyone`", "`'@everyone'` is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1.")]
    [InlineData("1.0.1+5", "`1.0.1+5` carries build metadata, which puts versions in no order.")]
    [InlineData("1.0.0", "`1.0.0` is not above `1.0.0`, the release that the hotfix starts from.")]
    [InlineData("1.0.0-hotfix.1", "`1.0.0-hotfix.1` is not above `1.0.0`, the release that the hotfix starts from.")]
    [InlineData("0.9.0", "`0.9.0` is not above `1.0.0`, the release that the hotfix starts from.")]
    [InlineData("1.1.0", "`1.1.0` is taken: there is a tag `v1.1.0`.")]
    [InlineData("1.0.2", "`1.0.2` is taken: it was given to #7.")]
    public void Refuses_what_cannot_be_and_names_what_can(string asked, string sentence) => Assert.Equal(
        new VersionChosen(null, null, "", $"{sentence} The next one that is free is `1.0.1`."),
        VersionChoice.Choose(Patch with { Asked = asked, Tags = ["v1.0.0", "v1.1.0"], Claims = [Claim("1.0.2", null)] }));

    [Theory]
    [InlineData("nightly", "The release `nightly` names no semantic version like 1.2.3, so none can be counted up from it. Name another release with `--from`.")]
    [InlineData("v1.2", "The release `v1.2` names no semantic version like 1.2.3, so none can be counted up from it. Name another release with `--from`.")]
    [InlineData("1.0.999999999999999999", "No version can follow `1.0.999999999999999999`: its numbers have no room for a higher one.")]
    public void Refuses_what_cannot_be_counted(string from, string sentence) => Assert.Equal(new VersionChosen(null, null, "", sentence), VersionChoice.Choose(Patch with { From = from }));

    [Theory]
    [InlineData("v1.0.0", "", "1.0.1", "1.0.1", "1.0.1 follows 1.0.0; in the store it is 1.0.1, above 1.0.0, the highest known.")]
    [InlineData("v1.0.0", "1.0.0.7", "1.0.1", "1.0.1", "1.0.1 follows 1.0.0; in the store it is 1.0.1, above 1.0.0.7, the highest known.")]
    [InlineData("v1.0.0", "2.3", "1.0.1", "2.3.0.1", "1.0.1 follows 1.0.0; in the store it is 2.3.0.1, the next above 2.3.0, the highest known.")]
    [InlineData("v1.0.0", "1.0.65535.65535", "1.0.1", "1.1.0", "1.0.1 follows 1.0.0; in the store it is 1.1.0, the next above 1.0.65535.65535, the highest known.")]
    [InlineData("v1.1.0-beta.1", "", "1.1.0-beta.2", "1.1.0.2002", "1.1.0-beta.2 follows 1.1.0-beta.1: a hotfix of a pre-release stays one; in the store it is 1.1.0.2002, above 1.1.0.2001, the highest known.")]
    [InlineData("v1.1.0-nightly.5", "1.1.0.5", "1.1.0-nightly.6", "1.1.0.6", "1.1.0-nightly.6 follows 1.1.0-nightly.5: a hotfix of a pre-release stays one; in the store it is 1.1.0.6, the next above 1.1.0.5, the highest known.")]
    [InlineData("v1.2", "", "1.2.1", "1.2.1", "1.2.1 follows 1.2.0; in the store it is 1.2.1, above 1.2.0, the highest known.")]
    [InlineData("1.2.3.4", "1.2.3.4", "1.2.4", "1.2.4", "1.2.4 follows 1.2.3; in the store it is 1.2.4, above 1.2.3.4, the highest known.")]
    [InlineData("v1.0.0", "not a version", "1.0.1", "1.0.1", "1.0.1 follows 1.0.0; in the store it is 1.0.1, above 1.0.0, the highest known.")]
    public void The_store_gets_one_of_its_own(string from, string known, string version, string store, string why) =>
        Assert.Equal(new VersionChosen(version, store, why + NotKnown, null), VersionChoice.Choose(Patch with { From = from, ForStore = true, StoreKnown = [known], Tags = [from] }));

    [Fact]
    public void The_store_s_is_above_what_was_given_out_and_what_has_a_tag()
    {
        var question = Patch with { ForStore = true, Tags = ["v1.0.0", "v1.4.0"], Claims = [Claim("1.0.1", "1.4.0.3")] };

        Assert.Equal(("1.0.2", "1.4.0.4"), (VersionChoice.Choose(question).Version, VersionChoice.Choose(question).Store));
    }

    [Theory]
    [InlineData("v1.0.0-nightly.5", "The pre-release of '1.0.0-nightly.6' has no place in the order of the store's versions: it is alpha, beta or rc, perhaps with one number, like beta.2, or a number alone.")]
    [InlineData("v20261121.0.0", "'20261121.0.1' has a number above 65535, the most that the store takes.")]
    public void What_has_no_place_in_the_store_is_refused_where_nothing_is_known(string from, string sentence) =>
        Assert.Equal(new VersionChosen(null, null, "", sentence), VersionChoice.Choose(Patch with { From = from, ForStore = true, Tags = [] }));

    [Fact]
    public void A_full_store_takes_no_more() => Assert.Equal(
        "There is no version above 65535.65535.65535.65535, which is taken: the store can take no further package of this extension.",
        VersionChoice.Choose(Patch with { ForStore = true, StoreKnown = ["65535.65535.65535.65535"] }).Refusal);

    private static ClaimedVersion Claim(string version, string? store) => new(version, store, 7, DateTimeOffset.UnixEpoch);
}
