using Hotfix.Gate.Reading;

namespace Hotfix.Tests.Gate.Reading;

/// <summary>The table of shared/reference/forms-and-tasklists.md, §4, case by case: <c>x</c> and the text of a ticked item, <c>_</c> and that of an open one.</summary>
public sealed class TaskListTests
{
    [Theory]
    [InlineData("- [ ] a", "_a")]
    [InlineData("- [x] a", "xa")]
    [InlineData("* [X] a", "xa")]
    [InlineData("+ [x] a", "xa")]
    [InlineData("1. [x] a", "xa")]
    [InlineData("1) [x] a", "xa")]
    [InlineData("- [x]\ta", "xa")]
    [InlineData("-   [ ]   a  ", "_a")]
    [InlineData("- a\n  - [x] b", "xb")]
    [InlineData("- [ ] a\n  - [x] b\n    1. [ ] c", "_a|xb|_c")]
    [InlineData("> - [x] a", "xa")]
    [InlineData("> > 1. [ ] a", "_a")]
    [InlineData("- [x]a", "")]
    [InlineData("- [ ]", "")]
    [InlineData("- [ ] ", "")]
    [InlineData("- text [x] more", "")]
    [InlineData("- a\n\n  [ ] b", "")]
    [InlineData("- a\n[ ] b", "")]
    [InlineData("- # [x] a", "")]
    [InlineData("- [x](http://a.example) a", "")]
    [InlineData("- [ ]\n  a", "")]
    [InlineData("- [] a", "")]
    [InlineData("- [  ] a", "")]
    [InlineData("- [ x ] a", "")]
    [InlineData("- [\u00A0] a", "")]
    [InlineData("- [\t] a", "")]
    [InlineData("- [ｘ] a", "")]
    [InlineData("- [х] a", "")]
    [InlineData("- \\[x] a", "")]
    [InlineData("-[ ] a", "")]
    [InlineData("[ ] a", "")]
    [InlineData("```\n- [x] a\n```", "")]
    [InlineData("~~~\n- [x] a\n~~~", "")]
    [InlineData("    - [x] a", "")]
    [InlineData("<div>\n- [x] a\n</div>", "")]
    [InlineData("<!--\n- [x] a\n-->", "")]
    [InlineData("| a |\n| --- |\n| - [x] b |", "")]
    [InlineData("- [ ] a <!-- - [x] b -->", "_a <!-- - [x] b -->")]
    [InlineData("- [ ] a\n<!--\n- [x] b", "_a")]
    [InlineData("- [ ] a\n\n```\n- [x] b", "_a")]
    [InlineData("<details><summary>a</summary>\n- [x] b\n</details>", "")]
    [InlineData("<details><summary>a</summary>\n\n- [x] b\n\n</details>", "xb")]
    [InlineData("a. [x] b", "")]
    [InlineData("- [ ] replace [x] in file", "_replace [x] in file")]
    [InlineData("- [ ] a\r\n- [x] b\r\n", "_a|xb")]
    [InlineData("- [ ] a\n- plain\n- [x] b", "_a|xb")]
    [InlineData("-\n- [x] a", "xa")]
    [InlineData("", "")]
    public void An_item_is_what_GitHub_shows_a_box_for(string text, string items) =>
        Assert.Equal(items, string.Join('|', TaskList.Read(text).Items.Select(item => $"{(item.IsTicked ? 'x' : '_')}{item.Text}")));

    [Theory]
    [InlineData("a\n\n- [ ] b\n- [x] c", 3, 4)]
    [InlineData("a\r\n\r\n- [ ] b\r\n- [x] c", 3, 4)]
    [InlineData("a\r\r- [ ] b\r- [x] c", 3, 4)]
    [InlineData("> a\u2028\n\n1. [ ] b\n   - [x] c", 3, 4)]
    public void An_item_has_its_line_and_place(string text, params int[] lines)
    {
        var items = TaskList.Read(text).Items;

        Assert.Equal(lines, items.Select(item => item.Line));
        Assert.All(items, item => Assert.Equal('[', text[item.Start]));
    }

    [Fact]
    public void Beyond_what_GitHub_takes_nothing_is_read() =>
        Assert.Equal("a", Assert.Single(TaskList.Read($"- [ ] a\n\n{new string('x', 65_536)}\n\n- [x] b").Items).Text);

    [Fact]
    public void What_nobody_nests_by_hand_is_not_read() =>
        Assert.Equal("It is nested too deeply to be read.", TaskList.Read($"{string.Concat(Enumerable.Repeat("> ", 200))}- [x] a").Trouble);
}
