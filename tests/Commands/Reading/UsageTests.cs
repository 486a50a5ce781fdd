using Hotfix.Commands.Reading;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Commands.Reading;

public sealed class UsageTests
{
    [Theory]
    [InlineData("/hotfix severity <P0..P3> [--reason <text>]")]
    [InlineData("/hotfix pause reporter | store | blocked <#n>")]
    [InlineData("/hotfix assign <@login> | next")]
    [InlineData("/hotfix start [--from <tag>] [--version <v>] [--name <slug>] [--dry-run]")]
    [InlineData("/hotfix duplicate <#n>")]
    [InlineData("/hotfix resume")]
    [InlineData("/hotfix timeline [add <text>] [--at <time>]")]
    [InlineData("/hotfix role <commander|comms|scribe> <@login>")]
    [InlineData("/hotfix help [verb]")]
    public void A_verb_is_shown_in_one_line(string usage) => Assert.Equal(usage, Usage.Of(SampleVerbs.All.Single(rule => rule.Name == usage.Split(' ')[1])));
}
