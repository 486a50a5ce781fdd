using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix hold</c> and <c>unhold</c>, over HTTP: done, refused, taken back, and twice.</summary>
public sealed class HoldScenarios
{
    [Fact]
    public async Task Shuts_the_gate_whatever_its_items_say_until_it_is_let_go()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        var issue = hotfix.Repository.Issues[0];
        await hotfix.JudgedAsync(pull.Tick("read"));
        Assert.Equal("success", pull.Gate().Conclusion);

        (await hotfix.CommandedAsync(issue, "/hotfix hold --reason it breaks @everyone's import")).IsDone();
        Assert.Equal("failure", pull.Gate().Conclusion);
        Assert.Contains("**Held** by `maintainer` on ", pull.Gate().Summary, StringComparison.Ordinal);
        Assert.Contains("because `it breaks @everyone's import`", pull.Gate().Summary, StringComparison.Ordinal);
        Assert.StartsWith("`maintainer` holds the gate since ", (await hotfix.CommandedAsync(issue, "/hotfix hold")).Answer.Split("\n\n")[^1], StringComparison.Ordinal);

        (await hotfix.CommandedAsync(pull.Issue, "/hotfix unhold")).IsDone();
        Assert.Equal("success", pull.Gate().Conclusion);
        (await hotfix.CommandedAsync(issue, "/hotfix unhold")).IsRefused("Nobody holds the gate.");

        (await hotfix.CommandedAsync(issue, "/hotfix undo")).IsDone();
        Assert.Equal("failure", pull.Gate().Conclusion);
        (await hotfix.CommandedAsync(issue, "/hotfix undo")).IsDone();
        Assert.Equal("success", pull.Gate().Conclusion);
    }

    [Fact]
    public async Task Needs_the_right_to_write_and_a_gate()
    {
        var (hotfix, _) = await Gated.StartAsync("read: manual");
        await using var running = hotfix;
        hotfix.Repository.Roles["sam"] = "triage";
        Assert.Equal(Heard.Refused, (await hotfix.CommandedAsync(hotfix.Repository.Issues[0], "/hotfix hold", "sam")).Signs);

        await using var other = await Released.StartAsync();
        var issue = await other.ReportAsync();
        Assert.Equal(Heard.Refused, (await other.TellAsync(issue, "/hotfix hold")).Signs);
        Assert.Equal(Heard.Refused, (await other.TellAsync(issue, "/hotfix unhold")).Signs);
    }
}
