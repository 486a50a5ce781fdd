using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class TesterEvidenceTests
{
    private static readonly GateFacts Tested = Facts with { Profile = Facts.Profile with { Gate = Facts.Profile.Gate with { Testers = ["tess", "uli"] } } };

    [Fact]
    public void Each_tester_counts_once_and_nobody_else()
    {
        Assert.Equal(ItemStanding.Closed, Standing("tester", Confirmed("Tess")));
        Assert.Equal(ItemStanding.Open, Standing("tester(2)", Confirmed("tess", "TESS")));
        Assert.Equal(Finding.Closed("Confirmed by `tess`, `uli`."), Look("tester(2)", Confirmed("tess", "uli")));
        Assert.Equal("Nobody confirmed what is there now, and 1 tester must, by `/hotfix verified`. Testers are `tess`, `uli`.", Look("tester(1)", Confirmed("bo")).Says);
    }

    [Fact]
    public void A_push_takes_it_back_and_a_commit_of_ours_does_not()
    {
        Assert.Equal(ItemStanding.Closed, Standing("tester", Confirmed("tess"))); // of the commit below ours
        Assert.Equal(ItemStanding.Open, Standing("tester", Confirmed("tess").WithPush()));
    }

    [Fact]
    public void Without_testers_it_says_where_they_are_named() => Assert.Contains("`gate.testers`", Look("tester", Facts).Says, StringComparison.Ordinal);

    [Fact]
    public void It_needs_a_number() => Assert.Equal("says some, where tester(n) has a whole number from 1 to 100", Objection("tester(some)"));

    private static GateFacts Confirmed(params string[] people) => Tested with { State = new(Confirmations: [.. people.Select(by => new Confirmation(by, Fixed, Now))]) };
}
