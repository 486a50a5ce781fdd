using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix status</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class StatusScenarios
{
    [Fact]
    public async Task Answers_anybody_and_the_older_answer_is_folded_away()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        var first = await hotfix.TellAsync(issue, "/hotfix status", "somebody");
        Assert.Equal(Heard.Done, first.Signs);
        Assert.StartsWith("### P0", first.Answer, StringComparison.Ordinal);
        var second = await hotfix.TellAsync(issue, "/hotfix status");

        Assert.Equal([second.Answer], issue.Standing());
    }

    [Fact]
    public async Task Is_refused_with_an_argument_and_to_those_who_may_not_read()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        hotfix.Repository.Roles["outsider"] = "none";

        (await hotfix.TellAsync(issue, "/hotfix status now")).IsRefused("`/hotfix status` takes nothing more, and `now` is too much; a remark goes after `--`. Usage: `/hotfix status`.");
        (await hotfix.TellAsync(issue, "/hotfix status", "outsider")).IsRefused("You have no role in this repository, and `status` needs `read`.");
    }
}
