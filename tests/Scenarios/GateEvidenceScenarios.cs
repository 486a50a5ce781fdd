using Hotfix.Sandbox;
using Hotfix.Tests.Support;

namespace Hotfix.Tests.Scenarios;

/// <summary>Each kind of evidence over HTTP: open, closed by what people do, and open again when that is taken back.</summary>
public sealed class GateEvidenceScenarios
{
    private const string Open = "Open", Closed = "Closed", Failing = "Something speaks against it", Waiting = "Under way", NotAsked = "Not asked here";

    [Fact]
    public async Task Manual_is_a_tick_and_who_ticked_is_shown()
    {
        var (hotfix, pull) = await Gated.StartAsync("read: manual");
        await using var _ = hotfix;
        Assert.Equal((Open, "failure", "1 of 1 open: read"), (pull.Standing("read"), pull.Gate().Conclusion, pull.Gate().Title));

        await hotfix.JudgedAsync(pull.Tick("read", "rita"));
        Assert.Equal((Closed, "success"), (pull.Standing("read"), pull.Gate().Conclusion));
        Assert.Contains("Ticked by `rita` on ", pull.Gate().Text, StringComparison.Ordinal);

        await hotfix.JudgedAsync(pull.Untick("read", "rita"));
        Assert.Equal((Open, "failure"), (pull.Standing("read"), pull.Gate().Conclusion));
    }

    [Fact]
    public async Task Approval_counts_until_it_is_dismissed()
    {
        var (hotfix, pull) = await Gated.StartAsync("reviewed: approval(1)");
        await using var _ = hotfix;
        await hotfix.JudgedAsync(pull.Push("src/popup.js", "openSafely();\n"));
        Assert.Equal(Open, pull.Standing("reviewed"));

        var (review, approved) = pull.Review("rita", "approve");
        await hotfix.JudgedAsync(approved);
        Assert.Equal(Closed, pull.Standing("reviewed"));

        await hotfix.JudgedAsync(review.Dismiss());
        Assert.Equal(Open, pull.Standing("reviewed"));

        await hotfix.JudgedAsync(pull.Review("rita", "request_changes").Delivery);
        Assert.Equal(Failing, pull.Standing("reviewed"));
    }

    [Fact]
    public async Task Approval_by_a_team_asks_GitHub_who_is_in_it()
    {
        var (hotfix, pull) = await Gated.StartAsync("reviewed: approval(1, by: security)");
        await using var _ = hotfix;
        hotfix.Repository.Roles["sue"] = "write";
        hotfix.GitHub.Installation("acme").AddToTeam("security", "sue");
        await hotfix.JudgedAsync(pull.Push("src/popup.js", "openSafely();\n"));

        await hotfix.JudgedAsync(pull.Review("rita", "approve").Delivery);
        Assert.Equal(Open, pull.Standing("reviewed"));

        await hotfix.JudgedAsync(pull.Review("sue", "approve").Delivery);
        Assert.Equal(Closed, pull.Standing("reviewed"));
    }

    [Fact]
    public async Task Tests_changed_looks_at_the_diff()
    {
        var (hotfix, pull) = await Gated.StartAsync("tested: tests-changed");
        await using var _ = hotfix;
        Assert.Equal(Open, pull.Standing("tested"));

        await hotfix.JudgedAsync(pull.Push("tests/popup.test.js", "opens();\n"));
        Assert.Equal(Closed, pull.Standing("tested"));

        await hotfix.JudgedAsync(pull.Push("tests/popup.test.js", null));
        Assert.Equal(Open, pull.Standing("tested"));
    }

    [Fact]
    public async Task Checks_green_waits_for_the_required_ones_and_for_no_other()
    {
        var (hotfix, pull) = await Gated.StartAsync("green: checks-green");
        await using var _ = hotfix;
        hotfix.Repository.Require("release/*", "unit", "hotfix/gate");
        await hotfix.JudgedAsync(pull.Push("src/popup.js", "openSafely();\n"));
        Assert.NotEqual(Closed, pull.Standing("green"));

        var (check, began) = hotfix.Repository.Check(pull.Head.Sha, "unit", null);
        await hotfix.JudgedAsync([.. began, pull.Label("looked at")]);
        Assert.Equal(Waiting, pull.Standing("green"));

        await hotfix.JudgedAsync(check.Finish("success"));
        Assert.Equal(Closed, pull.Standing("green"));

        await hotfix.JudgedAsync(hotfix.Repository.Check(pull.Head.Sha, "unit", "failure").Deliveries);
        Assert.Equal(Failing, pull.Standing("green"));
    }

    [Fact]
    public async Task Coverage_is_what_a_check_or_a_status_reports()
    {
        var (hotfix, pull) = await Gated.StartAsync("covered: coverage(>= 90, check: codecov/project)");
        await using var _ = hotfix;
        Assert.Equal(Open, pull.Standing("covered"));

        await hotfix.JudgedAsync(hotfix.Repository.Status(pull.Head.Sha, "codecov/project", "success", "91.25% (+0.1%)").Delivery);
        Assert.Equal(Closed, pull.Standing("covered"));

        await hotfix.JudgedAsync(hotfix.Repository.Status(pull.Head.Sha, "codecov/project", "success", "89.99% (-1.3%)").Delivery);
        Assert.NotEqual(Closed, pull.Standing("covered"));
    }

    [Fact]
    public async Task Small_diff_leaves_lock_files_out()
    {
        var (hotfix, pull) = await Gated.StartAsync("small: small-diff(20, 5)");
        await using var _ = hotfix;
        await hotfix.JudgedAsync(pull.Push("package-lock.json", string.Concat(Enumerable.Repeat("{}\n", 500))));
        Assert.Equal(Closed, pull.Standing("small"));

        await hotfix.JudgedAsync(pull.Push("src/popup.js", string.Concat(Enumerable.Repeat("open();\n", 50))));
        Assert.NotEqual(Closed, pull.Standing("small"));

        await hotfix.JudgedAsync(pull.Push("src/popup.js", "openSafely();\n"));
        Assert.Equal(Closed, pull.Standing("small"));
    }

    [Fact]
    public async Task Filled_wants_words_of_its_own_in_a_section()
    {
        var (hotfix, pull) = await Gated.StartAsync("cause: filled(Root cause)");
        await using var _ = hotfix;
        Assert.Equal(Open, pull.Standing("cause"));
        var body = pull.Issue.Body!;

        await hotfix.JudgedAsync(pull.EditBody(body.Replace("### Fix\n", "The popup opened before the storage was read, since 1.0.0.\n\n### Fix\n", StringComparison.Ordinal)));
        Assert.Equal(Closed, pull.Standing("cause"));

        await hotfix.JudgedAsync(pull.EditBody(body));
        Assert.Equal(Open, pull.Standing("cause"));
    }

    [Fact]
    public async Task Issue_linked_wants_the_issue_named()
    {
        var (hotfix, pull) = await Gated.StartAsync("linked: issue-linked");
        await using var _ = hotfix;
        Assert.Equal(Closed, pull.Standing("linked"));

        await hotfix.JudgedAsync(pull.EditBody(pull.Issue.Body!.Replace("#1", "an issue", StringComparison.Ordinal)));
        Assert.Equal(Open, pull.Standing("linked"));
    }

    [Fact]
    public async Task No_workflow_change_points_at_the_workflow()
    {
        var (hotfix, pull) = await Gated.StartAsync("calm: no-workflow-change");
        await using var _ = hotfix;
        Assert.Equal(Closed, pull.Standing("calm"));

        await hotfix.JudgedAsync(pull.Push(".github/workflows/ci.yml", "on: push\n"));
        Assert.Equal(Failing, pull.Standing("calm"));
        Assert.Equal(".github/workflows/ci.yml", Assert.Single(pull.Gate().Annotations).Path);

        await hotfix.JudgedAsync(pull.Push(".github/workflows/ci.yml", null));
        Assert.Equal(Closed, pull.Standing("calm"));
    }

    [Fact]
    public async Task Version_and_changelog_are_those_that_start_committed()
    {
        var (hotfix, pull) = await Gated.StartAsync("bumped: version-bumped; listed: changelog");
        await using var _ = hotfix;
        Assert.Equal((Closed, Closed), (pull.Standing("bumped"), pull.Standing("listed")));

        await hotfix.JudgedAsync([.. pull.Push("manifest.json", Released.Manifest), .. pull.Push("CHANGELOG.md", "# Changelog\n")]);
        Assert.NotEqual(Closed, pull.Standing("bumped"));
        Assert.NotEqual(Closed, pull.Standing("listed"));
    }

    [Fact]
    public async Task Privacy_audit_is_asked_for_when_telemetry_changes()
    {
        var (hotfix, pull) = await Gated.StartAsync("private: privacy-audit(by: privacy)");
        await using var _ = hotfix;
        hotfix.GitHub.Installation("acme").AddToTeam("privacy", "rita");
        Assert.Equal(NotAsked, pull.Standing("private"));

        await hotfix.JudgedAsync(pull.Push("telemetry/send.js", "send(nothing);\n"));
        Assert.Equal(Open, pull.Standing("private"));

        await hotfix.JudgedAsync(pull.Review("rita", "approve", "Looks good.").Delivery);
        Assert.Equal(Open, pull.Standing("private"));

        await hotfix.JudgedAsync(pull.Review("rita", "approve", "Privacy audit: nothing personal is sent.").Delivery);
        Assert.Equal(Closed, pull.Standing("private"));
    }

    [Fact]
    public async Task Testers_confirm_what_is_there_and_only_that()
    {
        var (hotfix, pull) = await Gated.StartAsync("tried: tester(1)", "gate:\n  testers: [tess]\n");
        await using var _ = hotfix;
        Assert.Equal(Open, pull.Standing("tried"));

        (await hotfix.CommandedAsync(hotfix.Repository.Issues[0], "/hotfix verified", "tess")).IsDone();
        Assert.Equal(Closed, pull.Standing("tried"));

        await hotfix.JudgedAsync(pull.Push("src/popup.js", "openSafely();\n"));
        Assert.Equal(Open, pull.Standing("tried"));
    }

    [Fact]
    public async Task Migration_backup_is_a_tick_with_a_link()
    {
        var (hotfix, pull) = await Gated.StartAsync("backup: migration-backup");
        await using var _ = hotfix;
        Assert.Equal(NotAsked, pull.Standing("backup"));

        await hotfix.JudgedAsync([.. pull.Push("migrations/2.sql", "select 1;\n"), pull.Tick("backup")]);
        Assert.Equal(Open, pull.Standing("backup"));

        await hotfix.JudgedAsync(pull.EditBody(pull.Issue.Body!.Replace("The item backup.", "The item backup. https://backups.example.com/42", StringComparison.Ordinal)));
        Assert.Equal(Closed, pull.Standing("backup"));

        await hotfix.JudgedAsync(pull.Untick("backup"));
        Assert.Equal(Open, pull.Standing("backup"));
    }

    [Fact]
    public async Task Platforms_are_the_named_checks_of_the_matrix()
    {
        var (hotfix, pull) = await Gated.StartAsync("everywhere: platforms(ubuntu, macos)");
        await using var _ = hotfix;
        await hotfix.JudgedAsync([.. hotfix.Repository.Check(pull.Head.Sha, "test (ubuntu, 22)").Deliveries]);
        Assert.Equal(Open, pull.Standing("everywhere"));

        await hotfix.JudgedAsync([.. hotfix.Repository.Check(pull.Head.Sha, "test (macos, 22)").Deliveries]);
        Assert.Equal(Closed, pull.Standing("everywhere"));

        await hotfix.JudgedAsync([.. hotfix.Repository.Check(pull.Head.Sha, "test (macos, 22)", "failure").Deliveries]);
        Assert.Equal(Failing, pull.Standing("everywhere"));
    }

    [Fact]
    public async Task Forward_port_clean_tries_the_change_on_the_default_branch_once_for_each_pair()
    {
        var (hotfix, pull) = await Gated.StartAsync("ported: forward-port-clean");
        await using var _ = hotfix;
        await hotfix.JudgedAsync(pull.Push("src/popup.js", "openSafely();\n"));
        Assert.Equal(Closed, pull.Standing("ported"));

        var calls = hotfix.Exchanges.Count(exchange => exchange.Target.Contains("/compare/", StringComparison.Ordinal));
        await hotfix.JudgedAsync(pull.Label("looked at"));
        Assert.Equal(calls, hotfix.Exchanges.Count(exchange => exchange.Target.Contains("/compare/", StringComparison.Ordinal)));

        await hotfix.HearAsync([hotfix.Repository.Push("main", "src/popup.js", "openOtherwise();\n").Delivery]);
        await hotfix.JudgedAsync(pull.Label("looked at again"));
        Assert.Equal(Failing, pull.Standing("ported"));
        Assert.Contains("`src/popup.js`", pull.Gate().Text, StringComparison.Ordinal);

        await hotfix.HearAsync([hotfix.Repository.Push("main", "src/popup.js", "openSafely();\n").Delivery]);
        await hotfix.JudgedAsync(pull.Label("looked at a third time"));
        Assert.Equal(Closed, pull.Standing("ported"));
    }
}
