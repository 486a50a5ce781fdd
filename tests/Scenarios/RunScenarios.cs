using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>The run of the hotfix workflow is followed on the card, whoever set it off; and where the configuration says so, a start has GitHub run it.</summary>
public sealed class RunScenarios
{
    private const string Workflow = "on:\n  workflow_dispatch:\n    inputs: { severity: {}, target: {}, version: {}, plan: {} }\n";

    [Fact]
    public async Task A_run_is_queued_runs_fails_and_is_run_again()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        var issue = hotfix.Repository.Issues[0];
        var (run, requested) = hotfix.Repository.Start(pull.HeadBranch, by: "hotfix-sandbox[bot]");
        var line = $"- **Workflow** [run {run.Id}]({run.HtmlUrl}) of `{pull.Head.Sha[..7]}`";

        await hotfix.HearAsync([requested]);
        Assert.Equal($"{line} is queued.", issue.CardLine("Workflow"));

        await hotfix.HearAsync([run.Begin()]);
        Assert.StartsWith($"{line} runs since 20", issue.CardLine("Workflow"), StringComparison.Ordinal);

        await hotfix.HearAsync([run.Finish("failure")]);
        Assert.Equal($"{line} failed.", issue.CardLine("Workflow"));

        await hotfix.HearAsync([requested]); // told late, and of the attempt that is over
        Assert.Equal($"{line} failed.", issue.CardLine("Workflow"));

        await hotfix.HearAsync([run.Rerun()]);
        Assert.Equal($"- **Workflow** [run {run.Id}, attempt 2]({run.HtmlUrl}) of `{pull.Head.Sha[..7]}` is queued.", issue.CardLine("Workflow"));

        await hotfix.HearAsync([run.Finish("success")]);
        Assert.EndsWith("succeeded.", issue.CardLine("Workflow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_failed_after_it_had_reported_success_is_on_the_card()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        var (run, requested) = hotfix.Repository.Start(pull.HeadBranch);
        await hotfix.HearAsync([requested, run.Begin()]);
        await hotfix.TellAsync(run, Reporting.Report());
        Assert.Null(hotfix.Repository.Issues[0].CardLine("Workflow"));

        await hotfix.HearAsync([run.Finish("failure")]);
        Assert.EndsWith("failed.", hotfix.Repository.Issues[0].CardLine("Workflow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_of_other_workflows_commits_and_branches_are_none_of_the_card_s()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        var (late, requested) = hotfix.Repository.Start(pull.HeadBranch);
        await hotfix.HearAsync([hotfix.Repository.Start(pull.HeadBranch, ".github/workflows/ci.yml").Delivery, hotfix.Repository.Start("main").Delivery, hotfix.Repository.Start(pull.HeadBranch, @event: "pull_request").Delivery]);
        await hotfix.JudgedAsync(pull.Push("src/popup.js", "openSafely();\n"));
        await hotfix.HearAsync([requested, late.Finish()]);

        Assert.Null(hotfix.Repository.Issues[0].CardLine("Workflow"));
        Assert.DoesNotContain(hotfix.Handlings.All, handled => handled.Head.Failure is not null);
    }

    [Fact]
    public async Task A_start_has_GitHub_run_the_workflow_with_what_it_is_for()
    {
        await using var hotfix = await StartedAsync(Workflow);

        var run = Assert.Single(hotfix.Repository.Runs);
        var fix = hotfix.Handlings.All.Last(handled => handled.Hotfix?.Fix is not null).Hotfix!.Fix!;
        Assert.Equal((hotfix.Fix().HeadBranch, hotfix.Fix().Head.Sha, "workflow_dispatch"), (run.Branch, run.Commit.Sha, run.Event));
        Assert.Equal(["P0", "beta", "1.0.1"], new[] { run.Inputs["severity"], run.Inputs["target"], run.Inputs["version"] });
        Assert.Equal(Hotfix.Builds.PlanHash.Of(fix), run.Inputs["plan"]);
        Assert.Equal(run.Id, fix.Run!.Id);
        Assert.Contains($"[run {run.Id}]", hotfix.Repository.Issues[0].CardLine("Workflow"), StringComparison.Ordinal);
        Assert.Empty(hotfix.Exchanges.Where(exchange => exchange.Target.Contains("/actions/", StringComparison.Ordinal)).SelectMany(exchange => OpenApi.GitHub.Check(exchange.Method, exchange.Target, exchange.RequestBody, exchange.Status, exchange.ResponseBody)));
    }

    [Fact]
    public async Task A_severity_that_the_pipeline_is_not_for_starts_no_run_and_says_so()
    {
        await using var hotfix = await StartedAsync(Workflow, config: "pipeline: { dispatch: true, severities: [P1, P2] }\n");

        Assert.Empty(hotfix.Repository.Runs);
        Assert.EndsWith("The workflow is not started for it, because `pipeline.severities` does not name P0.", hotfix.Repository.Issues[0].CardLine("Version"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workflow_that_cannot_be_run_is_told_and_the_start_is_done_all_the_same()
    {
        await using var hotfix = await StartedAsync("on: push\n");

        Assert.Empty(hotfix.Repository.Runs);
        Assert.True(hotfix.Fix().IsDraft);
        Assert.StartsWith("- **Workflow** GitHub did not start it: `GitHub finds the request to run the workflow hotfix.yml of acme/extension on ", hotfix.Repository.Issues[0].CardLine("Workflow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_lost_starts_no_second_run()
    {
        await using var hotfix = await StartedAsync(Workflow, tester => tester.GitHub.Faults.Next(SandboxFault.DropAfter, 1, (_, path) => path.EndsWith("/dispatches", StringComparison.Ordinal)));

        Assert.Equal(Assert.Single(hotfix.Repository.Runs).Id, hotfix.Handlings.All.Last(handled => handled.Hotfix?.Fix is not null).Hotfix!.Fix!.Run!.Id);
    }

    private static async Task<HotfixTester> StartedAsync(string workflow, Action<HotfixTester>? before = null, string config = "pipeline: { dispatch: true }\n")
    {
        var hotfix = await Released.StartAsync(config, workflow: workflow);
        before?.Invoke(hotfix);
        var issue = await hotfix.ReportAsync();
        (await hotfix.TellAsync(issue, "/hotfix start")).IsDone();
        await hotfix.Handlings.UntilAsync(Gated.IsVerdict, TestContext.Current.CancellationToken);

        return hotfix;
    }
}
