using FsCheck;
using FsCheck.Fluent;
using Hotfix.Domain.Versions;
using Hotfix.Extension;

namespace Hotfix.Tests.Versions;

/// <summary>Allocating the store's version: examples, and what holds for every input.</summary>
public sealed class StoreVersionTests
{
    private const string NoPlace = " has no place in the order of the store's versions: it is alpha, beta or rc, perhaps with one number, like beta.2, or a number alone.";

    [Theory]
    [InlineData("1.2.3", null, "1.2.3", "1.2.3 is the release's own version. Nothing was said about what the store has, so it is not known to be above that.")]
    [InlineData("1.2.4", "1.2.3", "1.2.4", "1.2.4 is the release's own version, and above 1.2.3, the highest that is taken.")]
    [InlineData("v1.2.4", "1.2.3", "1.2.4", "1.2.4 is the release's own version, and above 1.2.3, the highest that is taken.")]
    [InlineData("1.2.3", "1.2.3", "1.2.3.1", "1.2.3 is not above 1.2.3, which is taken, so it is the next one, 1.2.3.1.")]
    [InlineData("1.2.3", "1.2.3.1", "1.2.3.2", "1.2.3 is not above 1.2.3.1, which is taken, so it is the next one, 1.2.3.2.")]
    [InlineData("1.1.0-alpha", "1.0.9", "1.1.0.1000", "A pre-release has a fourth number, by which 1.1.0.1000 comes before later ones, and above 1.0.9, the highest that is taken.")]
    [InlineData("1.1.0-beta.1", "1.1.0.1000", "1.1.0.2001", "A pre-release has a fourth number, by which 1.1.0.2001 comes before later ones, and above 1.1.0.1000, the highest that is taken.")]
    [InlineData("1.1.0-rc.3", "1.1.0.2001", "1.1.0.3003", "A pre-release has a fourth number, by which 1.1.0.3003 comes before later ones, and above 1.1.0.2001, the highest that is taken.")]
    [InlineData("1.1.0-5", "1.0.9", "1.1.0.5", "A pre-release has a fourth number, by which 1.1.0.5 comes before later ones, and above 1.0.9, the highest that is taken.")]
    [InlineData("1.1.0-0", "1.0.9", "1.1.0.1", "A pre-release has a fourth number, by which 1.1.0.1 comes before later ones, and above 1.0.9, the highest that is taken.")]
    [InlineData("1.1.0", "1.1.0.3003", "1.1.0.9000", "1.1.0 is below its own pre-release 1.1.0.3003, which is taken, so the release is 1.1.0.9000.")]
    [InlineData("1.1.0", "1.1.0.9000", "1.1.0.9001", "1.1.0 is not above 1.1.0.9000, which is taken, so it is the next one, 1.1.0.9001.")]
    [InlineData("1.1.1", "1.1.0.9000", "1.1.1", "1.1.1 is the release's own version, and above 1.1.0.9000, the highest that is taken.")]
    [InlineData("1.2.3", "2.0", "2.0.0.1", "1.2.3 is not above 2.0.0, which is taken, so it is the next one, 2.0.0.1.")]
    public void Each_gets_its_own_and_the_reason(string semantic, string? taken, string version, string why)
    {
        var allocated = VersionInput.Store(VersionInput.Semantic(semantic), taken is null ? [] : [VersionInput.Chrome(taken)]);

        Assert.Equal(new StoreVersion(VersionInput.Chrome(version), semantic.TrimStart('v'), why), allocated);
    }

    [Theory]
    [InlineData("1.2", "'1.2' is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1.")]
    [InlineData("1.02.3", "'1.02.3' is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1.")]
    [InlineData("1.2.3-", "'1.2.3-' is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1.")]
    [InlineData("1.2.3+5", "'1.2.3+5' carries build metadata (5), which puts versions in no order: the store needs a higher version, like a new patch or pre-release.")]
    [InlineData("1.2.65536", "'1.2.65536' has a number above 65535, the most that the store takes.")]
    [InlineData("1.2.3-beta.01", "'1.2.3-beta.01' is no semantic version: three numbers, perhaps with a pre-release, like 1.2.3 or 1.2.3-beta.1.")]
    [InlineData("1.2.3-beta.1000", "The pre-release of '1.2.3-beta.1000' has a number above 999: the store's version has room for no more.")]
    [InlineData("1.2.3-rc.99999999999999999999", "The pre-release of '1.2.3-rc.99999999999999999999' has a number above 999: the store's version has room for no more.")]
    [InlineData("1.2.3-beta.1.2", "The pre-release of '1.2.3-beta.1.2'" + NoPlace)]
    [InlineData("1.2.3-beta2", "The pre-release of '1.2.3-beta2'" + NoPlace)]
    [InlineData("1.2.3-nightly.5", "The pre-release of '1.2.3-nightly.5'" + NoPlace)]
    [InlineData("1.2.3-1.2", "The pre-release of '1.2.3-1.2'" + NoPlace)]
    [InlineData("1.2.3-5x", "The pre-release of '1.2.3-5x'" + NoPlace)]
    [InlineData("0.0.0", "0.0.0 is no version that the store takes: at least one number must not be zero.")]
    public void What_cannot_be_is_told(string semantic, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<ExtensionException>(() => VersionInput.Store(VersionInput.Semantic(semantic), [])).Message);

    [Fact]
    public void After_the_highest_there_is_none() =>
        Assert.StartsWith(
            "There is no version above 65535.65535.65535.65535",
            Assert.Throws<ExtensionException>(() => VersionInput.Store(VersionInput.Semantic("1.0.0"), [new(65535, 65535, 65535, 65535)])).Message,
            StringComparison.Ordinal);

    /// <summary>Legal, above everything taken, and never given twice, in whatever order versions are asked for.</summary>
    [Fact]
    public void Always_legal_always_above_never_twice() => Prop.ForAll(Asked.ToArbitrary(), versions =>
    {
        var taken = new List<ChromeVersion>();

        foreach (var semantic in versions)
        {
            var allocated = VersionInput.Store(VersionInput.Semantic(semantic), taken);

            if (ChromeVersion.Objection($"{allocated.Version}") is not null || VersionInput.Chrome($"{allocated.Version}") != allocated.Version
                || taken.Any(version => version >= allocated.Version) || allocated.VersionName != semantic)
            {
                return false;
            }

            taken.Add(allocated.Version);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    /// <summary>Asked for in the order of releases, a release of higher numbers always keeps them.</summary>
    [Fact]
    public void Releases_in_order_keep_their_numbers() => Prop.ForAll(Asked.ToArbitrary(), versions =>
    {
        var taken = new List<ChromeVersion>();
        var sorted = versions.Select(VersionInput.Semantic).GroupBy(version => (version.Major, version.Minor, version.Patch)).OrderBy(group => group.Key);

        foreach (var group in sorted)
        {
            foreach (var semantic in group)
            {
                var version = VersionInput.Store(semantic, taken).Version;

                if ((version.Major, version.Minor, version.Patch) != group.Key)
                {
                    return false;
                }

                taken.Add(version);
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    /// <summary>A later pre-release never gets a lower version, whatever is known of the store; what cannot keep the order is refused.</summary>
    [Fact]
    public void The_order_of_pre_releases_is_kept() => Prop.ForAll(Pre.Two().ToArbitrary(), pair => (Own(pair.Item1), Own(pair.Item2)) is not ({ } one, { } other) || Compare(pair.Item1, pair.Item2) switch
    {
        < 0 => one <= other,
        > 0 => one >= other,
        _ => one == other,
    }).QuickCheckThrowOnFailure();

    private static Gen<string[]> Pre => Gen.Choose(1, 3).SelectMany(length => Gen.ArrayOf(Gen.Elements("alpha", "beta", "rc", "a", "b", "x", "Beta", "beta2", "0", "1", "2", "10", "999", "1000"), length));

    private static ChromeVersion? Own(string[] pre)
    {
        return StoreVersion.Allocate(VersionInput.Semantic($"1.2.3-{string.Join('.', pre)}"), []).Version?.Version;
    }

    /// <summary>semver.org 2.0.0, section 11.4.</summary>
    private static int Compare(string[] one, string[] other)
    {
        for (var at = 0; at < Math.Min(one.Length, other.Length); at++)
        {
            var order = (int.TryParse(one[at], out var left), int.TryParse(other[at], out var right)) switch
            {
                (true, true) => left.CompareTo(right),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(one[at], other[at]),
            };

            if (order != 0)
            {
                return order;
            }
        }

        return one.Length.CompareTo(other.Length);
    }

    private static Gen<string[]> Asked => Gen.Resize(Gen.ArrayOf(
        from major in Number
        from minor in Number
        from patch in Gen.Choose(1, 65535).Or(Gen.Choose(1, 3))
        from pre in Gen.Elements("", "-alpha", "-beta", "-beta.1", "-beta.999", "-rc.2", "-rc.999", "-0", "-12")
        select $"{major}.{minor}.{patch}{pre}"), 20);

    private static Gen<int> Number => Gen.Choose(0, 3).Or(Gen.Choose(0, 65535));
}
