using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class TestsChangedEvidenceTests
{
    [Theory]
    [InlineData("tests/CrashTests.cs", PathChange.Added, ItemStanding.Closed)]
    [InlineData("src/crash.test.ts", PathChange.Changed, ItemStanding.Closed)]
    [InlineData("src/crash.spec.js", PathChange.Renamed, ItemStanding.Closed)]
    [InlineData("tests/CrashTests.cs", PathChange.Removed, ItemStanding.Open)]
    [InlineData("src/latest.ts", PathChange.Added, ItemStanding.Open)]
    public void A_test_that_is_there_afterwards_counts(string path, object change, object standing) =>
        Assert.Equal(standing, Standing("tests-changed", Facts.With(File(path, change: (PathChange)change))));

    [Fact]
    public void What_is_not_listed_is_not_taken_for_absent()
    {
        Assert.Equal(Finding.Open(GateSentences.NotWhole), Look("tests-changed", Facts.Partly()));
        Assert.Equal(ItemStanding.Closed, Standing("tests-changed", Facts.With(File("tests/a.js")).Partly()));
    }

    [Fact]
    public void It_takes_no_arguments() => Assert.Equal("has arguments, and tests-changed takes none", Objection("tests-changed(tests/)"));
}
