using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

public sealed class IssueLinkedEvidenceTests
{
    [Theory]
    [InlineData("Hotfix of #12, from v1.0.0.", ItemStanding.Closed)]
    [InlineData("- fixes (#12)", ItemStanding.Closed)]
    [InlineData("### About #12", ItemStanding.Closed)]
    [InlineData("Hotfix of #123", ItemStanding.Open)]
    [InlineData("Hotfix of other/repo#12", ItemStanding.Open)]
    [InlineData("Hotfix of `#12`", ItemStanding.Open)]
    [InlineData("<!-- #12 -->", ItemStanding.Open)]
    [InlineData("Hotfix <!-- of #12 -->", ItemStanding.Open)]
    [InlineData("```\n#12\n```", ItemStanding.Open)]
    [InlineData("https://github.example/acme/x/issues/1#12", ItemStanding.Open)]
    [InlineData("", ItemStanding.Open)]
    public void The_text_names_it_where_GitHub_makes_a_link(string body, object standing) => Assert.Equal(standing, Standing("issue-linked", Facts.WithBody(body)));

    [Fact]
    public void It_takes_no_arguments() => Assert.Equal("has arguments, and issue-linked takes none", Objection("issue-linked(12)"));
}
