using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class PlatformsEvidenceTests
{
    [Fact]
    public void Each_word_has_a_check_and_all_of_those_are_green()
    {
        var facts = Facts.With(Check("test (ubuntu, 22)"), Check("test (ubuntu, 24)"), Check("macos"), Check("lint", CheckHealth.Red));

        Assert.Equal(Finding.Closed("Green: `test (ubuntu, 22)`, `test (ubuntu, 24)`, `macos`."), Look("platforms(ubuntu, macOS)", facts));
        Assert.Equal(Finding.Closed("Green: `test (ubuntu, 22)`."), Look("""platforms("test (ubuntu, 22)")""", facts));
        Assert.Equal(Finding.Open("No check of this commit was run for `windows`, `ubunt`: run it there."), Look("platforms(ubuntu, windows, ubunt)", facts));
    }

    [Fact]
    public void It_waits_and_fails_with_any_of_them()
    {
        Assert.Equal(ItemStanding.Waiting, Standing("platforms(ubuntu)", Facts.With(Check("test (ubuntu, 22)"), Check("test (ubuntu, 24)", CheckHealth.Waiting))));
        Assert.Equal(ItemStanding.Failing, Standing("platforms(ubuntu)", Facts.With(Check("test (ubuntu, 22)"), Check("test (ubuntu, 24)", CheckHealth.Red))));
        Assert.Equal(Finding.Open(GateSentences.NotWhole), Look("platforms(ubuntu)", Facts.With(Check("ubuntu")).Partly()));
    }

    [Theory]
    [InlineData("platforms", "has no argument, and platforms(list) needs 1")]
    [InlineData("platforms(os: ubuntu)", "has an argument named os, and platforms(list) has none with a name; what holds a colon stands in quotes")]
    public void It_needs_words(string evidence, string objection) => Assert.Equal(objection, Objection(evidence));
}
