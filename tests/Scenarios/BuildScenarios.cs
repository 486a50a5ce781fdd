using System.Net;
using System.Text.Json.Nodes;
using Hotfix.Domain;
using Hotfix.Handlers;
using Hotfix.Http;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;
using static Hotfix.Tests.Support.Reporting;

namespace Hotfix.Tests.Scenarios;

/// <summary>The hotfix workflow tells what came of it: who is believed, what is on the card, in the journal and in the gate.</summary>
public sealed class BuildScenarios
{
    private const string Fixed = "openSafely();\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_on_the_card_and_turns_the_gate_from_red_to_green()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green; scanned: security-scan");
        await using var _ = hotfix;
        var (run, requested) = hotfix.Repository.Start(pull.HeadBranch);
        await hotfix.JudgedAsync(requested, run.Begin());
        Assert.Equal(("Under way", "failure"), (pull.Standing("built"), pull.Gate().Conclusion));

        await hotfix.TellAsync(run, Report());
        await hotfix.SettledAsync();

        Assert.Equal(("success", "All 2 closed"), (pull.Gate().Conclusion, pull.Gate().Title));
        var issue = hotfix.Repository.Issues[0];
        Assert.Equal(
            $"- **Build** [run {run.Id}]({Page(run)}) built `1.0.1` from `{pull.Head.Sha[..7]}` for beta: it succeeded. 3 of 3 checks passed.",
            issue.CardLine("Build"));
        Assert.Equal($"- **Package** [`extension-1.0.1.zip`](https://example.com/extension-1.0.1.zip), SHA-256 `{new string('a', 64)}`.", issue.CardLine("Package"));
        Assert.Null(issue.CardLine("Workflow"));
        Assert.Contains($"reported on `{pull.Head.Sha[..7]}`: it succeeded", (await hotfix.TellAsync(issue, "/hotfix timeline")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_build_says_which_step_failed_and_leads_to_its_run()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        await using var _ = hotfix;
        var run = hotfix.Repository.Start(pull.HeadBranch).Run;

        await hotfix.TellAsync(run, Report(report =>
        {
            report["result"] = "failure";
            report["failed_step"] = "unit tests";
            report["checks"] = new JsonArray(Check("unit", "test", "failure", "2 of 40 failed, says @maintainer [here](https://evil.example)"));
        }));
        await hotfix.SettledAsync();

        Assert.Equal("Something speaks against it", pull.Standing("built"));
        Assert.Equal(
            $"- **Build** [run {run.Id}]({Page(run)}) built `1.0.1` from `{pull.Head.Sha[..7]}` for beta: it failed at `unit tests`. Failed: `unit` (`2 of 40 failed, says @maintainer [here](https://evil.example)`).",
            hotfix.Repository.Issues[0].CardLine("Build"));
    }

    [Fact]
    public async Task A_report_of_a_commit_that_is_the_head_no_more_is_kept_and_does_not_count()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        await using var _ = hotfix;
        var run = hotfix.Repository.Start(pull.HeadBranch).Run;
        await hotfix.JudgedAsync(pull.Push("src/popup.js", Fixed));

        var handled = await hotfix.TellAsync(run, Report());

        Assert.Equal(("a report that does not count", null), (handled.Head.Outcome, handled.Hotfix!.Fix!.Build));
        Assert.Null(hotfix.Repository.Issues[0].CardLine("Build"));
        Assert.Equal(("Open", "failure"), (pull.Standing("built"), pull.Gate().Conclusion));
        Assert.Contains(
            $"that does not count. It is of `{run.Commit.Sha[..7]}`, and the hotfix is at `{pull.Head.Sha[..7]}` by now.",
            (await hotfix.TellAsync(hotfix.Repository.Issues[0], "/hotfix timeline")).Answer,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_push_that_is_told_after_its_run_has_reported_does_not_make_the_report_late()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        await using var _ = hotfix;
        var deliveries = pull.Push("src/popup.js", Fixed);

        await hotfix.TellAsync(hotfix.Repository.Start(pull.HeadBranch).Run, Report());
        await hotfix.JudgedAsync(deliveries);

        Assert.Equal("success", pull.Gate().Conclusion);
    }

    [Fact]
    public async Task A_push_on_top_opens_the_gate_s_item_again_and_the_card_says_so()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        await using var _ = hotfix;
        await hotfix.TellAsync(hotfix.Repository.Start(pull.HeadBranch).Run, Report());
        await hotfix.SettledAsync();
        Assert.Equal("success", pull.Gate().Conclusion);

        await hotfix.JudgedAsync(pull.Push("src/popup.js", Fixed));

        Assert.Equal(("Open", "failure"), (pull.Standing("built"), pull.Gate().Conclusion));
        Assert.EndsWith("More was pushed since.", hotfix.Repository.Issues[0].CardLine("Build"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_report_twice_is_one_and_an_older_run_s_does_not_undo_a_newer_one_s()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        await using var _ = hotfix;
        var (older, newer) = (hotfix.Repository.Start(pull.HeadBranch).Run, hotfix.Repository.Start(pull.HeadBranch).Run);
        var token = hotfix.GitHub.State.Issuer.Mint(newer, HotfixTester.PublicUrl);
        var body = Report().ToJsonString();

        var first = await SendAsync(hotfix.Url, token, body);
        await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == first.Said, Cancellation);
        Assert.Equal(first, await SendAsync(hotfix.Url, token, body));
        var late = await hotfix.TellAsync(older, Report(report => report["result"] = "failure"));

        Assert.Equal((newer.Id, BuildResult.Success), (late.Hotfix!.Fix!.Build!.Run, late.Hotfix.Fix.Build.Result));
        Assert.Single(hotfix.Handlings.All, handled => handled.Head.Id == first.Said);
        Assert.Single(hotfix.Repository.Issues[0].Comments, comment => comment.Body.Contains("hotfix:card", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("production")]
    [InlineData(null)]
    public async Task Published_after_the_release_the_hotfix_is_published_in_whatever_order_it_is_told(string? channel)
    {
        var hotfix = await MergedAsync();
        await using var _ = hotfix;
        await hotfix.HearAsync(hotfix.Repository.Tag("v1.0.1", "release/v1.0.0").Deliveries);
        var run = hotfix.Repository.Start("tags/v1.0.1", @event: "release").Run;

        await hotfix.TellAsync(run, Report(report => Stored(report, "PENDING_REVIEW", 5, channel)));
        Assert.Equal(HotfixState.Merged, hotfix.State());
        Assert.Equal("- **Store** `1.0.1` of `tally` is `PENDING_REVIEW`, for 5 % of its users.", hotfix.Repository.Issues[0].CardLine("Store"));

        await hotfix.TellAsync(run, Report(report => Stored(report, "PUBLISHED", 100, channel)));
        Assert.Equal(HotfixState.Merged, hotfix.State());

        await hotfix.HearAsync(hotfix.Repository.Release("v1.0.1").Deliveries);
        Assert.Equal(HotfixState.Published, hotfix.State());
        Assert.Contains("Users get `1.0.1` from the store", hotfix.Repository.Issues[0].CardLine("Next step"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beta", "PUBLISHED")]
    [InlineData("staging", "PUBLISHED")]
    [InlineData("production", "PUBLISHED_TO_TESTERS")]
    [InlineData(null, "PUBLISHED_TO_TESTERS")]
    public async Task What_only_testers_have_is_not_published_and_does_not_hide_what_users_have(string? channel, string state)
    {
        var hotfix = await MergedAsync();
        await using var _ = hotfix;
        await hotfix.HearAsync(hotfix.Repository.Tag("v1.0.1", "release/v1.0.0").Deliveries);
        await hotfix.HearAsync(hotfix.Repository.Release("v1.0.1").Deliveries);

        await hotfix.TellAsync(hotfix.Repository.Start("tags/v1.0.1", @event: "release").Run, Report(report => Stored(report, state, 100, channel)));
        Assert.Equal(HotfixState.Released, hotfix.State());
        Assert.Equal($"- **Store** `1.0.1` of `tally` is `{state}`, for 100 % of its users.", hotfix.Repository.Issues[0].CardLine("Store"));

        await hotfix.TellAsync(hotfix.Repository.Start("tags/v1.0.1", @event: "release").Run, Report(report => Stored(report, "PUBLISHED", 50, "production")));
        Assert.Equal(HotfixState.Published, hotfix.State());

        await hotfix.TellAsync(hotfix.Repository.Start("tags/v1.0.1", @event: "release").Run, Report(report => Stored(report, "PENDING_REVIEW", 100, "beta")));
        Assert.Equal("- **Store** `1.0.1` of `tally` is `PUBLISHED`, for 50 % of its users.", hotfix.Repository.Issues[0].CardLine("Store"));
    }

    [Fact]
    public async Task What_was_given_out_stays_on_the_card_whatever_only_checks_or_rehearses_the_same_commit()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        await using var _ = hotfix;
        var (publishing, checking, rehearsing) = (hotfix.Repository.Start(pull.HeadBranch).Run, hotfix.Repository.Start(pull.HeadBranch).Run, hotfix.Repository.Start(pull.HeadBranch).Run);

        await hotfix.TellAsync(checking, Report(report => report.Remove("artifacts")));
        var handled = await hotfix.TellAsync(publishing, Report(report =>
        {
            Stored(report, "PENDING_REVIEW", 5, "beta");
            report["release"] = "https://example.com/release";
        }));
        Assert.Equal((checking.Id, publishing.Id), (handled.Hotfix!.Fix!.Build!.Run, handled.Hotfix.Fix.Shipped!.Run));
        AssertGivenOut();

        await hotfix.TellAsync(rehearsing, Report(report =>
        {
            report["dry_run"] = true;
            report["artifacts"] = new JsonArray(new JsonObject { ["name"] = "rehearsed.zip", ["sha256"] = new string('b', 64), ["bytes"] = 1 });
        }));
        Assert.StartsWith($"- **Build** [run {rehearsing.Id}]", hotfix.Repository.Issues[0].CardLine("Build"), StringComparison.Ordinal);
        AssertGivenOut();

        void AssertGivenOut()
        {
            var issue = hotfix.Repository.Issues[0];
            Assert.Contains("[Release](https://example.com/release).", issue.CardLine("Build"), StringComparison.Ordinal);
            Assert.StartsWith("- **Package** [`extension-1.0.1.zip`]", issue.CardLine("Package"), StringComparison.Ordinal);
            Assert.Equal("- **Store** `1.0.1` of `tally` is `PENDING_REVIEW`, for 5 % of its users.", issue.CardLine("Store"));
        }
    }

    [Fact]
    public async Task A_later_report_of_the_same_attempt_adds_to_the_earlier_and_turns_no_failure_into_success()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green; scanned: security-scan");
        await using var _ = hotfix;
        var run = hotfix.Repository.Start(pull.HeadBranch).Run;

        await hotfix.TellAsync(run, Report(report =>
        {
            report["result"] = "failure";
            report["failed_step"] = "unit tests";
            report["checks"] = new JsonArray(Check("npm audit", "audit"), Check("unit tests", "test", "failure"));
        }));
        var build = (await hotfix.TellAsync(run, Report(report => report["checks"] = new JsonArray(Check("publish", "publish"), Check("unit tests", "test"))))).Hotfix!.Fix!.Build!;

        Assert.Equal((BuildResult.Failure, "unit tests"), (build.Result, build.FailedStep));
        Assert.Equal(
            [("npm audit", BuildConclusion.Success), ("unit tests", BuildConclusion.Failure), ("publish", BuildConclusion.Success)], build.Checks.Select(check => (check.Name, check.Conclusion)));
        await hotfix.SettledAsync();
        Assert.Equal(("Something speaks against it", "Closed"), (pull.Standing("built"), pull.Standing("scanned")));

        run.Rerun();
        await hotfix.TellAsync(run, Report());
        await hotfix.SettledAsync();
        Assert.Equal("success", pull.Gate().Conclusion);
    }

    [Fact]
    public async Task A_run_that_fails_after_it_reported_success_closes_no_item_of_the_gate()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green; scanned: security-scan");
        await using var _ = hotfix;
        var (run, requested) = hotfix.Repository.Start(pull.HeadBranch);
        await hotfix.HearAsync([requested, run.Begin()]);
        await hotfix.TellAsync(run, Report());
        await hotfix.SettledAsync();
        Assert.Equal("success", pull.Gate().Conclusion);

        await hotfix.JudgedAsync(run.Finish("failure"));

        Assert.Equal(("Something speaks against it", "Something speaks against it", "failure"), (pull.Standing("built"), pull.Standing("scanned"), pull.Gate().Conclusion));
    }

    [Fact]
    public async Task A_report_of_the_tag_counts_where_the_tag_is_and_nowhere_else()
    {
        var hotfix = await MergedAsync();
        await using var _ = hotfix;
        hotfix.Repository.Push("main", "unrelated.txt", "no fix of anything");
        hotfix.Repository.Push("release/v1.0.0", "CHANGELOG.md", "Released.\n");
        await hotfix.HearAsync(hotfix.Repository.Tag("v1.0.1", "release/v1.0.0").Deliveries);
        var run = hotfix.Repository.Start("tags/v1.0.1", @event: "release").Run;
        var claims = hotfix.GitHub.State.Issuer.Claims(run, HotfixTester.PublicUrl);
        claims["sha"] = hotfix.Repository.Branches.Branch("main")!.Sha;

        var (_, said) = await SendAsync(hotfix.Url, hotfix.GitHub.State.Issuer.Sign(claims), Report().ToJsonString());
        var other = await hotfix.Handlings.UntilAsync(handled => handled.Head.Id == said && handled.Head.Status != DeliveryStatus.Waiting, Cancellation);
        Assert.Equal(("a report that does not count", null), (other.Head.Outcome, other.Hotfix!.Fix!.Build));

        Assert.Equal(run.Commit.Sha, (await hotfix.TellAsync(run, Report(report => report["version"] = "1.0.1+tag"))).Hotfix!.Fix!.Build!.Commit);
    }

    [Theory]
    [InlineData("event_name", "pull_request", "event_name is `pull_request`, and only runs by push, workflow_dispatch, release may report.")]
    [InlineData("ref", "refs/heads/feature/a", "ref is `refs/heads/feature/a`, and no hotfix has that branch or tag.")]
    [InlineData("ref", "refs/pull/2/merge", "ref is `refs/pull/2/merge`, and no hotfix has that branch or tag.")]
    [InlineData("workflow_ref", "acme/extension/.github/workflows/ci.yml@REF", "workflow_ref is ")]
    [InlineData("workflow_ref", "acme/other/.github/workflows/hotfix.yml@REF", "workflow_ref is ")]
    [InlineData("workflow_ref", "acme/extension/.github/workflows/hotfix.yml@refs/heads/main", "workflow_ref is ")]
    [InlineData("job_workflow_ref", "stranger/shared/.github/workflows/hotfix.yml@refs/heads/main", "job_workflow_ref is ")]
    [InlineData("repository", "acme/other", "repository is `acme/other`, and the repository of that repository_id is `acme/extension`.")]
    public async Task What_a_genuine_token_must_not_say_is_named_and_nothing_is_stored(string claim, string value, string why)
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        await using var _ = hotfix;
        var run = hotfix.Repository.Start(pull.HeadBranch).Run;
        var claims = hotfix.GitHub.State.Issuer.Claims(run, HotfixTester.PublicUrl);
        claims[claim] = value.Replace("REF", run.Ref, StringComparison.Ordinal);

        var (status, said) = await SendAsync(hotfix.Url, hotfix.GitHub.State.Issuer.Sign(claims), Report().ToJsonString());

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.StartsWith($"The token is not believed: {why}", said, StringComparison.Ordinal);
        Assert.DoesNotContain(hotfix.Handlings.All, handled => handled.Head.Event == Derived.Build);
    }

    [Fact]
    public async Task A_stranger_s_repository_is_not_known_and_costs_no_call()
    {
        var (hotfix, _) = await Gated.StartAsync("built: build-green");
        await using var closing = hotfix;
        var stranger = hotfix.GitHub.AddRepository("stranger", "extension");
        stranger.Push("main", "a.txt", "a");
        var run = stranger.Start("main").Run;
        var before = hotfix.Exchanges.Count;

        var (status, said) = await hotfix.SendAsync(run, Report());

        Assert.Equal((HttpStatusCode.NotFound, $"This App knows no repository of the number {stranger.Id} (the claim repository_id): install it there, and start a hotfix."), (status, said));
        Assert.All(hotfix.Exchanges.Skip(before), exchange => Assert.StartsWith("/_services/token/", exchange.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repository_that_was_renamed_is_the_same_one()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        await using var _ = hotfix;
        hotfix.Repository.Rename("renamed");

        await hotfix.TellAsync(hotfix.Repository.Start(pull.HeadBranch).Run, Report());
        await hotfix.SettledAsync();

        Assert.Equal("success", pull.Gate().Conclusion);
    }

    [Fact]
    public async Task The_configuration_names_another_workflow()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green", "pipeline: { workflow: .github/workflows/ship.yaml }\n");
        await using var _ = hotfix;

        Assert.Equal(HttpStatusCode.Unauthorized, (await hotfix.SendAsync(hotfix.Repository.Start(pull.HeadBranch).Run, Report())).Status);
        await hotfix.TellAsync(hotfix.Repository.Start(pull.HeadBranch, ".github/workflows/ship.yaml").Run, Report());
    }

    [Fact]
    public async Task What_is_no_report_is_refused_with_one_sentence()
    {
        var (hotfix, pull) = await Gated.StartAsync("built: build-green");
        await using var _ = hotfix;
        var run = hotfix.Repository.Start(pull.HeadBranch).Run;
        var token = hotfix.GitHub.State.Issuer.Mint(run, HotfixTester.PublicUrl);

        Assert.Equal((HttpStatusCode.BadRequest, "In the report, `result` must be one of success, failure, cancelled."), await SendAsync(hotfix.Url, token, "{\"result\":\"fine\"}"));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "A report has at most 262144 bytes."), await SendAsync(hotfix.Url, token, $"{{\"result\":\"success\",\"more\":\"{new string('x', BuildEndpoint.MaxBodyBytes)}\"}}"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "A report's content type is application/json."), await SendAsync(hotfix.Url, token, "{}", "text/plain"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(hotfix.Url, null, "{}")).Status);
        var (status, said) = await SendAsync(hotfix.Url, token + "x", Report().ToJsonString());
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.DoesNotContain(token, said, StringComparison.Ordinal);
        Assert.DoesNotContain(hotfix.Log.All, line => line.Contains(token.Split('.')[2], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_address_of_its_own_the_app_says_that_nobody_set_it_up()
    {
        await using var hotfix = await HotfixTester.StartAsync(settings: new() { ["HOTFIX_URL"] = "" });

        Assert.Equal((HttpStatusCode.NotFound, "Reports of builds are not set up: whoever runs this App has to set HOTFIX_URL to its public address."), await SendAsync(hotfix.Url, "a.b.c", "{}"));
    }

    private static string Page(SandboxRun run) => $"{run.HtmlUrl}/attempts/{run.Attempt}";

    /// <summary>A hotfix whose pull request is merged.</summary>
    private static async Task<HotfixTester> MergedAsync()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await hotfix.JudgedAsync(pull.Push("src/popup.js", Fixed));
        await hotfix.HearAsync([pull.Ready()]);
        await hotfix.HearAsync(pull.Merge("maintainer").Deliveries);

        return hotfix;
    }

    private static void Stored(JsonObject report, string state, int percentage, string? channel)
    {
        report["channel"] = channel;
        report["store"] = new JsonObject { ["item"] = "tally", ["state"] = state, ["version"] = "1.0.1", ["percentage"] = percentage };
    }
}
