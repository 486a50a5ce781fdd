using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class FilledEvidenceTests
{
    private static readonly GateFacts Pinned = Facts with
    {
        Fix = Facts.Fix with { Template = PinnedTemplate.Of("hotfix-p0", "") with { Sections = [new("Root cause", "The report names no cause.\n<!-- What caused it? -->"), new("Before", "")] } },
    };

    [Theory]
    [InlineData("### Root cause\n\nThe report names no cause.\n<!-- What caused it? -->\n\n### Fix\n\nA lot of words.", ItemStanding.Open)]
    [InlineData("### Root cause\n\nTBD\n", ItemStanding.Open)]
    [InlineData("### Root cause\n\n<!-- the manifest lost a permission -->\n", ItemStanding.Open)]
    [InlineData("### Root cause\n\n#### Why it happened\n", ItemStanding.Open)]
    [InlineData("### Root cause\n\n- - -\n", ItemStanding.Open)]
    [InlineData("### Root cause\n\nThe report names no cause. A null.\n", ItemStanding.Closed)]
    [InlineData("### Root cause\r\n\r\nA null, since abc1234.\r\n", ItemStanding.Closed)]
    [InlineData("## root  CAUSE ##\n\n#### Details\n\nA null.", ItemStanding.Closed)]
    [InlineData("**Root cause**: a null", ItemStanding.Closed)]
    [InlineData("```\n### Root cause\n\nA null.\n```", ItemStanding.Open)]
    [InlineData("", ItemStanding.Open)]
    public void It_takes_more_than_the_template_and_more_than_a_word(string body, object standing) => Assert.Equal(standing, Standing("filled(Root cause)", Pinned.WithBody(body)));

    [Fact]
    public void A_bold_word_goes_as_far_as_the_next_one()
    {
        Assert.Equal(ItemStanding.Open, Standing("filled(Before)", Pinned.WithBody("**Before**:\n\n**After**: it works again")));
        Assert.Equal(ItemStanding.Closed, Standing("filled(After)", Pinned.WithBody("**Before**:\n\n**After**: it works again")));
    }

    [Fact]
    public void A_section_that_is_gone_is_named() => Assert.Equal(
        Finding.Open("The section `Root cause` is gone from the pull request's text. Put it back, and fill it."), Look("filled(Root cause)", Pinned.WithBody("### Fix")));

    [Fact]
    public void It_needs_a_section() => Assert.Equal("has no argument, and filled(section) needs 1", Objection("filled()"));
}
