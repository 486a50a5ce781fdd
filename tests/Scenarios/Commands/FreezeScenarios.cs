using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios.Commands;

/// <summary><c>/hotfix freeze</c> and <c>thaw</c>, over HTTP: for all hotfixes of the repository, until a time, past by a P0, taken back.</summary>
public sealed class FreezeScenarios
{
    [Fact]
    public async Task Shuts_every_gate_until_it_is_thawed_and_a_P0_may_pass_with_a_reason()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        var issue = hotfix.Repository.Issues[0];
        var (other, _) = await hotfix.FileAsync("The color is wrong");
        await hotfix.JudgedAsync(pull.Tick("read"));

        Assert.StartsWith("Frozen, until somebody says `/hotfix thaw`: ", (await hotfix.TellAsync(other, "/hotfix freeze --reason the store is being migrated")).Answer, StringComparison.Ordinal);
        await hotfix.GitHub.WaitUntilAsync(_ => pull.Gate().Conclusion == "failure", TestContext.Current.CancellationToken);
        Assert.Contains("**Frozen**, the whole repository, by `maintainer` on ", pull.Gate().Summary, StringComparison.Ordinal);

        (await hotfix.CommandedAsync(issue, "/hotfix override freeze --reason users lose data")).IsDone();
        Assert.Equal("success", pull.Gate().Conclusion);
        (await hotfix.CommandedAsync(issue, "/hotfix override --cancel")).IsDone();
        Assert.Equal("failure", pull.Gate().Conclusion);

        (await hotfix.TellAsync(other, "/hotfix thaw")).IsDone();
        await hotfix.GitHub.WaitUntilAsync(_ => pull.Gate().Conclusion == "success", TestContext.Current.CancellationToken);
        (await hotfix.TellAsync(other, "/hotfix thaw")).IsRefused("Nothing is frozen here.");

        (await hotfix.TellAsync(other, "/hotfix undo")).IsDone();
        await hotfix.GitHub.WaitUntilAsync(_ => pull.Gate().Conclusion == "failure", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Ends_by_itself_at_its_time()
    {
        await using var hotfix = await Released.StartAsync("pull_request:\n  checklist:\n    - { id: read, text: Read. }\n", time: new FastTime(600));
        hotfix.Repository.Roles["maintainer"] = "admin";
        var issue = await hotfix.ReportAsync();
        (await hotfix.TellAsync(issue, "/hotfix start")).IsDone();
        var pull = hotfix.Fix();
        await hotfix.HearAsync([pull.Tick("read")]);
        await hotfix.GitHub.WaitUntilAsync(_ => pull.Gates() is [.., { Conclusion: "success" }], TestContext.Current.CancellationToken);

        Assert.StartsWith("Frozen until ", (await hotfix.TellAsync(issue, "/hotfix freeze --until 5m --reason lunch")).Answer, StringComparison.Ordinal);
        await hotfix.GitHub.WaitUntilAsync(_ => pull.Gate().Conclusion == "failure", TestContext.Current.CancellationToken);
        await hotfix.GitHub.WaitUntilAsync(_ => pull.Gate().Conclusion == "success", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Wants_a_reason_a_time_to_come_and_the_right()
    {
        await using var hotfix = await Released.StartAsync();
        hotfix.Repository.Roles["maintainer"] = "admin";
        hotfix.Repository.Roles["sam"] = "write";
        var issue = await hotfix.ReportAsync();

        (await hotfix.TellAsync(issue, "/hotfix freeze")).IsRefused("Say why: `--reason <text>`. Whoever looks at it later has only that.");
        (await hotfix.TellAsync(issue, "/hotfix freeze --until yesterday --reason no")).IsRefused("`yesterday` is no time to come. Write `18:00`, `4h`, `2d` or `2026-12-24T18:00Z`.");
        (await hotfix.TellAsync(issue, "/hotfix freeze --until 2020-01-01T00:00Z --reason no")).IsRefused("`2020-01-01T00:00Z` is no time to come. Write `18:00`, `4h`, `2d` or `2026-12-24T18:00Z`.");
        Assert.Equal(Heard.Refused, (await hotfix.TellAsync(issue, "/hotfix freeze --reason no", "sam")).Signs);
    }
}
