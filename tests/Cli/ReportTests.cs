using System.Text.Json.Nodes;
using Hotfix.Domain;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Cli;

/// <summary><c>hotfix report</c>, as the last step of a workflow runs it.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotfix-report-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_reports_and_the_token_is_masked_and_nowhere_else()
    {
        var (hotfix, pull) = await StartAsync();
        await using var _ = hotfix;
        var run = hotfix.Repository.Start(pull.HeadBranch).Run;

        var (code, output, error) = await RunAsync(hotfix, run, Reporting.Report());

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("::add-mask::ey", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{Address(hotfix)} took the report in as delivery build-{run.Id}-1-", Assert.Single(lines[1..]), StringComparison.Ordinal);
        Assert.DoesNotContain(lines[0]["::add-mask::".Length..], lines[1], StringComparison.Ordinal);
        await hotfix.Handlings.UntilAsync(handled => handled.Hotfix?.Fix?.Build is { Result: BuildResult.Success }, Cancellation);
    }

    [Theory]
    [InlineData(false, 0, "::warning title=Hotfix::The App was not told. ")]
    [InlineData(true, 1, "::error title=Hotfix::The App was not told. ")]
    public async Task What_the_app_refuses_is_told_in_its_words_and_fails_only_when_it_is_to(bool isStrict, int expected, string begins)
    {
        var (hotfix, _) = await StartAsync();
        await using var closing = hotfix;
        var run = hotfix.Repository.Start("main").Run;

        var (code, output, error) = await RunAsync(hotfix, run, Reporting.Report(), isStrict ? ["--strict"] : []);

        Assert.Equal((expected, ""), (code, error));
        var said = output.Split('\n')[1];
        Assert.StartsWith(begins, said, StringComparison.Ordinal);
        Assert.EndsWith("refused the report (401): The token is not believed: ref is `refs/heads/main`, and no hotfix has that branch or tag.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_wrong_is_told_where_it_was_made_and_nothing_is_sent()
    {
        var (hotfix, pull) = await StartAsync();
        await using var _ = hotfix;
        var run = hotfix.Repository.Start(pull.HeadBranch).Run;
        var asked = hotfix.Exchanges.Count;

        var (code, output, _) = await RunAsync(hotfix, run, new JsonObject { ["result"] = "fine" }, "--strict");

        Assert.Equal(1, code);
        Assert.EndsWith("In the report, `result` must be one of success, failure, cancelled.\n", output, StringComparison.Ordinal);
        Assert.Equal(asked, hotfix.Exchanges.Count);
    }

    [Theory]
    [InlineData("--to", "http://hotfix.example.com", "--to is 'http://hotfix.example.com': it is the App's public address, like https://hotfix.example.com; http is allowed for this machine alone.")]
    [InlineData("--to", "nonsense", "--to is 'nonsense': it is the App's public address, like https://hotfix.example.com; http is allowed for this machine alone.")]
    [InlineData("--strict", null, "Nobody said where the App is: give --to, or set HOTFIX_URL; it is the App's public address, like https://hotfix.example.com.")]
    public async Task A_wrong_address_is_one_sentence(string option, string? value, string sentence)
    {
        var (code, output, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), Cancellation, ["report", "--file", Write(Reporting.Report()), option, .. value is null ? Array.Empty<string>() : [value]]);

        Assert.Equal((value is null ? 1 : 0, "", $"The App was not told. {sentence}\n"), (code, output, error));
    }

    [Fact]
    public async Task Without_the_permission_it_says_which_one_the_job_needs()
    {
        var (code, _, error) = await HotfixProcess.RunAsync(new Dictionary<string, string>(), Cancellation, "report", "--file", Write(Reporting.Report()), "--to", "https://hotfix.example.com", "--strict");

        Assert.Equal(1, code);
        Assert.Contains("`permissions: id-token: write`", error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The app is told that it is reached where it listens, so that a process can reach it there.</summary>
    private static async Task<(HotfixTester Hotfix, SandboxPull Pull)> StartAsync()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        hotfix.Audience = Address(hotfix);

        return (hotfix, pull);
    }

    private static string Address(HotfixTester hotfix) => hotfix.Url.AbsoluteUri.TrimEnd('/');

    private Task<(int Code, string Output, string Error)> RunAsync(HotfixTester hotfix, SandboxRun run, JsonObject report, params string[] more) =>
        HotfixProcess.RunAsync(new Dictionary<string, string>(run.Variables) { ["HOTFIX_URL"] = $"{Address(hotfix)}/" }, Cancellation, ["report", "--file", Write(report), .. more]);

    private string Write(JsonObject report)
    {
        var path = Path.Combine(folder.FullName, "report.json");
        File.WriteAllText(path, report.ToJsonString());

        return path;
    }
}
