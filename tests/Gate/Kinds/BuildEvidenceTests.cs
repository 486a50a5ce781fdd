using Hotfix.Domain;
using Hotfix.Gate;
using static Hotfix.Tests.Gate.Gating;

namespace Hotfix.Tests.Gate.Kinds;

/// <summary><c>build-green</c> and <c>security-scan</c>: both believe a report of exactly the newest commit and no other.</summary>
public sealed class BuildEvidenceTests
{
    private const string Page = "https://github.com/acme/extension/actions/runs/9/attempts/1";

    [Theory]
    [InlineData("build-green", "[run 9](https://github.com/acme/extension/actions/runs/9/attempts/1) built `2222222`.")]
    [InlineData("security-scan", "[run 9](https://github.com/acme/extension/actions/runs/9/attempts/1) found nothing: `npm audit`, `lint`.")]
    public void A_report_of_the_head_closes_it_and_a_dry_run_s_does_too(string evidence, string says)
    {
        Assert.Equal(Finding.Closed(says), Look(evidence, With(Good)));
        Assert.Equal(Finding.Closed(says), Look(evidence, With(Good with { IsRehearsal = true })));
    }

    [Theory]
    [InlineData("build-green")]
    [InlineData("security-scan")]
    public void Any_other_commit_s_does_not_be_it_of_an_own_commit_below_or_of_a_push_above(string evidence)
    {
        Assert.Equal("The hotfix workflow told of `1111111`, and not of `2222222`: run it on the newest commit.", Look(evidence, With(Good with { Commit = Fixed })).Says);
        Assert.Equal(ItemStanding.Open, Standing(evidence, With(Good).WithPush()));
    }

    [Theory]
    [InlineData("build-green")]
    [InlineData("security-scan")]
    public void Without_a_report_it_says_what_would_bring_one(string evidence)
    {
        Assert.Equal(Finding.Open("The hotfix workflow told nothing of `2222222`: run `.github/workflows/hotfix.yml` on `hotfix/v1.0.1-crash`."), Look(evidence, Facts));
        Assert.Equal(ItemStanding.Waiting, Standing(evidence, With(RunStanding.Queued)));
        Assert.Equal(new(ItemStanding.Waiting, $"The hotfix workflow has not told yet what came of `2222222`; [its run]({Page}) is under way."), Look(evidence, With(RunStanding.Running)));
        Assert.Equal(Finding.Open($"[The run]({Page}) of the hotfix workflow on `2222222` is over and told nothing: its last step is to be `hotfix report`; run it again."), Look(evidence, With(RunStanding.Succeeded)));
    }

    [Fact]
    public void A_build_that_failed_was_cancelled_or_has_a_red_check_is_not_green()
    {
        Assert.Equal(
            new(ItemStanding.Failing, $"[run 9]({Page}) failed at `unit tests`; red: `unit`. Mend it and push, or run it again."),
            Look("build-green", With(Good with { Result = BuildResult.Failure, FailedStep = "unit tests", Checks = [new("unit", BuildCheckKind.Test, BuildConclusion.Failure)] })));
        Assert.Equal(ItemStanding.Failing, Standing("build-green", With(Good with { Checks = [new("unit", BuildCheckKind.Test, BuildConclusion.Failure)] })));
        Assert.Equal(Finding.Open($"[run 9]({Page}) was cancelled: run it again."), Look("build-green", With(Good with { Result = BuildResult.Cancelled })));
    }

    [Fact]
    public void A_scan_needs_an_audit_that_was_carried_out_and_found_nothing_whatever_became_of_the_build()
    {
        Assert.Equal(ItemStanding.Closed, Standing("security-scan", With(Good with { Result = BuildResult.Failure })));
        Assert.Equal(ItemStanding.Failing, Standing("security-scan", With(Good with { Checks = [.. Good.Checks, new("bandit", BuildCheckKind.Audit, BuildConclusion.Failure)] })));
        Assert.Equal(ItemStanding.Failing, Standing("security-scan", With(Good with { Checks = [.. Good.Checks, new("eslint", BuildCheckKind.Lint, BuildConclusion.Failure)] })));
        Assert.Equal(
            Finding.Open($"[run 9]({Page}) tells of no audit that was carried out: it takes a check of the kind `audit`, and one that is skipped is none."),
            Look("security-scan", With(Good with { Checks = [new("npm audit", BuildCheckKind.Audit, BuildConclusion.Skipped), new("lint", BuildCheckKind.Lint, BuildConclusion.Success)] })));
    }

    [Theory]
    [InlineData("build-green")]
    [InlineData("security-scan")]
    public void GitHub_s_word_on_the_run_is_above_its_own(string evidence)
    {
        GateFacts After(RunStanding standing, int attempt = 1, long run = 9) => With(Good) with { Fix = With(Good).Fix with { Run = new(run, attempt, Head, standing, Now, Page) } };

        Assert.Equal(new(ItemStanding.Failing, $"[run 9]({Page}) told that it succeeded, and failed after that. Mend it and push, or run it again."), Look(evidence, After(RunStanding.Failed)));
        Assert.Equal(Finding.Open($"[run 9]({Page}) told that it succeeded, and was cancelled after that: run it again."), Look(evidence, After(RunStanding.Cancelled)));
        Assert.Equal(ItemStanding.Failing, Standing(evidence, After(RunStanding.Failed, attempt: 2)));
        Assert.Equal(ItemStanding.Closed, Standing(evidence, After(RunStanding.Succeeded)));
        Assert.Equal(ItemStanding.Closed, Standing(evidence, After(RunStanding.Failed, run: 8)));
    }

    [Fact]
    public void Nothing_that_was_built_or_tested_is_no_green_build()
    {
        Assert.Equal(
            Finding.Open($"[run 9]({Page}) tells of nothing that was built or tested: it takes a check of the kind `build` or `test` that succeeded."), Look("build-green", With(Good with { Checks = [] })));
        Assert.Equal(
            ItemStanding.Open,
            Standing("build-green", With(Good with { Checks = [new("unit", BuildCheckKind.Test, BuildConclusion.Skipped), new("npm audit", BuildCheckKind.Audit, BuildConclusion.Success)] })));
        Assert.Equal(ItemStanding.Closed, Standing("build-green", With(Good with { Checks = [new("build", BuildCheckKind.Build, BuildConclusion.Success)] })));
    }

    [Theory]
    [InlineData("build-green(1)", "has arguments, and build-green takes none")]
    [InlineData("security-scan(by: security)", "has an argument named by, and security-scan has none with a name; what holds a colon stands in quotes")]
    public void Neither_takes_arguments(string evidence, string objection) => Assert.Equal(objection, Objection(evidence));

    private static Build Good { get; } = new(
        9, 1, Head, "heads/hotfix/v1.0.1-crash", Now, Page, BuildResult.Success,
        Checks: [new("npm audit", BuildCheckKind.Audit, BuildConclusion.Success), new("lint", BuildCheckKind.Lint, BuildConclusion.Success), new("unit", BuildCheckKind.Test, BuildConclusion.Success)]);

    private static GateFacts With(Build build) => Facts with { Fix = Facts.Fix with { Build = build } };

    private static GateFacts With(RunStanding standing) => Facts with { Fix = Facts.Fix with { Run = new(9, 1, Head, standing, Now, Page) } };
}
