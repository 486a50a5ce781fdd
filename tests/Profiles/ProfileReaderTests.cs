using Hotfix.Profiles;

namespace Hotfix.Tests.Profiles;

public sealed class ProfileReaderTests
{
    [Fact]
    public void Reads_the_built_in_profile() => Assert.Equal("browser-extension", ProfileReader.BuiltIn("browser-extension").Name);

    [Theory]
    [InlineData("", "Profile 'mine' is empty.")]
    [InlineData("name: x\nspeed: fast", "Profile 'mine', at $.speed: there is no such key here.")]
    [InlineData("name: x\nname: y", "Profile 'mine', line 2, column 1: Duplicate key name")]
    [InlineData("name: [", "Profile 'mine', line 2, column 1: While parsing a node, did not find expected node content.")]
    public void Says_what_is_wrong_and_where(string yaml, string sentence) => Assert.Equal(sentence, Assert.Throws<ProfileException>(() => ProfileReader.Read(yaml, "mine")).Message);

    [Fact]
    public void There_is_no_profile_of_that_name() => Assert.Equal("There is no built-in profile 'none'.", Assert.Throws<ProfileException>(() => ProfileReader.BuiltIn("none")).Message);

    [Fact]
    public void A_profile_is_laid_over_the_one_it_extends()
    {
        var profile = ProfileReader.Read("extends: browser-extension\nname: mine\nscore: { cap: 500 }\nbots: [one]\ndependencies: { prepend: [waits for], add: [needs], remove: [blocked by] }\n", "mine");
        var lower = ProfileReader.BuiltIn("browser-extension");

        Assert.Equal(lower.Score with { Cap = 500 }, profile.Score);
        Assert.Equal(["one"], profile.Bots);
        Assert.Equal(["waits for", "depends on", "needs"], profile.Dependencies);
        Assert.Equal(lower.Rules, profile.Rules);
    }
}
