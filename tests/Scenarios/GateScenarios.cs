using System.Collections.Immutable;
using Hotfix.Domain;
using Hotfix.Gate;
using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>The gate over HTTP: who cannot open it, what opens it, and how it is said.</summary>
public sealed class GateScenarios
{
    private const string Fixed = "openSafely();\n";

    [Fact]
    public async Task When_the_last_item_closes_the_draft_becomes_ready_and_people_hear_it_once()
    {
        var (hotfix, pull) = await Gated.StartAsync("reviewed: approval(1); read: manual");
        await using var _ = hotfix;
        await hotfix.JudgedAsync([.. pull.Push("src/popup.js", Fixed), pull.AskForReview("rita")]);
        Assert.Equal("2 of 2 open: reviewed, read", pull.Gate().Title);

        await hotfix.JudgedAsync(pull.Tick("read"));
        Assert.Equal("1 of 2 open: reviewed", pull.Gate().Title);
        Assert.True(pull.IsDraft);

        await hotfix.JudgedAsync(pull.Review("rita", "approve").Delivery);
        Assert.Equal(("success", "All 2 closed"), (pull.Gate().Conclusion, pull.Gate().Title));
        Assert.False(pull.IsDraft);
        Assert.Equal(HotfixState.Ready, hotfix.State());
        Assert.Contains("everything that its gate asks for is there", hotfix.Repository.Issues[0].CardLine("Next step"), StringComparison.Ordinal);
        Assert.Contains("@rita: every item of the gate is closed.", Assert.Single(pull.Issue.Standing()), StringComparison.Ordinal);

        await hotfix.JudgedAsync(pull.Untick("read"));
        Assert.Equal(HotfixState.InReview, hotfix.State());
        await hotfix.JudgedAsync(pull.Tick("read"));
        Assert.Equal(HotfixState.Ready, hotfix.State());
        Assert.Single(pull.Issue.Standing());
    }

    [Fact]
    public async Task A_verdict_costs_one_question_and_one_answer_and_nothing_new_costs_no_answer()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual; reviewed: approval(1)");
        await using var _ = hotfix;
        var before = hotfix.Exchanges.Count;

        await hotfix.JudgedAsync(pull.Tick("read"));
        Assert.Equal(["POST /graphql", $"PATCH /repos/acme/extension/check-runs/{pull.Gate().Id}"], Calls(hotfix, before));

        before = hotfix.Exchanges.Count;
        await hotfix.JudgedAsync(pull.Label("looked at"));
        Assert.Equal(["POST /graphql"], Calls(hotfix, before));
    }

    [Fact]
    public async Task A_push_ends_approvals_and_a_new_commit_has_a_run_of_its_own_that_is_complete_on_both()
    {
        var (hotfix, pull) = await Gated.StartAsync("reviewed: approval(1)");
        await using var _ = hotfix;
        await hotfix.JudgedAsync(pull.Push("src/popup.js", Fixed));
        await hotfix.JudgedAsync(pull.Review("rita", "approve").Delivery);
        var old = pull.Gate();
        Assert.Equal("success", old.Conclusion);

        await hotfix.JudgedAsync([hotfix.Repository.Rewrite(pull.HeadBranch, new Dictionary<string, string?> { ["src/popup.js"] = "other();\n" }).Delivery]);

        Assert.Equal("Open", pull.Standing("reviewed"));
        Assert.NotEqual(old.Id, pull.Gate().Id);
        Assert.All(hotfix.Repository.Checks, check => Assert.Equal("completed", check.Status));
    }

    [Theory]
    [InlineData("contributor", "pushed it")]
    [InlineData("rita", "has a part in its commits")]
    [InlineData("stranger", "may not write to the repository")]
    public async Task Approval_by_whoever_has_a_part_in_it_or_no_right_counts_nothing(string by, string why)
    {
        var (hotfix, pull) = await Gated.StartAsync("reviewed: approval(1)");
        await using var _ = hotfix;
        hotfix.Repository.Roles["contributor"] = "write";
        hotfix.Repository.Roles["stranger"] = "read";
        await hotfix.JudgedAsync(pull.Push("src/popup.js", Fixed, "contributor", "rita"));

        await hotfix.JudgedAsync(pull.Review(by, "approve").Delivery);

        Assert.Equal(("Open", "failure"), (pull.Standing("reviewed"), pull.Gate().Conclusion));
        Assert.Contains($"`{by}` {why}", pull.Gate().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_by_nobody_known_keeps_approvals_from_counting()
    {
        var (hotfix, pull) = await Gated.StartAsync("reviewed: approval(1)");
        await using var _ = hotfix;
        var (_, push, synchronize) = pull.PushToPull(new Dictionary<string, string?> { ["src/popup.js"] = Fixed }, stranger: "Mallory");
        await hotfix.JudgedAsync([push, synchronize, pull.Review("rita", "approve").Delivery]);

        Assert.Equal("Open", pull.Standing("reviewed"));
        Assert.Contains("by somebody whom GitHub does not know", pull.Gate().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticked_box_is_no_evidence_where_there_is_something_to_look_at()
    {
        var (hotfix, pull) = await Gated.StartAsync("tested: tests-changed");
        await using var _ = hotfix;

        await hotfix.JudgedAsync(pull.Tick("tested"));

        Assert.Equal(("Open", "failure"), (pull.Standing("tested"), pull.Gate().Conclusion));
    }

    [Fact]
    public async Task An_item_that_is_deleted_reworded_or_not_ticked_right_is_told_by_its_name()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual; seen: manual");
        await using var _ = hotfix;
        var body = pull.Issue.Body!;

        await hotfix.JudgedAsync(pull.EditBody(string.Join('\n', body.Split('\n').Where(line => !line.Contains("hotfix:read", StringComparison.Ordinal))), "rita"));
        Assert.Equal("Not to be believed", pull.Standing("read"));

        await hotfix.JudgedAsync(pull.EditBody(body.Replace("The item read.", "The item read, mostly.", StringComparison.Ordinal), "rita"));
        Assert.Contains("It says something else now", pull.Gate().Text, StringComparison.Ordinal);

        await hotfix.JudgedAsync(pull.EditBody(body.Replace("- [ ] The item read.", "- [x]The item read.", StringComparison.Ordinal), "rita"));
        Assert.Equal("failure", pull.Gate().Conclusion);
        Assert.Contains("looks like an item and is none", pull.Gate().Summary, StringComparison.Ordinal);

        await hotfix.JudgedAsync(pull.EditBody("Nothing to see here.", "rita"));
        Assert.Equal("failure", pull.Gate().Conclusion);
        Assert.Contains("The checklist was removed", pull.Gate().Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_events_in_a_second_are_judged_once()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual; reviewed: approval(1)", work: Hotfix.Handlers.WorkOptions.Default with { Settle = TimeSpan.FromSeconds(1) });
        await using var _ = hotfix;
        var verdicts = hotfix.Handlings.All.Count(Gated.IsVerdict);
        var deliveries = Enumerable.Range(0, 100).Select(at => pull.Label($"label {at}")).ToList();

        await Task.WhenAll(deliveries.Select(delivery => hotfix.GitHub.SendAsync(delivery, TestContext.Current.CancellationToken)));
        await hotfix.Handlings.UntilAsync(handled => hotfix.Handlings.All.Count(Gated.IsVerdict) > verdicts, TestContext.Current.CancellationToken);
        await hotfix.HearAsync([pull.Tick("read")]);
        await hotfix.SettledAsync();

        Assert.InRange(hotfix.Handlings.All.Count(Gated.IsVerdict) - verdicts, 1, 3);
        Assert.Equal("1 of 2 open: reviewed", pull.Gate().Title);
    }

    [Fact]
    public async Task GitHub_away_keeps_the_gate_as_it_was_and_the_next_verdict_says_so()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        await hotfix.JudgedAsync(pull.Tick("read"));
        Assert.Equal("success", pull.Gate().Conclusion);
        hotfix.GitHub.Faults.Next(SandboxFault.ServerError, 6, (_, path) => path.EndsWith("/graphql", StringComparison.Ordinal));

        await hotfix.HearAsync([pull.Untick("read")]);
        await hotfix.Handlings.UntilAsync(handled => handled.Head is { Event: Hotfix.Handlers.Derived.Verdict, Tries: > 0 }, TestContext.Current.CancellationToken);
        Assert.Equal("success", pull.Gate().Conclusion);

        await hotfix.SettledAsync();
        Assert.Equal("failure", pull.Gate().Conclusion);
        Assert.Contains("GitHub did not answer from ", pull.Gate().Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_that_nobody_has_accepted_yet_are_told_on_the_check()
    {
        var accepted = ImmutableDictionary<string, string>.Empty;
        var (hotfix, pull) = await Gated.StartAsync("read: manual", before: tester =>
        {
            accepted = tester.GitHub.Installation("acme").Permissions.ToImmutableDictionary();
            tester.GitHub.Installation("acme").Permissions = accepted.Remove("statuses");
        });
        await using var _ = hotfix;
        await hotfix.JudgedAsync(pull.Tick("read"));
        Assert.Equal(("failure", "Not judged"), (pull.Gate().Conclusion, pull.Gate().Title));

        hotfix.GitHub.Installation("acme").Permissions = accepted;
        (await hotfix.CommandedAsync(pull.Issue, "/hotfix check")).IsDone();
        Assert.Equal("success", pull.Gate().Conclusion);
    }

    [Fact]
    public async Task The_buttons_judge_again_with_a_new_run()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        var first = pull.Gate();

        await hotfix.JudgedAsync(first.Rerequest());
        Assert.Equal(2, pull.Gates().Count);

        await hotfix.JudgedAsync(pull.Gate().RequestAction("judge"));
        Assert.Equal(3, pull.Gates().Count);

        await hotfix.JudgedAsync(pull.Gate().RerequestAll());
        Assert.Equal(4, pull.Gates().Count);
        Assert.All(pull.Gates(), gate => Assert.Equal((first.Title, "completed"), (gate.Title, gate.Status)));
    }

    [Fact]
    public async Task Many_pages_are_read_in_three_more_questions()
    {
        var (hotfix, pull) = await Gated.StartAsync("small: small-diff(2000, 400); tested: tests-changed; green: checks-green; reviewed: approval(1)");
        await using var _ = hotfix;

        for (var at = 0; at < 249; at++)
        {
            pull.PushToPull(new Dictionary<string, string?> { [$"src/{at}.js"] = "a();\n" });
        }

        var (_, push, synchronize) = pull.PushToPull(Enumerable.Range(249, 50).ToDictionary(at => $"src/{at}.js", _ => (string?)"a();\n").Append(new("tests/last.test.js", "t();\n")).ToDictionary(file => file.Key, file => file.Value));

        for (var at = 0; at < 120; at++)
        {
            hotfix.Repository.Check(pull.Head.Sha, $"check {at:D3}", at == 119 ? "failure" : "success");
        }

        var before = hotfix.Exchanges.Count;
        await hotfix.JudgedAsync([push, synchronize]);

        Assert.Equal("Closed", pull.Standing("small"));
        Assert.Equal("Closed", pull.Standing("tested"));
        Assert.Equal("Something speaks against it", pull.Standing("green"));
        Assert.Contains("`check 119`", pull.Gate().Text, StringComparison.Ordinal);
        Assert.InRange(hotfix.Exchanges.Skip(before).Count(exchange => exchange.Target.EndsWith("/graphql", StringComparison.Ordinal)), 4, 8);
    }

    [Fact]
    public async Task Auto_merge_is_switched_on_when_the_profile_says_so_and_a_refusal_is_told()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual", "gate:\n  auto_merge: squash\n");
        await using var _ = hotfix;

        await hotfix.JudgedAsync(pull.Tick("read"));
        Assert.Null(pull.AutoMerge);
        Assert.Contains(pull.Issue.Standing(), said => said.Contains("GitHub does not merge this by itself", StringComparison.Ordinal));

        hotfix.Repository.AllowsAutoMerge = true;
        await hotfix.JudgedAsync(pull.Push("src/popup.js", Fixed));
        Assert.Equal("squash", pull.AutoMerge);
    }

    [Fact]
    public async Task Other_pull_requests_are_skipped_where_the_check_is_required_and_left_alone_where_not()
    {
        await using var hotfix = await Released.StartAsync();
        var (alone, pushed, opened) = hotfix.Repository.OpenPull("feature/a", new Dictionary<string, string?> { ["src/a.js"] = "a();\n" });
        await hotfix.HearAsync([pushed, opened]);
        Assert.Empty(alone.Gates());

        await using var other = await Released.StartAsync();
        other.Repository.Require("main", GateReport.CheckName);
        var (pull, push, open) = other.Repository.OpenPull("feature/b", new Dictionary<string, string?> { ["src/b.js"] = "b();\n" });
        await other.HearAsync([push, open]);
        Assert.Equal("skipped", pull.Gate().Conclusion);

        await other.HearAsync([pull.Gate().Rerequest()]);
        Assert.All(pull.Gates(), gate => Assert.Equal("skipped", gate.Conclusion));
    }

    [Fact]
    public async Task Each_hotfix_in_a_merge_group_is_judged_by_its_own_evidence()
    {
        var (hotfix, first) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        var issue = await hotfix.ReportAsync("The popup crashes when it is opened twice");
        (await hotfix.TellAsync(issue, "/hotfix start")).IsDone();
        var second = hotfix.Repository.Pulls[^1];
        await hotfix.JudgedAsync([.. first.Push("src/a.js", "a();\n"), first.Tick("read")]);
        await hotfix.JudgedAsync([.. second.Push("src/b.js", "b();\n"), .. AsBefore(second, "manifest.json"), .. AsBefore(second, "CHANGELOG.md"), second.Ready()]);

        var (groups, deliveries) = hotfix.Repository.Queue("release/v1.0.0", first, second);
        await hotfix.HearAsync(deliveries);

        Assert.Equal(["success", "failure"], groups.Select(group => hotfix.Repository.Checks.Last(check => check.Name == GateReport.CheckName && check.Commit == group.Head.Sha).Conclusion));

        await hotfix.JudgedAsync(second.Tick("read"));
        var stale = hotfix.Repository.Checks.Last(check => check.Commit == groups[1].Head.Sha);
        await hotfix.HearAsync([stale.Rerequest()]);
        Assert.Equal("success", hotfix.Repository.Checks.Last(check => check.Commit == groups[1].Head.Sha).Conclusion);
    }

    /// <summary>Two versions in one file cannot be merged.</summary>
    private static IReadOnlyList<SandboxDelivery> AsBefore(SandboxPull pull, string path) => pull.Push(path, pull.Base.Files[path].Text());

    private static IEnumerable<string> Calls(HotfixTester hotfix, int from) => hotfix.Exchanges.Skip(from).Select(exchange => $"{exchange.Method} {exchange.Target}");
}
