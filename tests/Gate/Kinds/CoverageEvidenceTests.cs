using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class CoverageEvidenceTests
{
    [Theory]
    [InlineData("91.23% (+0.10%) compared to abc1234", ItemStanding.Closed)]
    [InlineData("Coverage increased (+0.2%) to 90 %", ItemStanding.Closed)]
    [InlineData("89,99 % of lines", ItemStanding.Failing)]
    [InlineData("9% of diff hit (target 95%)", ItemStanding.Failing)]
    [InlineData("all good", ItemStanding.Open)]
    [InlineData("", ItemStanding.Open)]
    [InlineData("4000% more", ItemStanding.Open)]
    public void The_first_percentage_that_is_no_difference_counts(string says, object standing) =>
        Assert.Equal(standing, Standing("coverage(>= 90, check: codecov/project)", Facts.With(Check("codecov/project", says: says))));

    [Fact]
    public void Without_the_check_it_is_open_and_while_it_runs_it_waits()
    {
        Assert.Equal(Finding.Open("The check `cov` has not reported on this commit: at least 80.5 % are asked for."), Look("coverage(80.5, check: cov)", Facts.With(Check("codecov", says: "99%"))));
        Assert.Equal(ItemStanding.Waiting, Standing("coverage(80, check: cov)", Facts.With(Check("cov", CheckHealth.Waiting, says: "99%"))));
    }

    [Fact]
    public void Without_a_name_the_one_that_sounds_like_it_counts() => Assert.Equal(Finding.Closed("99 %, by `codecov/patch`."), Look("coverage(≥ 90)", Facts.With(Check("build", says: "1%"), Check("codecov/patch", says: "99%"))));

    [Theory]
    [InlineData("coverage", "has no argument, and coverage(>= n, check: name) needs 1")]
    [InlineData("coverage(lots)", "says lots, where coverage(>= n, check: name) has a number from 0 to 100, like >= 90")]
    [InlineData("coverage(>= 101)", "says >= 101, where coverage(>= n, check: name) has a number from 0 to 100, like >= 90")]
    [InlineData("coverage(90, name: a)", "has an argument named name, and coverage(>= n, check: name) knows check")]
    public void What_is_no_figure_is_told(string evidence, string objection) => Assert.Equal(objection, Objection(evidence));
}
