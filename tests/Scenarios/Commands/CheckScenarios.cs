using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix check</c>, over HTTP: done, refused, written wrongly, and twice.</summary>
public sealed class CheckScenarios
{
    [Fact]
    public async Task Judges_what_nobody_told_of()
    {
        var (hotfix, pull) = await Gated.StartAsync("tested: tests-changed");
        await using var _ = hotfix;
        pull.Push("tests/popup.test.js", "opens();\n"); // GitHub's deliveries are lost

        (await hotfix.CommandedAsync(hotfix.Repository.Issues[0], "/hotfix check")).IsDone();

        Assert.Equal("success", pull.Gate().Conclusion);
        (await hotfix.CommandedAsync(pull.Issue, "/hotfix check")).IsDone();
        Assert.Single(pull.Gates());
    }

    [Fact]
    public async Task Wants_a_gate_and_no_argument()
    {
        await using var hotfix = await Released.StartAsync();
        var issue = await hotfix.ReportAsync();

        (await hotfix.TellAsync(issue, "/hotfix check")).IsRefused("There is no gate yet: it is that of the hotfix's open pull request. `/hotfix start` makes one.");
        Assert.Contains("`/hotfix check` takes", (await hotfix.TellAsync(issue, "/hotfix check everything")).Answer, StringComparison.Ordinal);
    }
}
