using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class ChecksGreenEvidenceTests
{
    [Fact]
    public void Where_none_is_required_all_count_and_at_least_one()
    {
        Assert.Equal(ItemStanding.Open, Standing("checks-green", Facts));
        Assert.Equal(Finding.Closed("Green: `build`, `lint`."), Look("checks-green", Facts.With(Check("build"), Check("lint"))));
        Assert.Equal(ItemStanding.Failing, Standing("checks-green", Facts.With(Check("build"), Check("lint", CheckHealth.Red))));
    }

    [Fact]
    public void Where_some_are_required_the_others_make_no_difference()
    {
        var facts = Facts.With(Check("build", isRequired: true), Check("lint", CheckHealth.Red));

        Assert.Equal(ItemStanding.Closed, Standing("checks-green", facts));
        Assert.Equal(new Finding(ItemStanding.Waiting, "Required, and not begun on this commit: `e2e`."), Look("checks-green", facts with { Pull = facts.Pull with { Required = ["build", "e2e", GateReport.CheckName] } }));
        Assert.Equal(ItemStanding.Failing, Standing("checks-green", facts with { Pull = facts.Pull with { Required = ["lint"] } }));
    }

    [Fact]
    public void It_waits_for_what_runs_and_never_for_itself()
    {
        Assert.Equal(new Finding(ItemStanding.Waiting, "Not finished: `build`."), Look("checks-green", Facts.With(Check("build", CheckHealth.Waiting))));
        Assert.Equal(ItemStanding.Closed, Standing("checks-green", Facts.With(Check("build"), Check(GateReport.CheckName, CheckHealth.Red, isRequired: true))));
        Assert.Equal(ItemStanding.Open, Standing("checks-green", Facts.With(Check(GateReport.CheckName))));
    }

    [Fact]
    public void A_merge_queue_sees_to_it_by_itself() => Assert.Equal(Finding.Closed("Left to the merge queue."), Look("checks-green", Facts.With(Check("build", CheckHealth.Red)) with { InQueue = true }));

    [Fact]
    public void Unseen_checks_are_not_taken_for_green() => Assert.Equal(Finding.Open(GateSentences.NotWhole), Look("checks-green", Facts.With(Check("build")).Partly()));

    [Fact]
    public void It_takes_no_arguments() => Assert.Equal("has arguments, and checks-green takes none", Objection("checks-green(build)"));
}
