using Hotfix.Gate.Reading;

namespace Hotfix.Tests.Gate.Reading;

public sealed class ChecklistSectionTests
{
    private const string Start = "<!-- hotfix:checklist:start -->";
    private const string End = "<!-- hotfix:checklist:end -->";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Only_what_stands_between_the_markers_counts(string end)
    {
        var reading = ChecklistSection.Read($"- [x] before\n\n{Start}\n- [x] One. <!-- hotfix:one -->\n- [ ]  Two  words. <!-- hotfix:two approval(2) --> <!-- a note -->\n* [x] Added\n{End}\n- [x] after\n".ReplaceLineEndings(end));

        Assert.Empty(reading.Problems);
        Assert.Equal(
            [(4, true, "One.", "one", null), (5, false, "Two words.", "two", "approval(2)"), (6, true, "Added", null, null)],
            reading.Items.Select(item => (item.Line, item.IsTicked, item.Words, item.Id, item.Evidence)));
    }

    [Theory]
    [InlineData("- [x] a", "The checklist was removed: neither `<!-- hotfix:checklist:start -->` nor `<!-- hotfix:checklist:end -->` is in the pull request's text. Put it back; the text's earlier versions are under \"edited\".")]
    [InlineData("S\n- [x] a", "The line `<!-- hotfix:checklist:end -->` is gone from the pull request's text, so nobody can say what belongs to the checklist. Put it back below the items.")]
    [InlineData("- [x] a\nE", "The line `<!-- hotfix:checklist:start -->` is gone from the pull request's text, so nobody can say what belongs to the checklist. Put it back above the items.")]
    [InlineData("E\n- [x] a\nS", "The checklist ends before it begins: put `<!-- hotfix:checklist:start -->` above its items and `<!-- hotfix:checklist:end -->` below.")]
    [InlineData("S\n- [x] a\nE\n\nS\n- [x] a\nE", "There is more than one checklist: `<!-- hotfix:checklist:start -->` is there twice and `<!-- hotfix:checklist:end -->` twice. Keep one.")]
    [InlineData("> S\n> - [x] a\n> E\n\nS\n- [x] a\nE", "There is more than one checklist: `<!-- hotfix:checklist:start -->` is there twice and `<!-- hotfix:checklist:end -->` twice. Keep one.")]
    public void Without_both_markers_in_order_nothing_passes(string body, string problem)
    {
        var reading = ChecklistSection.Read(Body(body));

        Assert.Equal([problem], reading.Problems);
        Assert.Empty(reading.Items);
    }

    [Theory]
    [InlineData("S\n- [x] a\n```\n- [x] b\nE")]
    [InlineData("S\n- [x] a\n~~~\n- [x] b\nE")]
    public void An_open_block_of_code_is_named(string body) => Assert.Contains(
        "The block of code that begins in line 3 is never closed, and swallows what comes after it: end it with the marks that begin it.", ChecklistSection.Read(Body(body)).Problems);

    [Fact]
    public void An_open_comment_is_named() => Assert.Contains(
        "The comment that begins in line 1 is never closed, and swallows what comes after it: end it with `-->`.", ChecklistSection.Read("<!-- oops\n\n- [x] a").Problems);

    [Fact]
    public void A_marker_in_code_is_none()
    {
        Assert.Empty(ChecklistSection.Read(Body("```\nS\nE\n```\n\nS\n- [x] a\nE")).Problems);
        Assert.Empty(ChecklistSection.Read(Body("S\n- [x] a\nE\n\n    S\n\nAbove is the marker.")).Problems);
    }

    [Theory]
    [InlineData("- [] a")]
    [InlineData("-[ ] a")]
    [InlineData("- [ x ] a")]
    [InlineData("[ ] a")]
    [InlineData("- [x]a")]
    [InlineData("- [ ]")]
    [InlineData("- [х] a")]
    [InlineData("- [✓] a")]
    [InlineData("- \\[x] a")]
    [InlineData("- [x](http://a.example) a")]
    [InlineData("1.[x] a")]
    [InlineData("– [x] a")]
    [InlineData("- # [x] a")]
    [InlineData("```\n- [x] a\n```")]
    [InlineData("<!--\n- [x] a\n-->")]
    public void What_looks_like_an_item_and_is_none_is_named_with_its_line(string line)
    {
        var problem = Assert.Single(ChecklistSection.Read(Body($"S\n- [x] fine\n\n{line}\n\nE")).Problems);

        Assert.StartsWith($"Line {(line.Contains('\n', StringComparison.Ordinal) ? 5 : 4)} looks like an item and is none: `", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Some words, and [a link](http://a.example).")]
    [InlineData("[abc](http://a.example)")]
    [InlineData("- plain")]
    [InlineData("### Part two")]
    public void Other_lines_may_stand_among_the_items(string line) => Assert.Empty(ChecklistSection.Read(Body($"S\n- [x] fine\n\n{line}\n\nE")).Problems);

    [Fact]
    public void A_line_with_two_names_is_none_of_both() => Assert.Equal(
        ["Line 2 names more than one item: `one`, `two`. Keep the comment that was there."],
        ChecklistSection.Read(Body("S\n- [x] a <!-- hotfix:one --> <!-- hotfix:two -->\nE")).Problems);

    /// <summary>With the markers where a line is S or E.</summary>
    private static string Body(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim(' ', '>') switch
    {
        "S" => line.Replace("S", Start, StringComparison.Ordinal),
        "E" => line.Replace("E", End, StringComparison.Ordinal),
        _ => line,
    }));
}
