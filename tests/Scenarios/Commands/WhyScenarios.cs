using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix why</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class WhyScenarios
{
    [Fact]
    public async Task Answers_anybody_and_the_older_answer_is_folded_away()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        var first = await hotfix.TellAsync(issue, "/hotfix why", "somebody");
        Assert.Equal(Heard.Done, first.Signs);
        Assert.StartsWith("### Why P0", first.Answer, StringComparison.Ordinal);
        var second = await hotfix.TellAsync(issue, "/hotfix why");

        Assert.Equal([second.Answer], issue.Standing());
    }

    [Fact]
    public async Task Is_refused_with_an_argument_and_to_those_who_may_not_read()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");
        hotfix.Repository.Roles["outsider"] = "none";

        (await hotfix.TellAsync(issue, "/hotfix why now")).IsRefused("`/hotfix why` takes nothing more, and `now` is too much; a remark goes after `--`. Usage: `/hotfix why`.");
        (await hotfix.TellAsync(issue, "/hotfix why", "outsider")).IsRefused("You have no role in this repository, and `why` needs `read`.");
    }

    [Fact]
    public async Task Shows_inputs_rule_and_sum()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.Repository.Push("main", ".github/hotfix.yml", "rules:\n  prepend:\n    - { name: ours, severities: [P0], decision: batch }\n");
        var (issue, _) = await hotfix.FileAsync("The extension crashes for all users");

        var lines = (await hotfix.TellAsync(issue, "/hotfix why")).Answer.Split('\n');

        Assert.Contains(lines, line => line.StartsWith("- **Severity** P0: `crashes` in the title", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("- **Score** ", StringComparison.Ordinal) && line.Contains(" × ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("by the rule [`ours`](https://github.com/acme/extension/blob/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_refused_where_nothing_was_triaged()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        hotfix.GitHub.State.User("reporter[bot]", "Bot");
        var (issue, opened) = hotfix.Repository.File("The color is wrong", "", "reporter[bot]");
        await hotfix.HearAsync(opened);

        (await hotfix.TellAsync(issue, "/hotfix why")).IsRefused("This issue has not been triaged yet. `/hotfix triage` does it now.");
    }
}
