using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix timeline</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class TimelineScenarios
{
    [Fact]
    public async Task Shows_what_happened_in_order_each_once()
    {
        await using var hotfix = await HotfixTester.StartAsync(new FastTime(600));
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        await hotfix.TellAsync(issue, "/hotfix severity P1");
        await hotfix.TellAsync(issue, "/hotfix pause store");
        await hotfix.TellAsync(issue, "/hotfix close");

        var told = await hotfix.TellAsync(issue, "/hotfix timeline");

        Assert.Equal(
            [
                "reported", "triaged as P3", "`maintainer` responded", "`maintainer` said `/hotfix severity P1`", "triaged as P1", "`maintainer` said `/hotfix pause store`",
                "the clocks stand still, as `maintainer` said: waiting for the store", "`maintainer` said `/hotfix close`", "closed",
            ],
            told.Answer.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line.Split(": ", 2)[1]));
    }

    [Fact]
    public async Task A_line_that_was_added_stands_where_it_belongs_and_undo_takes_it_out()
    {
        await using var hotfix = await HotfixTester.StartAsync(new ManualTime());
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        (await hotfix.TellAsync(issue, "/hotfix timeline add the <b>store</b> called @everyone --at 11:05")).IsDone();
        (await hotfix.TellAsync(issue, $"/hotfix timeline add {new string('x', 250)}")).IsDone();

        var lines = (await hotfix.TellAsync(issue, "/hotfix timeline")).Answer.Split('\n');
        Assert.Equal("- 2026-11-20 11:05 UTC: `maintainer`: `the <b>store</b> called @everyone`", lines[2]);
        Assert.Contains(lines, line => line.EndsWith($"`{new string('x', 250)}`", StringComparison.Ordinal));

        // Looking at it is nothing to take back.
        Assert.Single((await hotfix.TellAsync(issue, "/hotfix undo")).Hotfix!.Notes);
        Assert.Empty((await hotfix.TellAsync(issue, "/hotfix undo")).Hotfix!.Notes);
    }

    [Fact]
    public async Task Is_refused_with_a_time_to_come_without_text_and_to_those_who_may_not()
    {
        await using var hotfix = await HotfixTester.StartAsync(new ManualTime());
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        (await hotfix.TellAsync(issue, "/hotfix timeline add later --at 2026-11-21T14:05Z")).IsRefused("`2026-11-21T14:05Z` is not a time in the past. Write `14:05`, `2026-11-20T14:05Z` or `\"2026-11-20 14:05\"`; without a zone it is UTC.");
        (await hotfix.TellAsync(issue, "/hotfix timeline --at 11:00")).IsRefused("`--at` goes with a line to add: `/hotfix timeline add <text> --at 14:05`.");
        Assert.Contains("`/hotfix timeline add` needs a text: `<text>`.", (await hotfix.TellAsync(issue, "/hotfix timeline add")).Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, "/hotfix timeline", "beta-user")).IsRefused("You have the role `read` in this repository, and `timeline` needs `triage`.");
    }
}
