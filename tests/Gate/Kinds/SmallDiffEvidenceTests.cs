using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class SmallDiffEvidenceTests
{
    [Fact]
    public void Within_both_bounds_it_is_closed()
    {
        Assert.Equal(Finding.Closed("5 lines in 2 files."), Look("small-diff(5, 2)", Facts.With(File("a.js", 3, 1), File("b.js", 0, 1))));
        Assert.Equal(ItemStanding.Closed, Standing("small-diff(5, 2)", Facts));
    }

    [Fact]
    public void Beyond_either_it_is_not() => Assert.Equal(
        [
            new(ItemStanding.Failing, "6 lines in 1 file, and at most 5 lines in 2 files are asked for: leave out what is no part of the fix. The largest: `a.js`."),
            new(ItemStanding.Failing, "3 lines in 3 files, and at most 5 lines in 2 files are asked for: leave out what is no part of the fix. The largest: `a.js`, `b.js`, `c.js`."),
        ],
        new[] { Look("small-diff(5, 2)", Facts.With(File("a.js", 3, 3))), Look("small-diff(5, 2)", Facts.With(File("a.js"), File("b.js"), File("c.js"))) });

    [Fact]
    public void What_is_generated_is_left_out() => Assert.Equal(ItemStanding.Closed, Standing("small-diff(5, 1)", Facts.With(File("a.js"), File("package-lock.json", 4000, 4000), File("dist/bundle.js", 900))));

    [Fact]
    public void Of_what_is_not_listed_nobody_knows_the_size() => Assert.Equal(Finding.Open(GateSentences.NotWhole), Look("small-diff(5, 1)", Facts.Partly()));

    [Theory]
    [InlineData("small-diff(200)", "has one argument, and small-diff(lines, files) needs 2")]
    [InlineData("small-diff(200, few)", "says few, where small-diff(lines, files) has a whole number from 1 to 10000")]
    [InlineData("small-diff(-1, 2)", "says -1, where small-diff(lines, files) has a whole number from 1 to 100000")]
    public void It_needs_two_numbers(string evidence, string objection) => Assert.Equal(objection, Objection(evidence));
}
