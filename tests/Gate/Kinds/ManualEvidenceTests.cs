using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class ManualEvidenceTests
{
    [Theory]
    [InlineData(false, ItemStanding.Open)]
    [InlineData(true, ItemStanding.Closed)]
    public void A_tick_is_all_there_is(bool isTicked, object standing) => Assert.Equal(standing, Standing("manual", Facts, isTicked));

    [Fact]
    public void It_takes_no_arguments() => Assert.Equal("has arguments, and manual takes none", Objection("manual(1)"));
}
