using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix verified</c>, over HTTP: done, refused, taken back, and twice.</summary>
public sealed class VerifiedScenarios
{
    [Fact]
    public async Task Testers_confirm_once_each_and_undo_takes_it_back()
    {
        var (hotfix, pull) = await Gated.StartAsync("tried: tester(2)", "gate:\n  testers: [tess, tom]\n");
        await using var _ = hotfix;
        var issue = hotfix.Repository.Issues[0];

        (await hotfix.CommandedAsync(issue, "/hotfix verified", "tess")).IsDone();
        Assert.Contains("You confirmed", (await hotfix.CommandedAsync(issue, "/hotfix verified", "tess")).Answer, StringComparison.Ordinal);
        Assert.Equal("failure", pull.Gate().Conclusion);

        (await hotfix.CommandedAsync(pull.Issue, "/hotfix verified", "tom")).IsDone();
        Assert.Equal("success", pull.Gate().Conclusion);

        hotfix.Repository.Roles["tom"] = "triage";
        (await hotfix.CommandedAsync(issue, "/hotfix undo", "tom")).IsDone();
        Assert.Equal("failure", pull.Gate().Conclusion);
    }

    [Fact]
    public async Task Nobody_else_confirms()
    {
        var (hotfix, pull) = await Gated.StartAsync("tried: tester(1)", "gate:\n  testers: [tess]\n");
        await using var _ = hotfix;

        (await hotfix.CommandedAsync(pull.Issue, "/hotfix verified", "rita")).IsRefused("Only testers confirm fixes, and you are not on the list that the config has under `gate.testers`.");

        await using var other = await Released.StartAsync();
        var issue = await other.ReportAsync();
        (await other.TellAsync(issue, "/hotfix verified")).IsRefused("The config has no testers: name them under `gate.testers`.");
    }
}
