using Hotfix.Gate;
using Hotfix.Tests.Support;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate;

/// <summary>A merge of three texts, one letter a line.</summary>
public sealed class ForwardPortTests
{
    [Theory]
    [InlineData("abc", "aXc", "abc", true)] // nothing happened there
    [InlineData("abc", "aXc", "aXc", true)] // it is there already
    [InlineData("abcdefg", "Xbcdefg", "abcdefY", true)] // far apart
    [InlineData("abcdefg", "Xbcdefg", "abcdefg-", true)]
    [InlineData("abcdefg", "Xbcdefg", "Xbcdefgh", true)] // the same change, and another
    [InlineData("abc", "aXc", "aYc", false)] // the same line
    [InlineData("abc", "aXc", "abY", false)] // lines that touch
    [InlineData("abc", "aXbc", "aYbc", false)] // both put something in one place
    [InlineData("abc", "ac", "aYc", false)] // taken away here, changed there
    [InlineData("abc", "abc", "xyz", true)] // nothing to carry
    public void Two_changes_conflict_where_they_meet(string was, string now, string there, bool applies) =>
        Assert.Equal(applies, ForwardPort.Applies(Lines(was), Lines(now), Lines(there)));

    [Theory]
    [InlineData(null, "abc", null, true)] // a new file
    [InlineData(null, "abc", "abc", true)] // which is there already
    [InlineData(null, "abc", "xyz", false)] // another of that name is
    [InlineData("abc", "aXc", null, false)] // it is gone there
    [InlineData("abc", null, "abc", true)] // taken away
    [InlineData("abc", null, null, true)] // there, too
    [InlineData("abc", null, "aXc", false)] // but changed there
    public void Files_come_and_go(string? was, string? now, string? there, bool applies) =>
        Assert.Equal(applies, ForwardPort.Applies(Lines(was), Lines(now), Lines(there)));

    [Fact]
    public void Version_and_list_of_changes_stay_behind() => Assert.Equal(
        ["src/a.js"],
        ForwardPort.Files(Facts.With(File("manifest.json"), File(Reports.Profile.Branches.Changelog!), File("src/a.js")).Pull, Reports.Profile.Branches).Select(file => file.Path));

    private static string? Lines(string? letters) => letters is null ? null : string.Concat(letters.Select(letter => $"{letter}\n"));
}
