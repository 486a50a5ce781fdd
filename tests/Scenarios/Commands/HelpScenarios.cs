using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix help</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class HelpScenarios
{
    [Theory]
    [InlineData("/hotfix")]
    [InlineData("/HOTFIX help")]
    [InlineData("/hotfix --help")]
    public async Task Lists_the_verbs_to_anybody(string line)
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");
        hotfix.GitHub.Calls.Clear();

        var told = await hotfix.TellAsync(issue, line, "somebody");

        Assert.Equal(Heard.Done, told.Signs);
        Assert.All(Hotfix.Commands.Registry.Verbs, verb => Assert.Contains($"| `/hotfix {verb.Rule.Name}", told.Answer, StringComparison.Ordinal));
        Assert.Equal(["POST reactions", "POST comments", "POST reactions"], hotfix.GitHub.Calls.All.Select(call => $"{call.Method} {call.Path.Split('/')[^1]}"));
    }

    [Fact]
    public async Task Says_how_one_is_used_and_twice_folds_the_older_answer_away()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        var first = await hotfix.TellAsync(issue, "/hotfix help abandon");
        Assert.Equal(first.Answer, (await hotfix.TellAsync(issue, "/hotfix abandon --help", "beta-user")).Answer);

        Assert.Equal(
            """
            `/hotfix abandon [--reason <text>] [--dry-run]`

            Gives the hotfix up: its pull request is closed, its branch stays, and the issue is closed as not planned.

            - **Where** issue.
            - **Who** write.
            - **Undo** Issue and pull request are opened again.
            - `--dry-run` shows what would happen.
            - **Example** `/hotfix abandon --reason the feature goes away`
            """.ReplaceLineEndings("\n"),
            Assert.Single(issue.Standing()));
    }

    [Fact]
    public async Task An_unknown_verb_gets_the_nearest_one()
    {
        await using var hotfix = await HotfixTester.StartAsync();
        var (issue, _) = await hotfix.FileAsync("The color is wrong");

        (await hotfix.TellAsync(issue, "/hotfix help abandn")).IsRefused("`/hotfix help` takes a command's name, not `abandn`; did you mean `abandon`? Usage: `/hotfix help [verb]`.");
        (await hotfix.TellAsync(issue, "/hotfix serverity P1", "somebody")).IsRefused("There is no command `serverity`; did you mean `severity`? Usage: `/hotfix severity <P0..P3> [--reason <text>]`.");
        (await hotfix.TellAsync(issue, "/hotfix dance")).IsRefused("There is no command `dance`; `/hotfix help` lists those there are.");
    }
}
