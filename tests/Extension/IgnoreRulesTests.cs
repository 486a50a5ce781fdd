using Hotfix.Extension;

namespace Hotfix.Tests.Extension;

public sealed class IgnoreRulesTests
{
    [Theory]
    [InlineData("*.map", "a.map", true)]
    [InlineData("*.map", "src/deep/a.map", true)]
    [InlineData("*.map", "a.mapper", false)]
    [InlineData("/a.js", "a.js", true)]
    [InlineData("/a.js", "src/a.js", false)]
    [InlineData("src/*.ts", "src/a.ts", true)]
    [InlineData("src/*.ts", "src/deep/a.ts", false)]
    [InlineData("src/**/*.ts", "src/deep/er/a.ts", true)]
    [InlineData("src/**/*.ts", "src/a.ts", true)]
    [InlineData("**/test/**", "a/test/b.js", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[a-c].js", "b.js", true)]
    [InlineData("[!a-c].js", "b.js", false)]
    [InlineData("[!a-c].js", "d.js", true)]
    [InlineData(@"\*.js", "*.js", true)]
    [InlineData(@"\*.js", "a.js", false)]
    [InlineData("# a.js", "a.js", false)]
    [InlineData("a.js  \r\nb.js", "a.js", true)]
    [InlineData("docs/", "docs", false)] // a file of that name
    [InlineData("", ".git", true)]
    [InlineData("", "src/.env", true)]
    [InlineData("", "key.pem", true)]
    [InlineData("", "manifest.json", false)]
    [InlineData("!.env", ".env", false)]
    [InlineData("a.*\n!a.js", "a.js", false)]
    [InlineData("!a.js\na.*", "a.js", true)]
    public void A_line_leaves_out_what_git_would(string lines, string path, bool leftOut) => Assert.Equal(leftOut, IgnoreRules.Parse(lines).LeaveOut(path, folder: false));

    [Theory]
    [InlineData("docs/", "docs", true)]
    [InlineData("docs/", "src/docs", true)]
    [InlineData("", "node_modules", true)]
    [InlineData("", "src", false)]
    public void A_trailing_slash_means_folders(string lines, string path, bool leftOut) => Assert.Equal(leftOut, IgnoreRules.Parse(lines).LeaveOut(path, folder: true));

    /// <summary>Naive matchers need time exponential in the stars here.</summary>
    [Fact]
    public void Many_stars_end_soon()
    {
        var stars = string.Concat(Enumerable.Repeat("*a", 100)) + "b";
        var folders = string.Concat(Enumerable.Repeat("**/a/", 100)) + "b";

        Assert.False(new Glob(stars).Matches(new string('a', 1000)));
        Assert.False(new Glob(folders).Matches(string.Join('/', Enumerable.Repeat("a", 500))));
    }
}
