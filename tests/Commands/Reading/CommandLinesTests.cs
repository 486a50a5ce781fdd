using Hotfix.Commands.Reading;

namespace Hotfix.Tests.Commands.Reading;

/// <summary>Which lines of a comment are commands: each row has a comment, and the lines of it that are.</summary>
public sealed class CommandLinesTests
{
    [Theory]
    [InlineData("/hotfix start", 1)]
    [InlineData("/hotfix", 1)]
    [InlineData("/hotfix\tstart", 1)]
    [InlineData("/HotFix START", 1)]
    [InlineData("/hotfix start\n", 1)]
    [InlineData("\n\n/hotfix start", 3)]
    [InlineData("Please:\n/hotfix start", 2)]
    [InlineData("/hotfix start\nThank you.", 1)]
    [InlineData("Before.\n/hotfix start\nAfter.", 2)]
    [InlineData("/hotfix start\n/hotfix why", 1, 2)]
    [InlineData("/hotfix start\n\n/hotfix why", 1, 3)]
    [InlineData("/hotfix start\r\n/hotfix why\r\n", 1, 2)]
    [InlineData("/hotfix start\r/hotfix why", 1, 2)]
    [InlineData("a\r\r\n/hotfix start\n\r/hotfix why", 3, 5)]
    [InlineData("/hotfix start  \n/hotfix why\\\n/hotfix status", 1, 2, 3)]
    [InlineData("# Heading\n/hotfix start", 2)]
    [InlineData("---\n/hotfix start\n\n---", 2)]
    [InlineData("**bold\n/hotfix start\nbold**", 2)]
    [InlineData("- item\n\n/hotfix start", 3)]
    [InlineData("> quote\n\n/hotfix start", 3)]
    [InlineData("```\ncode\n```\n/hotfix start", 4)]
    [InlineData("<!-- note -->\n/hotfix start", 2)]
    [InlineData("<!--\nnote\n-->\n\n/hotfix start", 5)]
    [InlineData("<details>\n\n/hotfix start\n\n</details>", 3)]
    [InlineData("a <br>\n/hotfix start", 2)]
    [InlineData("`a`\n/hotfix start\n`b`", 2)]
    [InlineData("`a\n/hotfix start\nnot closed", 2)]
    [InlineData("a <b\n/hotfix\n>", 2)]
    [InlineData("a < b\n/hotfix start\nc > d", 2)]
    [InlineData("a <b\n/hotfix start <\n", 2)]
    [InlineData("[a](b)\n/hotfix start\n[c](d)", 2)]
    [InlineData("[a\n/hotfix start\nb](c)", 2)]
    [InlineData("[a\n/hotfix start\nb]", 2)]
    [InlineData("[a]: b\n/hotfix start", 2)]
    [InlineData("[a]: b 'c'\n/hotfix start", 2)]
    [InlineData("[a](b 'c\n/hotfix start\n' d)", 2)]
    [InlineData("/hotfix start\n-- \nMia", 1)]
    [InlineData("/hotfix start\n---", 1)]
    [InlineData("/hotfix start\n===", 1)]
    [InlineData("| a | b |\n/hotfix start", 2)]
    [InlineData("| a | b |\n|---|\n/hotfix start", 3)]
    [InlineData("| a |\n|---|\n\n/hotfix start", 4)]
    [InlineData("/hotfix start\n| a |\n|---|", 1)]
    [InlineData("/hotfix start | x", 1)]
    [InlineData("/hotfix start `a` <b> [c](d) @everyone $(id)", 1)]
    [InlineData("\\`a\n/hotfix start\n\\`", 2)]
    [InlineData("&#96;a\n/hotfix start\n&#96;", 2)]
    [InlineData("/hotfix start\u2028/hotfix why", 1)]
    [InlineData("/hotfix start\u2029/hotfix why\v/hotfix why\f/hotfix why\u0085/hotfix why", 1)]
    [InlineData("/hotfix start \u202e/hotfix why", 1)]
    [InlineData("/hotfix st\0art", 1)]
    [InlineData("[^1]: note\n\n/hotfix start", 3)]
    [InlineData("~~~\n```\n~~~\n/hotfix start", 4)]
    [InlineData("1986\\. A great year\n/hotfix start", 2)]
    [InlineData("    code\n\n/hotfix start", 3)]
    [InlineData("#hashtag\n/hotfix start", 2)]
    [InlineData("<not a tag\n\n/hotfix start\n\n>", 3)]
    [InlineData("![a](b)\n/hotfix start\n![c](d)", 2)]
    public void A_line_of_prose_is_one(string comment, params int[] lines) => Assert.Equal(lines, CommandLines.Of(comment).Lines.Select(line => line.Number));

    [Theory]
    [InlineData("")]
    [InlineData("hotfix start")]
    [InlineData(" /hotfix start")]
    [InlineData("\t/hotfix start")]
    [InlineData("Please /hotfix start")]
    [InlineData("/hotfixes")]
    [InlineData("/hotfix: start")]
    [InlineData("/hotfix-start")]
    [InlineData("/hotfix\u00a0start")]
    [InlineData("/hotfix\u200b start")]
    [InlineData("/hotfix\u2028start")]
    [InlineData("/hotfix\vstart")]
    [InlineData("/hot\u200dfix start")]
    [InlineData("\u200b/hotfix start")]
    [InlineData("\u202e/hotfix start")]
    [InlineData("\ufeff/hotfix start")]
    [InlineData("\0/hotfix start")]
    [InlineData("\u001b[2K/hotfix start")]
    [InlineData("a\u2028/hotfix start")]
    [InlineData("a\u0085/hotfix start")]
    [InlineData("a\v/hotfix start")]
    [InlineData("a\f/hotfix start")]
    [InlineData("／hotfix start")]
    [InlineData("/ｈotfix start")]
    [InlineData("/hоtfix start")] // a Cyrillic o
    [InlineData("/hotfıx start")]
    [InlineData("/ hotfix start")]
    [InlineData("\\/hotfix start")]
    [InlineData("&#47;hotfix start")]
    [InlineData("//hotfix start")]
    [InlineData("**/hotfix start**")]
    [InlineData("`/hotfix start`")]
    [InlineData("```\n/hotfix start\n```")]
    [InlineData("```sh\n/hotfix start\n```")]
    [InlineData("~~~\n/hotfix start\n~~~")]
    [InlineData("```\n/hotfix start")]
    [InlineData("```\n/hotfix start\n``")]
    [InlineData("```\n~~~\n/hotfix start\n~~~")]
    [InlineData("````\n```\n/hotfix start\n````")]
    [InlineData("```\r\n/hotfix start\r\n```")]
    [InlineData("```\r/hotfix start\r```")]
    [InlineData("    /hotfix start")]
    [InlineData("a\n    /hotfix start")]
    [InlineData("a `b\n/hotfix start\nc` d")]
    [InlineData("a `` b\n/hotfix start\nc ` d `` e")]
    [InlineData("a ``b`\n/hotfix start\n`c")]
    [InlineData("a `b\r\n/hotfix start\r\nc` d")]
    [InlineData("> /hotfix start")]
    [InlineData("> quote\n/hotfix start")]
    [InlineData("> > quote\n/hotfix start")]
    [InlineData(">\n> a\n/hotfix start")]
    [InlineData("> [!NOTE]\n> a\n/hotfix start")]
    [InlineData("- /hotfix start")]
    [InlineData("- item\n/hotfix start")]
    [InlineData("* item\n/hotfix start")]
    [InlineData("1. item\n/hotfix start")]
    [InlineData("1) item\n/hotfix start")]
    [InlineData("- [ ] task\n/hotfix start")]
    [InlineData("- > a\n/hotfix start")]
    [InlineData("- a\n\n  b\n/hotfix start")]
    [InlineData("# /hotfix start")]
    [InlineData("| a |\n|---|\n| /hotfix start |")]
    [InlineData("| a |\n|---|\n/hotfix start")]
    [InlineData("a | b\n:-- | --:\nc | d\n/hotfix start")]
    [InlineData("/hotfix pause reporter | store\n--- | ---")]
    [InlineData("/hotfix start |\n|---|")]
    [InlineData("Text.\n| a |\n|---|\n/hotfix start")]
    [InlineData("<!-- /hotfix start -->")]
    [InlineData("<!--\n/hotfix start\n-->")]
    [InlineData("<!--\n\n/hotfix start\n\n-->")]
    [InlineData("<!--\n/hotfix start")]
    [InlineData("a <!--\n/hotfix start\n--> b")]
    [InlineData("<div>\n/hotfix start\n</div>")]
    [InlineData("<details>\n/hotfix start\n</details>")]
    [InlineData("<pre>\n\n/hotfix start\n\n</pre>")]
    [InlineData("<script>\n\n/hotfix start\n\n</script>")]
    [InlineData("<b>\n/hotfix start\n</b>")]
    [InlineData("<?php\n\n/hotfix start\n?>")]
    [InlineData("<![CDATA[\n\n/hotfix start\n]]>")]
    [InlineData("<!A\n/hotfix start\n>")]
    [InlineData("a <b title='\n/hotfix start\n'>")]
    [InlineData("a <?\n/hotfix start\n?>")]
    [InlineData("a <![CDATA[\n/hotfix start\n]]>")]
    [InlineData("[a]: b 'c\n/hotfix start\nd'")]
    [InlineData("[a]:\n/hotfix\n")]
    [InlineData("[a\n/hotfix start\n]: b")]
    [InlineData("[a](b 'c\n/hotfix start\nd')")]
    [InlineData("[a](\n/hotfix\n)")]
    [InlineData("[a][b\n/hotfix start]\n\n[b /hotfix start]: c")]
    [InlineData("![a\n/hotfix start\nb](c)")]
    [InlineData("![a\n/hotfix start\n]\n\n[a /hotfix start]: c")]
    [InlineData("[^1]: note\n/hotfix start")]
    [InlineData("[^1]: note\n\n    more\n/hotfix start")]
    public void Nothing_else_is(string comment) => Assert.Empty(CommandLines.Of(comment).Lines);

    [Theory]
    [InlineData("/hotfix start --from v1  \t\r\nx", "/hotfix start --from v1")]
    [InlineData("/HOTFIX  why \r/hotfix", "/HOTFIX  why", "/hotfix")]
    [InlineData("/hotfix why <!-- x -->\n", "/hotfix why <!-- x -->")]
    public void A_command_goes_to_the_end_of_its_line(string comment, params string[] commands) => Assert.Equal(commands, CommandLines.Of(comment).Lines.Select(line => line.Text));

    [Fact]
    public void A_long_paragraph_is_read_as_far_as_nothing_can_hide_a_command()
    {
        var log = string.Concat(Enumerable.Repeat("at the end of the day\n", 1000));

        Assert.Equal([1001], CommandLines.Of($"{log}/hotfix start").Lines.Select(line => line.Number));
        Assert.Equal([1, 1003], CommandLines.Of($"/hotfix why\n`a\n{log}/hotfix start").Lines.Select(line => line.Number));
        Assert.Equal([1], CommandLines.Of($"/hotfix why\n`a`\n{log}/hotfix start\n`b`").Lines.Select(line => line.Number));
    }

    [Fact]
    public void What_is_nested_beyond_reason_holds_no_command()
    {
        Assert.Empty(CommandLines.Of(new string('>', 60_000) + "\n\n/hotfix start").Lines);
        Assert.Single(CommandLines.Of(new string('>', 50) + "\n\n/hotfix start").Lines);
    }

    [Fact]
    public void More_than_twenty_are_refused_in_a_sentence()
    {
        var (most, more) = (CommandLines.Of(Lines(20)), CommandLines.Of(Lines(23)));

        Assert.Equal((20, 0, null), (most.Lines.Count, most.Surplus.Count, most.Refusal));
        Assert.Equal(20, more.Lines.Count);
        Assert.Equal([21, 22, 23], more.Surplus.Select(line => line.Number));
        Assert.Equal("A comment has at most 20 commands: the first 20 were read, and 3 more were not; write them in another comment.", more.Refusal);
        Assert.Equal("A comment has at most 20 commands: the first 20 were read, and 1 more was not; write it in another comment.", CommandLines.Of(Lines(21)).Refusal);

        static string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(number => $"/hotfix assign user{number}"));
    }

    [Theory]
    [InlineData("", "/hotfix start", 1)]
    [InlineData("/hotfix start", "/hotfix start")]
    [InlineData("/hotfix start", "/hotfix start\n/hotfix why", 2)]
    [InlineData("/hotfix start", "Hello\n\n/hotfix start")]
    [InlineData("/hotfix start", "/hotfix start\n/hotfix start", 2)]
    [InlineData("/hotfix start\n/hotfix start", "/hotfix start")]
    [InlineData("/hotfix strat", "/hotfix start", 1)]
    [InlineData("> /hotfix start", "/hotfix start", 1)]
    [InlineData("/hotfix start", "> /hotfix start")]
    [InlineData("/hotfix why\n/hotfix start", "/hotfix start\n/hotfix why")]
    [InlineData("/hotfix start", "/hotfix  start ")]
    [InlineData("/hotfix start -- becuase", "/hotfix start -- because")]
    [InlineData("/hotfix start", "/hotfix start -- because")]
    [InlineData("/hotfix close --reason 'a'", "/hotfix close --reason 'b'", 1)]
    public void An_edit_brings_what_was_not_there_before(string before, string comment, params int[] lines) =>
        Assert.Equal(lines, CommandLines.New(comment, before).Lines.Select(line => line.Number));

    [Fact]
    public void Of_an_edit_only_what_is_new_counts_towards_the_most()
    {
        var before = string.Join('\n', Enumerable.Repeat("/hotfix why", 20));

        Assert.Equal([21], CommandLines.New($"{before}\n/hotfix start", before).Lines.Select(line => line.Number));
    }
}
