using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix role</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class RoleScenarios
{
    [Fact]
    public async Task Gives_somebody_a_part_and_undo_gives_it_back()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        await hotfix.TellAsync(issue, "/hotfix role scribe @sam\n/hotfix role commander @dana");
        Assert.Equal("- **Roles** commander `dana`, scribe `sam`.", issue.CardLine("Roles"));

        (await hotfix.TellAsync(issue, "/hotfix role commander @eve")).IsDone();
        Assert.Equal("- **Roles** commander `eve`, scribe `sam`.", issue.CardLine("Roles"));
        (await hotfix.TellAsync(issue, "/hotfix role commander @Eve")).IsRefused("`Eve` is the commander already.");

        (await hotfix.TellAsync(issue, "/hotfix undo")).IsDone();
        Assert.Equal("- **Roles** commander `dana`, scribe `sam`.", issue.CardLine("Roles"));
    }

    [Fact]
    public async Task Is_refused_with_another_part_without_anybody_and_to_those_who_may_not()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        Assert.Contains("did you mean `commander`?", (await hotfix.TellAsync(issue, "/hotfix role comander @dana")).Answer, StringComparison.Ordinal);
        Assert.Contains("`/hotfix role commander` needs a login like `@mia`.", (await hotfix.TellAsync(issue, "/hotfix role commander")).Answer, StringComparison.Ordinal);
        (await hotfix.TellAsync(issue, "/hotfix role scribe @dana", "beta-user")).IsRefused("You have the role `read` in this repository, and `role` needs `triage`.");
        Assert.Null(issue.CardLine("Roles"));
    }
}
