using System.Globalization;
using Hotfix.Commands.Reading;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Commands.Reading;

/// <summary>Whatever a comment holds: what was written as a command is found and nothing else, and no answer carries a stranger's words out of their quotes.</summary>
public sealed class HostileCommentsTests
{
    private static readonly List<HostileComment> Comments = [.. HostileComments.Generate(2000, seed: 20261121)];

    [Fact]
    public void Exactly_the_commands_are_found()
    {
        foreach (var comment in Comments)
        {
            var found = CommandLines.Of(comment.Text);

            Assert.Equal(comment.Commands, found.Lines.Concat(found.Surplus).Select(line => line.Text));
            Assert.Empty(CommandLines.New(comment.Text, comment.Text).Lines);
            Assert.Equal(found, CommandLines.New(comment.Text, "/hotfixes"));
        }
    }

    [Fact]
    public void No_refusal_pings_renders_or_breaks_the_line()
    {
        var refusals = Comments.SelectMany(comment => comment.Commands).Select(line => CommandReader.Read(line, SampleVerbs.All).Refusal).OfType<string>().ToList();

        Assert.True(refusals.Count > 1000);
        Assert.All(refusals, refusal =>
        {
            var parts = refusal.Split('`');

            Assert.Equal(1, parts.Length % 2); // every quote is closed
            Assert.Empty(parts.Where((part, at) => at % 2 == 0 && part.Any("@#<>[]*_~&|!\\".Contains)));
            Assert.DoesNotContain(refusal, character => char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            Assert.InRange(refusal.Length, 1, 500);
        });
    }

    [Fact]
    public void They_are_what_they_are_meant_to_be()
    {
        Assert.Equal(Comments.Select(comment => comment.Text), HostileComments.Generate(2000, seed: 20261121).Select(comment => comment.Text));
        Assert.Equal(65_536, Comments.Max(comment => comment.Text.Length));
        Assert.True(Comments.Sum(comment => comment.Commands.Count) > 5000);
        Assert.True(Comments.Count(comment => comment.Commands.Count == 0) > 100);
    }

    [Theory]
    [InlineData("[](")]
    [InlineData("![](")]
    [InlineData("[a](b \"")]
    [InlineData("**a ")]
    [InlineData("*a_")]
    [InlineData("<?")]
    [InlineData("<!A ")]
    [InlineData("<![CDATA[")]
    [InlineData("`a")]
    [InlineData("a|")]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("- > ")]
    public void What_is_repeated_to_the_limit_holds_no_command_it_may_hide(string piece)
    {
        var hostile = string.Concat(Enumerable.Repeat(piece, 65_000 / piece.Length));

        Assert.Empty(CommandLines.Of($"x {hostile}\n/hotfixes start").Lines);
        Assert.InRange(CommandLines.Of($"x {hostile}\n/hotfix start\n`]()>").Lines.Count, 0, 1);
    }
}
