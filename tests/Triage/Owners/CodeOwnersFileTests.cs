using FsCheck;
using FsCheck.Fluent;
using Hotfix.Tests.Support;
using Hotfix.Triage.Owners;

namespace Hotfix.Tests.Triage.Owners;

public sealed class CodeOwnersFileTests
{
    [Theory]
    [InlineData("*", "a.js a/b.js a/b/c.js", "")]
    [InlineData("*.js", "a.js a/b/c.js", "a.ts a.json js")]
    [InlineData("popup", "popup popup/a.js src/popup/deep/a.js", "popup.js src/popups/a.js")]
    [InlineData("popup/", "popup/a.js src/popup/deep/a.js", "popup src/popup")]
    [InlineData("/popup/", "popup/a.js popup/deep/a.js", "popup src/popup/a.js")]
    [InlineData("/popup", "popup popup/a.js", "src/popup")]
    [InlineData("src/popup", "src/popup src/popup/a.js", "other/src/popup src/popups")]
    [InlineData("src/*", "src/a.js", "src/deep/a.js a.js other/src/a.js")]
    [InlineData("/*", "a.js", "src/a.js")]
    [InlineData("src/*.js", "src/a.js", "src/a.ts src/deep/a.js")]
    [InlineData("src/*/a.js", "src/deep/a.js", "src/a.js src/very/deep/a.js")]
    [InlineData("/*/", "src/a.js src/deep/a.js", "a.js")]
    [InlineData("**/logs", "logs logs/a.js build/logs deep/build/logs/a.js", "log")]
    [InlineData("src/**", "src/a.js src/deep/a.js", "src other/src/a.js")]
    [InlineData("src/**/a.js", "src/a.js src/deep/a.js src/very/deep/a.js", "a.js src/b.js")]
    [InlineData("src/**/**/", "src/deep/a.js src/a.js", "src")]
    [InlineData("**", "a.js src/a.js", "")]
    [InlineData("a?.js", "ab.js src/ac.js", "a.js abc.js")]
    [InlineData("a**c.js", "ac.js abbc.js", "a/c.js")]
    [InlineData("a*b*c", "abc a/abbcc aXbYc", "acb ab")]
    [InlineData(@"a\*.js", "a*.js", "ab.js")]
    [InlineData(@"\?\\", @"?\", @"a\ ??")]
    [InlineData("Src/", "Src/a.js", "src/a.js")]
    [InlineData("src//popup", "", "src/popup src")]
    [InlineData("ä*.js", "äö.js", "a.js")]
    public void A_pattern_matches_as_GitHub_reads_it(string pattern, string owned, string others)
    {
        var file = CodeOwnersFile.Parse($"{pattern} @ada");

        Assert.All(Words(owned), path => Assert.Equal(["ada"], file.OwnersOf(path)));
        Assert.All(Words(others), path => Assert.Empty(file.OwnersOf(path)));
    }

    [Theory]
    [InlineData("* @ada\n*.js @bo", "bo")]
    [InlineData("*.js @bo\n* @ada", "ada")]
    [InlineData("* @ada\n/src/a.js", "")] // the last line owns it for nobody
    [InlineData("* @ada\n*.js @team/people", "")]
    [InlineData("* @ada @team/people bo@example.com @Cy @ADA # @di", "ada,Cy")]
    [InlineData("* @ada #@di", "ada")]
    [InlineData("*\t@ada\t@bo\r\n", "ada,bo")]
    [InlineData("  * @ada  ", "ada")]
    [InlineData("\uFEFF* @ada", "ada")]
    [InlineData("# * @ada\n\n   \n#", "")]
    [InlineData("* @ada_company", "ada_company")]
    [InlineData("* @ada\n!*.js @bo", "ada")] // what GitHub does not know is skipped, and the line before counts
    [InlineData("* @ada\n*.[jt]s @bo", "ada")]
    [InlineData("* @ada\n[Section] @bo\n^[Other]", "ada")]
    [InlineData("* @ada\n\\#a.js @bo", "ada")]
    [InlineData("* @ada\n*.js bo", "ada")]
    [InlineData("* @ada\n*.js @", "ada")]
    [InlineData("* @ada\n*.js @<b>", "ada")]
    [InlineData("* @ada\n/ @bo", "ada")]
    [InlineData("", "")]
    public void The_last_line_that_matches_decides(string text, string owners) => Assert.Equal(owners, string.Join(',', CodeOwnersFile.Parse(text).OwnersOf("src/a.js")));

    [Fact]
    public void A_space_in_a_path_is_escaped() => Assert.Equal(["ada"], CodeOwnersFile.Parse(@"my\ docs/ @ada").OwnersOf("my docs/a.md"));

    [Fact]
    public void A_path_may_begin_with_a_slash() => Assert.Equal(["ada"], CodeOwnersFile.Parse("/src/ @ada").OwnersOf("/src/a.js"));

    [Fact]
    public void A_file_that_GitHub_would_not_load_owns_nothing() => Assert.Empty(CodeOwnersFile.Parse("* @ada\n" + new string('#', 3_000_000)).OwnersOf("a.js"));

    [Theory]
    [InlineData('*')]
    [InlineData('?')]
    [InlineData('/')]
    [InlineData('\\')]
    [InlineData('a')]
    public void A_hostile_file_is_read_to_its_end(char of)
    {
        var line = string.Concat(Enumerable.Repeat($"a{of}", 490));
        var file = CodeOwnersFile.Parse($"a/ @ada\n{string.Join('\n', Enumerable.Repeat($"{line}b @bo", 1000))}\n{line}{line}{line}");

        Assert.Equal(["ada"], file.OwnersOf(string.Join('/', Enumerable.Repeat(new string('a', 20), 10).Prepend("a"))));
    }

    /// <summary>Against the plainest reading there is: try the lines one by one, from the first to the last.</summary>
    [Fact]
    public void The_last_match_wins_in_any_file() => Properties.Hold(
        from lines in Gen.ListOf(Gen.Elements("* @a", "*.js @b", "src/ @c", "/src/* @d", "docs", "**/deep @e", "src/deep/ @f @g", "# src @h", "!src @i", "src/** x@example.com"))
        from path in Gen.Elements("a.js", "src/a.js", "src/deep/a.ts", "docs/src/a.js", "docs/deep")
        select (lines, path),
        any => CodeOwnersFile.Parse(string.Join('\n', any.lines)).OwnersOf(any.path)
            == any.lines.Where(line => IsDecisive(line, any.path)).Select(line => CodeOwnersFile.Parse(line).OwnersOf(any.path)).LastOrDefault());

    [Fact]
    public void No_file_and_no_path_is_too_strange() => Properties.Hold(
        from text in Text from path in Text select (text, path),
        any => CodeOwnersFile.Parse(any.text).OwnersOf(any.path).All(login => login.Length > 0 && !login.Contains('@', StringComparison.Ordinal)));

    private static Gen<string> Text => Gen.ArrayOf(Gen.Elements([.. @"a*?/\[]!#@ -.", '\n', '\t', '\0', '\uD800', 'é'])).Select(characters => new string(characters));

    /// <summary>Whether a line matches at all: then a line of its own in front of it, for everybody, does not count.</summary>
    private static bool IsDecisive(string line, string path) => CodeOwnersFile.Parse($"* @everybody\n{line}").OwnersOf(path) != ["everybody"];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
