using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class VersionBumpedEvidenceTests
{
    private static readonly GateFacts Two = Facts with
    {
        Profile = Facts.Profile with { Branches = Facts.Profile.Branches with { VersionFiles = [new("package.json", null, false), new("package-lock.json", null, true)] } },
    };

    [Theory]
    [InlineData("""{ "version": "1.0.1" }""", ItemStanding.Closed)]
    [InlineData("""{ "version": "1.0.0" }""", ItemStanding.Open)]
    [InlineData("""{ "name": "a" }""", ItemStanding.Open)]
    [InlineData("no JSON", ItemStanding.Open)]
    public void Each_file_holds_the_version_that_was_given_out(string text, object standing) => Assert.Equal(standing, Standing("version-bumped", Two with { Texts = [new("package.json", text)] }));

    [Fact]
    public void What_is_open_is_named()
    {
        Assert.Equal(
            Finding.Open("Not `1.0.1` yet: `package-lock.json`. Set it there."),
            Look("version-bumped", Two with { Texts = [new("package.json", """{ "version": "1.0.1" }"""), new("package-lock.json", """{ "version": "1.0.0" }""")] }));
        Assert.StartsWith("The version cannot be read. `package.json`: the file is not there", Look("version-bumped", Two).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_of_before_is_none()
    {
        var facts = Two with { Texts = [new("package.json", """{ "version": "1.0.1" }""")] };

        Assert.Equal(ItemStanding.Open, Standing("version-bumped", facts with { Fix = Facts.Fix with { From = "v1.0.1" } }));
        Assert.Equal(ItemStanding.Open, Standing("version-bumped", facts with { Fix = Facts.Fix with { Version = null } }));
    }

    [Fact]
    public void Where_no_file_holds_it_it_is_not_asked() =>
        Assert.Equal(ItemStanding.NotAsked, Standing("version-bumped", Facts with { Profile = Facts.Profile with { Branches = Facts.Profile.Branches with { VersionFiles = [] } } }));

    [Fact]
    public void It_takes_no_arguments() => Assert.Equal("has arguments, and version-bumped takes none", Objection("version-bumped(1.0.1)"));
}
