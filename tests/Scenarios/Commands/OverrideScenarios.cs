using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix override</c>, over HTTP: done, refused, ended by a push, cancelled, taken back, and followed up.</summary>
public sealed class OverrideScenarios
{
    [Fact]
    public async Task Lets_an_item_pass_until_the_next_push_and_somebody_else_looks_at_it()
    {
        var (hotfix, pull) = await Gated.StartAsync("tested: tests-changed");
        await using var _ = hotfix;
        var issue = hotfix.Repository.Issues[0];

        (await hotfix.CommandedAsync(issue, "/hotfix override tested --reason CI has no browser; @octocat knows")).IsDone();
        Assert.Equal(("success", "Passed by somebody"), (pull.Gate().Conclusion, pull.Standing("tested")));
        var followUp = hotfix.Repository.Issues[^1];
        Assert.Equal("Look at what was let pass in the hotfix of #1: tested", followUp.Title);
        Assert.Contains("`CI has no browser; @octocat knows`", followUp.Body, StringComparison.Ordinal);

        (await hotfix.CommandedAsync(issue, "/hotfix close")).IsRefused($"#{followUp.Number} is open: somebody other than `maintainer` has to look at what was let pass (tested) and close it.");
        followUp.Close(by: "maintainer");
        Assert.StartsWith($"#{followUp.Number} was closed by `maintainer`; `maintainer` let tested pass, and somebody else has to look at it and close it.", (await hotfix.CommandedAsync(issue, "/hotfix close")).Answer.Split("\n\n")[^1], StringComparison.Ordinal);

        await hotfix.JudgedAsync(pull.Push("src/popup.js", "openSafely();\n"));
        Assert.Equal(("failure", "Open"), (pull.Gate().Conclusion, pull.Standing("tested")));

        followUp.Reopen("maintainer");
        followUp.Close(by: "rita");
        (await hotfix.CommandedAsync(issue, "/hotfix close")).IsDone();
    }

    [Theory]
    [InlineData("/hotfix override --cancel")]
    [InlineData("/hotfix override tested --cancel")]
    [InlineData("/hotfix undo")]
    public async Task Cancelled_or_taken_back_the_item_counts_and_the_follow_up_is_closed(string command)
    {
        var (hotfix, pull) = await Gated.StartAsync("tested: tests-changed");
        await using var _ = hotfix;
        var issue = hotfix.Repository.Issues[0];
        (await hotfix.CommandedAsync(issue, "/hotfix override tested --reason no browser")).IsDone();

        (await hotfix.CommandedAsync(issue, command)).IsDone();

        Assert.Equal("failure", pull.Gate().Conclusion);
        Assert.NotNull(hotfix.Repository.Issues[^1].Closed);
    }

    [Fact]
    public async Task Wants_an_item_a_reason_and_the_right()
    {
        var (hotfix, pull) = await Gated.StartAsync("tested: tests-changed");
        await using var _ = hotfix;

        (await hotfix.CommandedAsync(pull.Issue, "/hotfix override tested")).IsRefused("Say why: `--reason <text>`. Whoever looks at it later has only that.");
        (await hotfix.CommandedAsync(pull.Issue, "/hotfix override testd --reason no")).IsRefused("There is no item `testd`: did you mean `tested`? There are `tested`.");
        (await hotfix.CommandedAsync(pull.Issue, "/hotfix override freeze --reason no")).IsRefused("A freeze lets only a P0 pass, and only while there is one. `/hotfix thaw` ends it for everybody.");
        (await hotfix.CommandedAsync(pull.Issue, "/hotfix override --cancel")).IsRefused("Nothing is overridden here.");
        Assert.Equal(Heard.Refused, (await hotfix.CommandedAsync(pull.Issue, "/hotfix override tested --reason no", "rita")).Signs);
        Assert.Equal("failure", pull.Gate().Conclusion);
    }
}
