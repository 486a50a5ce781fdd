using Hotfix.Domain;
using Hotfix.Releases.Publishing;

namespace Hotfix.Tests.Releases.Publishing;

public sealed class ReleaseCompletionTests
{
    private const string Commit = "1111111111111111111111111111111111111111";
    private const string Other = "2222222222222222222222222222222222222222";

    private static readonly WantedFile Zip = new("a.zip", 10, new string('a', 64));
    private static readonly WantedFile Crx = new("a.crx", 20, new string('b', 64));
    private static readonly WantedRelease Wanted = new("v1.2.4", Commit, IsPrerelease: false, [Zip, Crx]);

    [Fact]
    public void What_is_not_there_is_drafted_filled_and_published() =>
        Assert.Equal(new ReleasePlan(true, false, [], ["a.zip", "a.crx"], [], true, false), Decide(null).Plan);

    [Fact]
    public void What_is_whole_is_left_alone() => Assert.True(Decide(Held(Whole(Zip), Whole(Crx)) with { IsDraft = false }, Commit).Plan!.IsEmpty);

    [Fact]
    public void A_draft_is_completed_what_is_broken_or_of_another_try_is_uploaded_anew_and_what_others_added_stays()
    {
        var (broken, old, others) = (Whole(Zip) with { IsWhole = false }, Whole(Crx) with { Sha256 = new string('c', 64) }, new HeldFile(9, "notes.pdf", 1, null, true));

        Assert.Equal(
            new ReleasePlan(false, true, [broken, old], ["a.zip", "a.crx"], [], true, false),
            Decide(Held(broken, old, others) with { Target = Other }).Plan);
    }

    [Fact]
    public void A_pre_release_becomes_a_release_and_gets_what_it_lacks() =>
        Assert.Equal(new ReleasePlan(false, false, [], ["a.crx"], ["a.zip"], false, true), Decide(Held(Whole(Zip)) with { IsDraft = false, IsPrerelease = true }, Commit).Plan);

    [Fact]
    public void A_published_package_is_never_replaced_but_a_signature_may_differ()
    {
        var published = Held(Whole(Zip), Whole(Crx) with { Sha256 = new string('c', 64) }) with { IsDraft = false };

        Assert.True(Decide(published, Commit).Plan!.IsEmpty);
        Assert.Equal(
            "The release v1.2.4 is published with another a.zip (sha256 dddddddddddd…): what is published is never changed, so give it the next version.",
            Decide(Held(Whole(Zip) with { Sha256 = new string('d', 64) }) with { IsDraft = false }, Commit).Refusal);
    }

    [Fact]
    public void An_immutable_release_is_left_as_it_is_and_one_that_lacks_a_file_is_a_refusal()
    {
        var locked = Held(Whole(Zip), Whole(Crx) with { Sha256 = new string('c', 64) }) with { IsDraft = false, IsImmutable = true };

        Assert.True(Decide(locked, Commit).Plan!.IsEmpty);
        Assert.True(Decide(locked with { IsPrerelease = true }, Commit).Plan!.Promote);
        Assert.Equal(
            "The release v1.2.4 is immutable and has no a.crx: GitHub adds nothing to it any more, so give it the next version.",
            Decide(locked with { Files = [Whole(Zip), Whole(Crx) with { IsWhole = false }] }, Commit).Refusal);
    }

    [Fact]
    public void A_tag_at_another_commit_is_a_refusal() =>
        Assert.Equal("The tag v1.2.4 stands at 2222222, and this is 1111111: what is tagged is never changed, so give it the next version.", Decide(null, Other).Refusal);

    [Theory]
    [InlineData("1.2.4", null, "v1.2.3")]
    [InlineData("1.3.1", null, "v1.3.0")]
    [InlineData("1.0.0", null, null)]
    [InlineData("1.2.4", "v1.2.0", "v1.2.0")]
    [InlineData("1.2.4", "v1.3.0-beta", "v1.3.0-beta")]
    [InlineData("1.2.4", "v9.9.9", null)]
    public void Users_have_the_highest_release_below_this_one(string version, string? named, string? expected)
    {
        HeldRelease[] releases =
        [
            Of("v1.3.0-beta") with { IsPrerelease = true }, Of("v1.3.0"), Of("v1.2.0"), Of("v1.2.3"), Of("nightly"), Of("v1.2.3.1"), Of("v1.2.2") with { IsDraft = true }, Of("v1.2.1") with { Files = [] },
        ];

        Assert.Equal(expected, LastGood.Of(releases, Hotfix.Domain.Versions.SemanticVersion.TryParse(version)!, named)?.Tag);
    }

    [Fact]
    public void The_package_of_a_release_is_its_zip_and_no_parachute() =>
        Assert.Equal("a.zip", LastGood.PackageOf(Held(new HeldFile(1, "a-parachute.txt", 1, null, true), new HeldFile(2, "parachute-1.2.4.1.zip", 1, null, true), Whole(Zip)), null)!.Name);

    [Theory]
    [InlineData("tally", "tally-1.2.3.zip")]
    [InlineData("tally-firefox", "tally-firefox-1.2.3.zip")]
    [InlineData(null, "tally-1.2.3.zip")]
    public void Sources_and_other_browsers_packages_are_not_taken_for_the_extension(string? name, string expected) =>
        Assert.Equal(expected, LastGood.PackageOf(Held(new(1, "tally-1.2.3-source.zip", 1, null, true), new(2, "tally-firefox-1.2.3.zip", 1, null, true), new(3, "tally-1.2.3.zip", 1, null, true)), name)!.Name);

    [Fact]
    public void Other_releases_with_another_package_of_the_name_are_told()
    {
        var another = Whole(Zip) with { Sha256 = new string('9', 64) };

        Assert.Equal(
            ["v1.2.4-beta.g2222222"],
            ReleaseCompletion.Others([Held(another), Held(another) with { Tag = "v1.2.4-beta.g2222222" }, Of("v1.2.4-staging.g1111111"), Held(another with { Sha256 = null }) with { Tag = "unknown" }], Wanted));
    }

    private static ReleaseRuling Decide(HeldRelease? held, string? tagged = null) => ReleaseCompletion.Decide(held, tagged, Wanted);

    private static HeldRelease Held(params HeldFile[] files) => new(1, "v1.2.4", Commit, IsDraft: true, IsPrerelease: false, "https://github.com/acme/tally/releases/tag/v1.2.4", [.. files]);

    private static HeldFile Whole(WantedFile file) => new(file.Bytes, file.Name, file.Bytes, file.Sha256, true);

    private static HeldRelease Of(string tag) => Held(Whole(Zip)) with { Tag = tag, IsDraft = false };
}
